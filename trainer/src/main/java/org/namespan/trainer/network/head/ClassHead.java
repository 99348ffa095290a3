package org.namespan.trainer.network.head;

import ai.djl.nn.Block;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.namespan.model.GraphSignature;
import org.namespan.model.decode.Activation;
import org.namespan.trainer.network.part.GraphInput;
import org.namespan.trainer.network.part.NetworkGraph;
import org.namespan.trainer.network.part.Part;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.network.part.WeightReader;
import org.namespan.trainer.onnx.Dimension;
import org.namespan.trainer.onnx.OnnxValue;

/**
 * A dense layer that gives each text a logit for each class. Its block takes {@code [batch, 1, in]}
 * and gives {@code [batch, 1, classes]}.
 *
 * @param activation what will make probabilities of the logits
 * @param in width of a text's vector
 * @param classes outputs per text
 */
public record ClassHead(Activation activation, int in, int classes) implements Part {

  private DenseLayer dense() {
    return new DenseLayer(in, classes);
  }

  @Override
  public List<Weight> weights() {
    return dense().weights();
  }

  @Override
  public void draw(Random random, Map<String, float[]> weights) {
    dense().draw(random, weights);
  }

  /** Puts its weights that a model file stands for into a map by name. */
  public void read(WeightReader file, Map<String, float[]> weights) {
    dense().read(file, weights);
  }

  /**
   * Takes over what another head has learned of some of the classes.
   *
   * @param origins for each class its place in the other head; -1 for one that it lacks
   * @param before weights of the other head, by name
   * @param drawn weights by name that the others begin with
   * @param weights by name, into which those of this head are put
   */
  public void grow(
      int[] origins,
      Map<String, float[]> before,
      Map<String, float[]> drawn,
      Map<String, float[]> weights) {
    dense().grow(origins, before, drawn, weights);
  }

  @Override
  public PartBlock block() {
    Block block = dense().block();
    return new PartBlock(block, Map.of(), Map.of(), dense().parameters(block));
  }

  /**
   * Adds its nodes to a graph, and declares its output.
   *
   * @param pooled {@code [batch, in]}
   */
  public void write(NetworkGraph network, OnnxValue pooled, Map<String, float[]> weights) {
    OnnxValue logits = dense().write(network, GraphSignature.LOGITS, pooled, weights);
    network.graph().output(logits, GraphInput.BATCH, Dimension.of(classes));
  }

  /**
   * The loss that it learns by.
   *
   * @param labelSmoothing share of a target's weight that is spread over all classes
   */
  public ScoreLoss loss(double labelSmoothing) {
    return new ClassLoss(activation, classes, labelSmoothing);
  }

  @Override
  public String describe() {
    return classes + " classes by " + activation.id();
  }
}
