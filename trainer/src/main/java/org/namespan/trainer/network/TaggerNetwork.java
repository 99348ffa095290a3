package org.namespan.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Embedding, recurrent layers, dense, log-softmax.
 *
 * <p>Takes words {@code [batch, time]} (int32), hashes {@code [batch, time, features]} (int32,
 * absent when the network has none) and the reversal {@code [batch * time]} (int32, see {@link
 * Batch#reversal}); gives emissions {@code [batch, time, labels]}: the logarithm of each label's
 * probability. What stands in padded positions changes nothing elsewhere. Not thread-safe.
 */
public final class TaggerNetwork extends AbstractBlock {

  private static final NDIndex ALL = new NDIndex("...");

  private final NetworkConfig config;
  private final LookupTable wordTable;
  private final LookupTable hashTable;
  private final List<RecurrentLayer> layers = new ArrayList<>();
  private final Block inputDropout;
  private final Block outputDropout;
  private final Block dense;

  /**
   * An uninitialised network.
   *
   * @param dropout share of inputs and of outputs of the recurrent layers set to 0 in training
   */
  public TaggerNetwork(NetworkConfig config, float dropout) {
    this.config = config;
    wordTable = addChildBlock("words", new LookupTable(config.wordRows(), config.wordDim()));
    hashTable =
        config.hashCount() == 0
            ? null
            : addChildBlock("hashes", new LookupTable(config.hashRows(), config.hashDim()));
    inputDropout = addChildBlock("inputDropout", Dropout.builder().optRate(dropout).build());
    for (int i = 0; i < config.layers(); i++) {
      layers.add(
          addChildBlock(
              "layer" + i,
              new RecurrentLayer(config.cell(), config.hidden(), config.bidirectional())));
    }
    outputDropout = addChildBlock("outputDropout", Dropout.builder().optRate(dropout).build());
    dense = addChildBlock("dense", Linear.builder().setUnits(config.labels()).build());
  }

  /**
   * A network ready to run.
   *
   * @param manager owner of its parameters in the engine
   * @throws IllegalArgumentException if weights are missing or of another size
   */
  public static TaggerNetwork of(
      NetworkConfig config, float dropout, Map<String, float[]> weights, NDManager manager) {
    TaggerNetwork network = new TaggerNetwork(config, dropout);
    network.initialize(manager, DataType.FLOAT32, new Shape(1, 1));
    network.setWeights(weights);
    return network;
  }

  /** The shape of this network. */
  public NetworkConfig config() {
    return config;
  }

  /** The embedding tables by name: {@code words}, and {@code hashes} if there are any. */
  public Map<String, LookupTable> tables() {
    Map<String, LookupTable> tables = new LinkedHashMap<>();
    tables.put("words", wordTable);
    if (hashTable != null) {
      tables.put("hashes", hashTable);
    }
    return tables;
  }

  /**
   * The parameters held by the engine, by the names that checkpoints use: {@code layer0.forward.W}
   * {@code [gates * hidden, in]}, {@code R} {@code [gates * hidden, hidden]}, {@code Wb} and {@code
   * Rb} {@code [gates * hidden]} for each layer and direction, {@code dense.W} {@code [labels, in]}
   * and {@code dense.b} {@code [labels]}. Gates stand in PyTorch's order.
   */
  public Map<String, Parameter> denseParameters() {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      for (var direction : layers.get(i).getChildren()) {
        // "01forward": DJL numbers children.
        String name = direction.getKey().replaceFirst("^[0-9]+", "");
        String prefix = "layer" + i + "." + name + ".";
        for (var parameter : direction.getValue().getDirectParameters()) {
          parameters.put(prefix + shortName(parameter.getKey()), parameter.getValue());
        }
      }
    }
    parameters.put("dense.W", dense.getDirectParameters().get("weight"));
    parameters.put("dense.b", dense.getDirectParameters().get("bias"));
    return parameters;
  }

  /** A copy of all weights: {@link #tables} and {@link #denseParameters}, row after row. */
  public Map<String, float[]> weights() {
    Map<String, float[]> weights = new LinkedHashMap<>();
    tables().forEach((name, table) -> weights.put(name, table.weights().clone()));
    denseParameters().forEach((name, p) -> weights.put(name, p.getArray().toFloatArray()));
    return weights;
  }

  /**
   * Takes over weights that {@link #weights} or {@link WeightInitializer} gave.
   *
   * @throws IllegalArgumentException if one is missing or has another size
   */
  public void setWeights(Map<String, float[]> weights) {
    tables()
        .forEach(
            (name, table) -> {
              float[] values = require(weights, name, table.weights().length);
              System.arraycopy(values, 0, table.weights(), 0, values.length);
            });
    denseParameters().forEach((name, p) -> assign(p, require(weights, name, p)));
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

  private static float[] require(Map<String, float[]> weights, String name, Parameter parameter) {
    return require(weights, name, (int) parameter.getArray().size());
  }

  private static float[] require(Map<String, float[]> weights, String name, int size) {
    float[] values = weights.get(name);
    if (values == null || values.length != size) {
      throw new IllegalArgumentException(
          "weights '"
              + name
              + "': found "
              + (values == null ? "none" : values.length + " numbers")
              + ", expected "
              + size);
    }
    return values;
  }

  static String shortName(String djlName) {
    return (djlName.contains("i2h") ? "W" : "R") + (djlName.endsWith("BIAS") ? "b" : "");
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
    Shape words = inputShapes[0];
    for (int i = 0; i < layers.size(); i++) {
      layers
          .get(i)
          .initialize(
              manager,
              dataType,
              new Shape(words.get(0), words.get(1), config.layerInputDim(i)),
              new Shape(words.size()));
    }
    dense.initialize(
        manager, dataType, new Shape(words.get(0), words.get(1), config.layerOutputDim()));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray words = inputs.get(0);
    NDArray x = wordTable.forward(store, new NDList(words), training).head();
    if (hashTable != null) {
      NDArray hashed = hashTable.forward(store, new NDList(inputs.get(1)), training).head();
      Shape shape = words.getShape();
      x = x.concat(hashed.reshape(shape.get(0), shape.get(1), -1), 2);
    }
    NDArray reversal = inputs.get(inputs.size() - 1);
    x = inputDropout.forward(store, new NDList(x), training).head();
    for (int i = 0; i < layers.size(); i++) {
      NDArray y = layers.get(i).forward(store, new NDList(x, reversal), training).head();
      x = config.skip() && i > 0 ? y.add(x) : y;
    }
    x = outputDropout.forward(store, new NDList(x), training).head();
    return new NDList(dense.forward(store, new NDList(x), training).head().logSoftmax(2));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {inputShapes[0].add(config.labels())};
  }
}
