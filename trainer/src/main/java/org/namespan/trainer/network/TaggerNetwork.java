package org.namespan.trainer.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.namespan.trainer.network.input.InputPart;
import org.namespan.trainer.network.part.LookupTable;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Weight;

/**
 * The parts of a {@link NetworkSpec} in the engine, with dropout before and behind the encoder.
 *
 * <p>Takes the ids of all inputs in their order (int32), {@code [batch, time]} or {@code [batch,
 * time, ids of a token]}, and the reversal {@code [batch * time]} (int32, see {@link
 * org.namespan.trainer.batch.Batch#reversal}); gives emissions {@code [batch, time, labels]}. What
 * stands in padded positions changes nothing elsewhere. Not thread-safe.
 *
 * <p>Its weights are reached by the names that checkpoints use, each where it lives: {@link
 * #tables}, {@link #arrays} or {@link #parameters}.
 */
public final class TaggerNetwork extends AbstractBlock {

  private static final NDIndex ALL = new NDIndex("...");

  private final NetworkSpec spec;
  private final List<PartBlock> inputs = new ArrayList<>();
  private final PartBlock encoder;
  private final PartBlock head;
  private final boolean variational;
  private final Block inputDropout;
  private final Block outputDropout;
  private final Map<String, LookupTable> tables = new LinkedHashMap<>();
  private final Map<String, float[]> arrays = new LinkedHashMap<>();
  private final Map<String, Parameter> engineParameters = new LinkedHashMap<>();

  /**
   * An uninitialised network.
   *
   * @param dropout share of inputs and of outputs of the encoder set to 0 in training
   * @param variational whether that share is drawn once for all tokens of a sentence
   */
  public TaggerNetwork(NetworkSpec spec, float dropout, boolean variational) {
    this.spec = spec;
    this.variational = variational;
    for (InputPart input : spec.inputs()) {
      inputs.add(add("input" + inputs.size(), input.block()));
    }
    inputDropout = addChildBlock("inputDropout", Dropout.builder().optRate(dropout).build());
    encoder = add("encoder", spec.encoder().block());
    outputDropout = addChildBlock("outputDropout", Dropout.builder().optRate(dropout).build());
    head = add("head", spec.head().block());
  }

  private PartBlock add(String name, PartBlock part) {
    addChildBlock(name, part.block());
    part.tables().forEach((weight, table) -> tables.put(weight.name(), table));
    part.arrays().forEach((weight, array) -> arrays.put(weight.name(), array));
    part.parameters()
        .forEach((weight, parameter) -> engineParameters.put(weight.name(), parameter));
    return part;
  }

  /**
   * A network ready to tag.
   *
   * @param manager owner of its parameters in the engine
   * @throws IllegalArgumentException if weights are missing or of another size
   */
  public static TaggerNetwork of(
      NetworkSpec spec, Map<String, float[]> weights, NDManager manager) {
    return of(spec, 0, false, weights, manager);
  }

  /**
   * A network ready to train.
   *
   * @param dropout share of inputs and of outputs of the encoder set to 0 in training
   * @param variational whether that share is drawn once for all tokens of a sentence
   * @param manager owner of its parameters in the engine
   * @throws IllegalArgumentException if weights are missing or of another size
   */
  public static TaggerNetwork of(
      NetworkSpec spec,
      float dropout,
      boolean variational,
      Map<String, float[]> weights,
      NDManager manager) {
    TaggerNetwork network = new TaggerNetwork(spec, dropout, variational);
    network.initialize(manager, DataType.FLOAT32, new Shape(1, 1));
    network.setWeights(weights);
    return network;
  }

  /** The parts of this network. */
  public NetworkSpec spec() {
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

  /** A copy of all weights by name, each row after row. */
  public Map<String, float[]> weights() {
    Map<String, float[]> weights = new LinkedHashMap<>();
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
   * Takes over weights that {@link #weights} or {@link NetworkSpec#draw} gave.
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
        float[] array = tables.containsKey(name) ? tables.get(name).weights() : arrays.get(name);
        System.arraycopy(values, 0, array, 0, values.length);
      }
    }
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
    Shape tokens = inputShapes[0];
    for (PartBlock input : inputs) {
      // No parameter's shape depends on how many ids a token has.
      input.block().initialize(manager, dataType, tokens);
    }
    encoder
        .block()
        .initialize(manager, dataType, tokens.add(spec.encoder().in()), new Shape(tokens.size()));
    head.block().initialize(manager, dataType, tokens.add(spec.encoder().width()));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList all, boolean training, PairList<String, Object> params) {
    Iterator<NDArray> next = all.iterator();
    NDArray x = embed(0, next, store, training);
    for (int i = 1; i < inputs.size(); i++) {
      x = x.concat(embed(i, next, store, training), 2);
    }
    NDArray reversal = next.next();
    x = drop(inputDropout, x, store, training);
    x = encoder.block().forward(store, new NDList(x, reversal), training).head();
    x = drop(outputDropout, x, store, training);
    return head.block().forward(store, new NDList(x), training);
  }

  /** What one input gives for its ids, the next ones. */
  private NDArray embed(int input, Iterator<NDArray> next, ParameterStore store, boolean training) {
    NDList ids = new NDList();
    for (int k = spec.inputs().get(input).inputs().size(); k > 0; k--) {
      ids.add(next.next());
    }
    return inputs.get(input).block().forward(store, ids, training).head();
  }

  private NDArray drop(Block dropout, NDArray x, ParameterStore store, boolean training) {
    if (!variational || !training) {
      return dropout.forward(store, new NDList(x), training).head();
    }
    Shape shape = x.getShape();
    NDArray ones = x.getManager().ones(new Shape(shape.get(0), 1, shape.get(2)));
    return x.mul(dropout.forward(store, new NDList(ones), true).head());
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {inputShapes[0].add(spec.head().labels())};
  }
}
