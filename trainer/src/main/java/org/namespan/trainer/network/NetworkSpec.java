package org.namespan.trainer.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.namespan.model.ModelMetadata;
import org.namespan.trainer.network.encoder.EncoderOutput;
import org.namespan.trainer.network.encoder.RecurrentEncoder;
import org.namespan.trainer.network.head.HeadPart;
import org.namespan.trainer.network.input.InputPart;
import org.namespan.trainer.network.input.WordEmbedding;
import org.namespan.trainer.network.part.NetworkGraph;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Precision;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.network.part.WeightReader;
import org.namespan.trainer.onnx.OnnxGraph;

/**
 * A network of recurrent layers over embeddings as its parts: inputs, encoder and head. It can be
 * written as an ONNX graph, which the sdk runs. Immutable.
 *
 * @param words the table of words, which is among {@code inputs} or in one of them
 * @param inputs what tokens are read by, side by side before the encoder
 * @param encoder what reads sentences
 * @param head what turns the encoder's output into emissions
 */
public record NetworkSpec(
    WordEmbedding words, List<InputPart> inputs, RecurrentEncoder encoder, HeadPart head)
    implements TaggerSpec {

  /** Copies the list; rejects parts that have a weight of the same name. */
  public NetworkSpec {
    inputs = List.copyOf(inputs);
    ModelSpec.requireDistinctNames(new RecurrentParts(inputs, encoder).weights(head));
  }

  private RecurrentParts body() {
    return new RecurrentParts(inputs, encoder);
  }

  @Override
  public List<Weight> weights() {
    return body().weights(head);
  }

  @Override
  public PartBlock body(float dropout, boolean variational) {
    return body().block(dropout, variational);
  }

  @Override
  public Set<String> pretrained() {
    return Set.of();
  }

  @Override
  public Map<String, float[]> draw(long seed) {
    return body().draw(seed, head);
  }

  /**
   * The weights that a model file stands for.
   *
   * @param metadata of the file
   * @throws IllegalArgumentException if the graph is not one of this network
   */
  public Map<String, float[]> read(WeightReader file, ModelMetadata metadata) {
    Map<String, float[]> weights = new LinkedHashMap<>();
    inputs.forEach(input -> input.read(file, weights));
    encoder.read(file, weights);
    head.read(file, weights);
    head.readDecoder(metadata, weights);
    weights().forEach(weight -> weight.in(weights));
    return weights;
  }

  /** The largest magnitude that a number of an embedding can have, whatever the text. */
  public float inputRange(Map<String, float[]> weights) {
    return body().inputRange(weights);
  }

  /**
   * Adds the network to an empty graph: its inputs, its nodes and its output, as the sdk runs it.
   * The same arguments give the same graph.
   */
  public void write(OnnxGraph graph, Map<String, float[]> weights, Precision precision) {
    NetworkGraph network = body().graph(graph, precision);
    EncoderOutput encoded = body().write(network, weights, rounded(weights, precision));
    head.write(network, encoded, weights);
  }

  /** For example {@code lstm 1x128 bidirectional, words 64, hashed 4x32}. */
  @Override
  public String describe() {
    return body().describe(head);
  }
}
