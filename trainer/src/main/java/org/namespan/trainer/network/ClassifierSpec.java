package org.namespan.trainer.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.namespan.trainer.network.encoder.RecurrentEncoder;
import org.namespan.trainer.network.head.ClassHead;
import org.namespan.trainer.network.input.InputPart;
import org.namespan.trainer.network.part.NetworkGraph;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Precision;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.network.part.WeightReader;
import org.namespan.trainer.network.pooling.PoolingPart;
import org.namespan.trainer.network.pooling.TextMask;
import org.namespan.trainer.onnx.OnnxGraph;
import org.namespan.trainer.onnx.OnnxValue;

/**
 * A network that classifies texts as its parts: the inputs and the encoder of a tagger, a pooling
 * that makes one vector of those of the tokens, and a head. Immutable.
 *
 * @param inputs what tokens are read by, side by side before the encoder
 * @param encoder what reads texts
 * @param pooling what makes one vector of a text
 * @param head what turns it into logits
 */
public record ClassifierSpec(
    List<InputPart> inputs, RecurrentEncoder encoder, PoolingPart pooling, ClassHead head)
    implements ModelSpec {

  /** Copies the list; rejects parts that have a weight of the same name. */
  public ClassifierSpec {
    inputs = List.copyOf(inputs);
    ModelSpec.requireDistinctNames(new RecurrentParts(inputs, encoder).weights(pooling, head));
  }

  private RecurrentParts recurrent() {
    return new RecurrentParts(inputs, encoder);
  }

  @Override
  public List<Weight> weights() {
    return recurrent().weights(pooling, head);
  }

  @Override
  public PartBlock body(float dropout, boolean variational) {
    return PooledBody.of(recurrent().block(dropout, variational), pooling.block());
  }

  @Override
  public Set<String> pretrained() {
    return Set.of();
  }

  @Override
  public Map<String, float[]> draw(long seed) {
    return recurrent().draw(seed, pooling, head);
  }

  /**
   * The weights that a model file stands for.
   *
   * @throws IllegalArgumentException if the graph is not one of this network
   */
  public Map<String, float[]> read(WeightReader file) {
    Map<String, float[]> weights = new LinkedHashMap<>();
    inputs.forEach(input -> input.read(file, weights));
    encoder.read(file, weights);
    pooling.read(file, weights);
    head.read(file, weights);
    weights().forEach(weight -> weight.in(weights));
    return weights;
  }

  /**
   * Adds the network to an empty graph: its inputs, its nodes and its output, as the sdk runs it.
   * The same arguments give the same graph.
   */
  public void write(OnnxGraph graph, Map<String, float[]> weights, Precision precision) {
    NetworkGraph network = recurrent().graph(graph, precision);
    OnnxValue states =
        recurrent().write(network, weights, rounded(weights, precision)).joined(network);
    OnnxValue byText = graph.transpose("encoded.by_text", states, 1, 0, 2);
    OnnxValue pooled = pooling.write(new TextMask.Nodes(network), byText, weights);
    head.write(network, pooled, weights);
  }

  /** For example {@code lstm 1x128 bidirectional, words 64, max pooling, 2 classes by softmax}. */
  @Override
  public String describe() {
    return recurrent().describe(pooling, head);
  }
}
