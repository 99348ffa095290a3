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
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.namespan.model.decode.TransitionScores;

/**
 * Embedding, recurrent layers, dense, and log-softmax unless the head is a CRF.
 *
 * <p>Takes words {@code [batch, time]} (int32), hashes {@code [batch, time, features]} (int32,
 * absent when the network has none), characters {@code [batch, time, length]} (int32, likewise) and
 * the reversal {@code [batch * time]} (int32, see {@link Batch#reversal}); gives emissions {@code
 * [batch, time, labels]}: the logarithm of each label's probability, or a CRF's scores. What stands
 * in padded positions changes nothing elsewhere. Not thread-safe.
 */
public final class TaggerNetwork extends AbstractBlock {

  /** Name of the {@link #transitions} among weights. */
  public static final String TRANSITIONS = "transitions";

  private static final NDIndex ALL = new NDIndex("...");

  private final NetworkConfig config;
  private final LookupTable wordTable;
  private final LookupTable hashTable;
  private final CharacterCnn characters;
  private final List<RecurrentLayer> layers = new ArrayList<>();
  private final boolean variational;
  private final float[] transitions;
  private final Block inputDropout;
  private final Block outputDropout;
  private final Block dense;

  /**
   * An uninitialised network.
   *
   * @param dropout share of inputs and of outputs of the recurrent layers set to 0 in training
   * @param variational whether that share is drawn once for all tokens of a sentence
   */
  public TaggerNetwork(NetworkConfig config, float dropout, boolean variational) {
    this.config = config;
    this.variational = variational;
    transitions = new float[config.transitionCount()];
    wordTable = addChildBlock("words", new LookupTable(config.wordRows(), config.wordDim()));
    hashTable =
        config.hashCount() == 0
            ? null
            : addChildBlock("hashes", new LookupTable(config.hashRows(), config.hashDim()));
    characters =
        config.charFilters() == 0
            ? null
            : addChildBlock(
                "characters",
                new CharacterCnn(config.charRows(), config.charDim(), config.charFilters()));
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
   * A network ready to tag.
   *
   * @param manager owner of its parameters in the engine
   * @throws IllegalArgumentException if weights are missing or of another size
   */
  public static TaggerNetwork of(
      NetworkConfig config, Map<String, float[]> weights, NDManager manager) {
    return of(config, 0, false, weights, manager);
  }

  /**
   * A network ready to train.
   *
   * @param dropout share of inputs and of outputs of the recurrent layers set to 0 in training
   * @param variational whether that share is drawn once for all tokens of a sentence
   * @param manager owner of its parameters in the engine
   * @throws IllegalArgumentException if weights are missing or of another size
   */
  public static TaggerNetwork of(
      NetworkConfig config,
      float dropout,
      boolean variational,
      Map<String, float[]> weights,
      NDManager manager) {
    TaggerNetwork network = new TaggerNetwork(config, dropout, variational);
    network.initialize(manager, DataType.FLOAT32, new Shape(1, 1));
    network.setWeights(weights);
    return network;
  }

  /** The shape of this network. */
  public NetworkConfig config() {
    return config;
  }

  /** The embedding tables by name: {@code words}, and {@code hashes} and {@code chars} if any. */
  public Map<String, LookupTable> tables() {
    Map<String, LookupTable> tables = new LinkedHashMap<>();
    tables.put("words", wordTable);
    if (hashTable != null) {
      tables.put("hashes", hashTable);
    }
    if (characters != null) {
      tables.put("chars", characters.table());
    }
    return tables;
  }

  /**
   * The parameters held by the engine, by the names that checkpoints use: {@code layer0.forward.W}
   * {@code [gates * hidden, in]}, {@code R} {@code [gates * hidden, hidden]}, {@code Wb} and {@code
   * Rb} {@code [gates * hidden]} for each layer and direction, {@code dense.W} {@code [labels, in]}
   * and {@code dense.b} {@code [labels]}; {@code char.W} {@code [charDim, 3 * charFilters]} and
   * {@code char.b} {@code [charFilters]} if characters are read, the columns of {@code char.W}
   * being those for the character before, for the character itself, and for the one after. Gates
   * stand in PyTorch's order.
   */
  public Map<String, Parameter> denseParameters() {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    if (characters != null) {
      parameters.put("char.W", characters.filterWeights());
      parameters.put("char.b", characters.bias());
    }
    for (int i = 0; i < layers.size(); i++) {
      String prefix = "layer" + i + ".";
      layers.get(i).namedParameters().forEach((name, p) -> parameters.put(prefix + name, p));
    }
    parameters.put("dense.W", dense.getDirectParameters().get("weight"));
    parameters.put("dense.b", dense.getDirectParameters().get("bias"));
    return parameters;
  }

  /**
   * The transition scores of a CRF, in the order of {@link NetworkConfig#transitionCount}; the
   * array itself. They live in Java, as the CRF's forward-backward does.
   */
  public float[] transitions() {
    return transitions;
  }

  /**
   * Transitions as the sdk takes them.
   *
   * @param transitions in the order of {@link NetworkConfig#transitionCount}, or empty for none
   */
  public static TransitionScores transitionScores(float[] transitions, int labels) {
    if (transitions.length == 0) {
      return TransitionScores.zero(labels);
    }
    int steps = labels * labels;
    return new TransitionScores(
        Arrays.copyOfRange(transitions, steps, steps + labels),
        Arrays.copyOfRange(transitions, steps + labels, steps + 2 * labels),
        Arrays.copyOf(transitions, steps));
  }

  /**
   * A copy of all weights: {@link #tables}, {@link #denseParameters} and, of a CRF, {@code
   * transitions}, row after row.
   */
  public Map<String, float[]> weights() {
    Map<String, float[]> weights = new LinkedHashMap<>();
    tables().forEach((name, table) -> weights.put(name, table.weights().clone()));
    if (config.head() == Head.CRF) {
      weights.put(TRANSITIONS, transitions.clone());
    }
    denseParameters().forEach((name, p) -> weights.put(name, values(p)));
    return weights;
  }

  private static float[] values(Parameter parameter) {
    // Values leave a GPU by way of a copy, which the manager of the parameter would keep.
    try (NDArray copy = parameter.getArray().toDevice(Device.cpu(), true)) {
      return copy.toFloatArray();
    }
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
    if (config.head() == Head.CRF) {
      float[] values = require(weights, TRANSITIONS, transitions.length);
      System.arraycopy(values, 0, transitions, 0, values.length);
    }
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

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
    Shape words = inputShapes[0];
    if (characters != null) {
      characters.initialize(
          manager, dataType, new Shape(words.get(0), words.get(1), config.charLength()));
    }
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
    int next = 1;
    if (hashTable != null) {
      NDArray hashed = hashTable.forward(store, new NDList(inputs.get(next++)), training).head();
      x = combine(config.combiner(), x, hashed);
    }
    if (characters != null) {
      x = x.concat(characters.forward(store, new NDList(inputs.get(next)), training).head(), 2);
    }
    NDArray reversal = inputs.get(inputs.size() - 1);
    x = drop(inputDropout, x, store, training);
    for (int i = 0; i < layers.size(); i++) {
      NDArray y = layers.get(i).forward(store, new NDList(x, reversal), training).head();
      x = config.skip() && i > 0 ? y.add(x) : y;
    }
    x = drop(outputDropout, x, store, training);
    NDArray scores = dense.forward(store, new NDList(x), training).head();
    return new NDList(config.head() == Head.CRF ? scores : scores.logSoftmax(2));
  }

  /**
   * Makes one vector of each token's embeddings.
   *
   * @param words {@code [batch, time, wordDim]}
   * @param hashed {@code [batch, time, features, hashDim]}
   * @return {@code [batch, time, wordDim + features * hashDim]}, or {@code [batch, time, wordDim]}
   *     of a sum
   */
  public static NDArray combine(Combiner combiner, NDArray words, NDArray hashed) {
    Shape shape = words.getShape();
    return combiner == Combiner.SUM
        ? words.add(hashed.sum(new int[] {2}))
        : words.concat(hashed.reshape(shape.get(0), shape.get(1), -1), 2);
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
    return new Shape[] {inputShapes[0].add(config.labels())};
  }
}
