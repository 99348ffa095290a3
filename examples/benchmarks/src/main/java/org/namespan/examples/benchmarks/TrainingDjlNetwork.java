package org.namespan.examples.benchmarks;

import ai.djl.modality.nlp.DefaultVocabulary;
import ai.djl.modality.nlp.embedding.TrainableWordEmbedding;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.network.NetworkConfig;
import org.namespan.trainer.network.RecurrentLayer;
import org.namespan.trainer.network.TaggerNetwork;

/**
 * The network of {@link TaggerNetwork} as it is first written with DJL: tables are DJL's own
 * embedding blocks, and they and the transition scores of a CRF are parameters like all others.
 * Takes the same inputs; gives emissions {@code [batch, time, labels]} and, of a CRF, the
 * transition scores behind them. Networks that read characters are not offered. Not thread-safe.
 */
final class TrainingDjlNetwork extends AbstractBlock {

  private final NetworkConfig config;
  private final Block words;
  private final Block hashes;
  private final Block inputDropout;
  private final List<RecurrentLayer> layers = new ArrayList<>();
  private final Block outputDropout;
  private final Block dense;
  private final Parameter transitions;

  TrainingDjlNetwork(NetworkConfig config, float dropout) {
    this.config = config;
    words = addChildBlock("words", table(config.wordRows(), config.wordDim()));
    hashes =
        config.hashCount() == 0
            ? null
            : addChildBlock("hashes", table(config.hashRows(), config.hashDim()));
    inputDropout = addChildBlock("inputDropout", Dropout.builder().optRate(dropout).build());
    for (int i = 0; i < config.layers(); i++) {
      layers.add(
          addChildBlock(
              "layer" + i,
              new RecurrentLayer(config.cell(), config.hidden(), config.bidirectional())));
    }
    outputDropout = addChildBlock("outputDropout", Dropout.builder().optRate(dropout).build());
    dense = addChildBlock("dense", Linear.builder().setUnits(config.labels()).build());
    transitions =
        config.head() == Head.SOFTMAX
            ? null
            : addParameter(
                Parameter.builder()
                    .setName(TaggerNetwork.TRANSITIONS)
                    .setType(Parameter.Type.OTHER)
                    .optShape(new Shape(config.transitionCount()))
                    .optInitializer(Initializer.ZEROS)
                    .build());
  }

  /** DJL's embedding block, whose vocabulary are the ids themselves. */
  private static Block table(int rows, int dim) {
    List<String> ids = IntStream.range(0, rows).mapToObj(Integer::toString).toList();
    return new TrainableWordEmbedding(new DefaultVocabulary(ids), dim);
  }

  /** Takes over weights by the names of {@link TaggerNetwork#weights}. */
  void setWeights(Map<String, float[]> weights) {
    namedParameters().forEach((name, p) -> TaggerNetwork.assign(p, weights.get(name)));
  }

  private Map<String, Parameter> namedParameters() {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    parameters.put("words", words.getDirectParameters().get("embedding"));
    if (hashes != null) {
      parameters.put("hashes", hashes.getDirectParameters().get("embedding"));
    }
    for (int i = 0; i < layers.size(); i++) {
      String prefix = "layer" + i + ".";
      layers.get(i).namedParameters().forEach((name, p) -> parameters.put(prefix + name, p));
    }
    parameters.put("dense.W", dense.getDirectParameters().get("weight"));
    parameters.put("dense.b", dense.getDirectParameters().get("bias"));
    if (transitions != null) {
      parameters.put(TaggerNetwork.TRANSITIONS, transitions);
    }
    return parameters;
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
    Shape ids = inputShapes[0];
    words.initialize(manager, dataType, ids);
    if (hashes != null) {
      hashes.initialize(manager, dataType, ids);
    }
    for (int i = 0; i < layers.size(); i++) {
      Shape input = ids.add(config.layerInputDim(i));
      layers.get(i).initialize(manager, dataType, input, new Shape(ids.size()));
    }
    dense.initialize(manager, dataType, ids.add(config.layerOutputDim()));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray ids = inputs.head();
    NDArray x = words.forward(store, new NDList(ids), training).head();
    if (hashes != null) {
      NDArray hashed = hashes.forward(store, new NDList(inputs.get(1)), training).head();
      x = TaggerNetwork.combine(config.combiner(), x, hashed);
    }
    NDArray reversal = inputs.get(inputs.size() - 1);
    x = inputDropout.forward(store, new NDList(x), training).head();
    for (int i = 0; i < layers.size(); i++) {
      NDArray y = layers.get(i).forward(store, new NDList(x, reversal), training).head();
      x = config.skip() && i > 0 ? y.add(x) : y;
    }
    x = outputDropout.forward(store, new NDList(x), training).head();
    NDArray scores = dense.forward(store, new NDList(x), training).head();
    return transitions == null
        ? new NDList(scores.logSoftmax(2))
        : new NDList(scores, store.getValue(transitions, ids.getDevice(), training));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {inputShapes[0].add(config.labels())};
  }
}
