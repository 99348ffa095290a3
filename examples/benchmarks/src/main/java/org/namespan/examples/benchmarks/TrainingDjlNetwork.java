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
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.network.Combiner;
import org.namespan.trainer.network.EngineNetwork;
import org.namespan.trainer.network.NetworkSpec;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Weight;

/**
 * The network of {@link EngineNetwork} as it is first written with DJL: tables are DJL's own
 * embedding blocks, and they and the transition scores of a CRF are parameters like all others.
 * Takes the same inputs; gives emissions {@code [batch, time, labels]} and, of a CRF, the
 * transition scores behind them. Networks that read characters are not offered. Not thread-safe.
 */
final class TrainingDjlNetwork extends AbstractBlock {

  private final NetworkConfig config;
  private final NetworkSpec spec;
  private final Block words;

  /** Null without hashed features. */
  private final @Nullable Block hashes;

  private final Block inputDropout;
  private final PartBlock encoder;
  private final Block outputDropout;
  private final PartBlock head;
  private final Map<String, Parameter> headArrays = new LinkedHashMap<>();

  TrainingDjlNetwork(NetworkConfig config, float dropout) {
    this.config = config;
    spec = config.spec();
    words = addChildBlock("words", table(config.wordRows(), config.wordDim()));
    hashes =
        config.hashCount() == 0
            ? null
            : addChildBlock("hashes", table(config.hashRows(), config.hashDim()));
    inputDropout = addChildBlock("inputDropout", Dropout.builder().optRate(dropout).build());
    encoder = spec.encoder().block();
    addChildBlock("encoder", encoder.block());
    outputDropout = addChildBlock("outputDropout", Dropout.builder().optRate(dropout).build());
    head = spec.head().block();
    addChildBlock("head", head.block());
    for (Weight weight : head.arrays().keySet()) {
      headArrays.put(
          weight.name(),
          addParameter(
              Parameter.builder()
                  .setName(weight.name())
                  .setType(Parameter.Type.OTHER)
                  .optShape(new Shape(weight.size()))
                  .optInitializer(Initializer.ZEROS)
                  .build()));
    }
  }

  /** DJL's embedding block, whose vocabulary are the ids themselves. */
  private static Block table(int rows, int dim) {
    List<String> ids = IntStream.range(0, rows).mapToObj(Integer::toString).toList();
    return new TrainableWordEmbedding(new DefaultVocabulary(ids), dim);
  }

  /** Takes over weights by the names of {@link EngineNetwork#weights}. */
  void setWeights(Map<String, float[]> weights) {
    namedParameters()
        .forEach(
            (name, p) -> EngineNetwork.assign(p, Objects.requireNonNull(weights.get(name), name)));
  }

  private Map<String, Parameter> namedParameters() {
    Map<String, Parameter> parameters = new LinkedHashMap<>(headArrays);
    parameters.put("words", words.getDirectParameters().get("embedding"));
    if (hashes != null) {
      parameters.put("hashes", hashes.getDirectParameters().get("embedding"));
    }
    encoder.parameters().forEach((weight, p) -> parameters.put(weight.name(), p));
    head.parameters().forEach((weight, p) -> parameters.put(weight.name(), p));
    return parameters;
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
    Shape ids = inputShapes[0];
    words.initialize(manager, dataType, ids);
    if (hashes != null) {
      hashes.initialize(manager, dataType, ids);
    }
    Shape embedded = ids.add(spec.encoder().in());
    encoder.block().initialize(manager, dataType, embedded, new Shape(ids.size()));
    head.block().initialize(manager, dataType, ids.add(spec.encoder().width()));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray ids = inputs.head();
    NDArray x = words.forward(store, new NDList(ids), training).head();
    if (hashes != null) {
      NDArray hashed = hashes.forward(store, new NDList(inputs.get(1)), training).head();
      Shape shape = x.getShape();
      x =
          config.combiner() == Combiner.SUM
              ? x.add(hashed.sum(new int[] {2}))
              : x.concat(hashed.reshape(shape.get(0), shape.get(1), -1), 2);
    }
    NDArray reversal = inputs.get(inputs.size() - 1);
    x = inputDropout.forward(store, new NDList(x), training).head();
    x = encoder.block().forward(store, new NDList(x, reversal), training).head();
    x = outputDropout.forward(store, new NDList(x), training).head();
    NDList outputs = new NDList(head.block().forward(store, new NDList(x), training).head());
    for (Parameter array : headArrays.values()) {
      outputs.add(store.getValue(array, ids.getDevice(), training));
    }
    return outputs;
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {inputShapes[0].add(config.labels())};
  }
}
