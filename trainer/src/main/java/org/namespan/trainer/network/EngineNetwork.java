package org.namespan.trainer.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.namespan.trainer.network.part.LookupTable;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Weight;

/**
 * A {@link ModelSpec} in the engine, with dropout between body and head.
 *
 * <p>Takes what {@link org.namespan.trainer.batch.Batch#toInputs} gives and gives the scores of the
 * head, {@code [batch, time, labels]} or {@code [batch, 1, classes]}. What stands in padded
 * positions changes nothing elsewhere. Not thread-safe.
 *
 * <p>Its weights are reached by the names that checkpoints use, each where it lives: {@link
 * #tables}, {@link #arrays} or {@link #parameters}; those that are not trained by {@link #weights}
 * alone.
 */
public final class EngineNetwork extends AbstractBlock {

  private static final NDIndex ALL = new NDIndex("...");

  private final ModelSpec spec;
  private final PartBlock body;
  private final SequenceDropout dropout;
  private final PartBlock head;
  private final Map<String, LookupTable> tables;
  private final Map<String, float[]> arrays;
  private final Map<String, Parameter> engineParameters;
  private final Map<String, LookupTable> frozen;

  /**
   * An uninitialised network.
   *
   * @param dropout share of what the body reads and gives set to 0 in training
   * @param variational whether that share is drawn once for all tokens of a sentence
   */
  public EngineNetwork(ModelSpec spec, float dropout, boolean variational) {
    this.spec = spec;
    body = spec.body(dropout, variational);
    addChildBlock("body", body.block());
    this.dropout = addChildBlock("outputDropout", new SequenceDropout(dropout, variational));
    head = spec.head().block();
    addChildBlock("head", head.block());
    PartBlock all = PartBlock.joined(this, List.of(body, head));
    tables = byName(all.tables());
    arrays = byName(all.arrays());
    engineParameters = byName(all.parameters());
    frozen = byName(all.frozen());
  }

  private static <T> Map<String, T> byName(Map<Weight, T> values) {
    Map<String, T> byName = new LinkedHashMap<>();
    values.forEach((weight, value) -> byName.put(weight.name(), value));
    return byName;
  }

  /**
   * A network ready to score.
   *
   * @param manager owner of its parameters in the engine
   * @throws IllegalArgumentException if weights are missing or of another size
   */
  public static EngineNetwork of(ModelSpec spec, Map<String, float[]> weights, NDManager manager) {
    return of(spec, 0, false, weights, manager);
  }

  /**
   * A network ready to train.
   *
   * @param dropout share of what the body reads and gives set to 0 in training
   * @param variational whether that share is drawn once for all tokens of a sentence
   * @param manager owner of its parameters in the engine
   * @throws IllegalArgumentException if weights are missing or of another size
   */
  public static EngineNetwork of(
      ModelSpec spec,
      float dropout,
      boolean variational,
      Map<String, float[]> weights,
      NDManager manager) {
    EngineNetwork network = new EngineNetwork(spec, dropout, variational);
    network.initialize(manager, DataType.FLOAT32, new Shape(1, 1));
    network.setWeights(weights);
    return network;
  }

  /** The parts of this network. */
  public ModelSpec spec() {
    return spec;
  }

  /** The tables, which live in Java and are trained by the row. */
  public Map<String, LookupTable> tables() {
    return tables;
  }

  /** The other weights that live in Java; the arrays themselves. */
  public Map<String, float[]> arrays() {
    return arrays;
  }

  /** The weights that the engine holds. */
  public Map<String, Parameter> parameters() {
    return engineParameters;
  }

  /**
   * A copy of all weights by name, each row after row; of tables that are not trained, the array
   * itself.
   */
  public Map<String, float[]> weights() {
    Map<String, float[]> weights = new LinkedHashMap<>();
    frozen.forEach((name, table) -> weights.put(name, table.weights()));
    tables.forEach((name, table) -> weights.put(name, table.weights().clone()));
    arrays.forEach((name, array) -> weights.put(name, array.clone()));
    engineParameters.forEach((name, parameter) -> weights.put(name, values(parameter)));
    return weights;
  }

  private static float[] values(Parameter parameter) {
    // Values leave a GPU by way of a copy, which the manager of the parameter would keep.
    try (NDArray copy = parameter.getArray().toDevice(Device.cpu(), true)) {
      return copy.toFloatArray();
    }
  }

  /**
   * Takes over weights that {@link #weights} or {@link ModelSpec#draw} gave.
   *
   * @throws IllegalArgumentException if one is missing or has another size
   */
  public void setWeights(Map<String, float[]> weights) {
    for (Weight weight : spec.weights()) {
      String name = weight.name();
      float[] values = weight.in(weights);
      if (engineParameters.containsKey(name)) {
        assign(engineParameters.get(name), values);
      } else {
        float[] array = inJava(name);
        System.arraycopy(values, 0, array, 0, values.length);
      }
    }
  }

  /** The array of a weight that lives in Java. */
  private float[] inJava(String name) {
    LookupTable table = frozen.containsKey(name) ? frozen.get(name) : tables.get(name);
    return Objects.requireNonNull(table == null ? arrays.get(name) : table.weights(), name);
  }

  /**
   * Gives a parameter held by the engine new values, row after row. Not by {@code NDArray.set}: on
   * PyTorch it prints a warning of its own deprecated code.
   */
  public static void assign(Parameter parameter, float[] values) {
    NDArray array = parameter.getArray();
    try (NDArray copy = array.getManager().create(values, array.getShape())) {
      array.set(ALL, copy);
    }
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
    body.block().initialize(manager, dataType, inputShapes);
    Shape encoded = body.block().getOutputShapes(inputShapes)[0];
    dropout.initialize(manager, dataType, encoded);
    head.block().initialize(manager, dataType, encoded);
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray x = body.block().forward(store, inputs, training).head();
    x = dropout.apply(x, store, training);
    return head.block().forward(store, new NDList(x), training);
  }

  /**
   * What the body gives, outside training: the state of each token.
   *
   * @return {@code [batch, time, width]}
   */
  public NDArray states(ParameterStore store, NDList inputs) {
    return body.block().forward(store, inputs, false).head();
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return head.block().getOutputShapes(body.block().getOutputShapes(inputShapes));
  }
}
