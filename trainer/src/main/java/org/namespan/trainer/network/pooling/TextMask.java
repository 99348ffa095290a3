package org.namespan.trainer.network.pooling;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.namespan.trainer.network.part.NetworkGraph;
import org.namespan.trainer.onnx.Attributes;
import org.namespan.trainer.onnx.ElementType;
import org.namespan.trainer.onnx.OnnxGraph;
import org.namespan.trainer.onnx.OnnxValue;

/** Tells tokens from padding: 1 at each token of a text, 0 behind its last one. */
public final class TextMask {

  /** Taken from scores of padding, leaves nothing of them: more than any score of a token. */
  static final float FAR = 1e30f;

  private TextMask() {}

  /**
   * The mask of a batch in the engine.
   *
   * @param reversal of the batch {@code [batch * time]}, see {@link
   *     org.namespan.trainer.batch.Batch#reversal}: a row that is reversed begins with its last
   *     token, which tells its length
   * @return {@code [batch, time]}
   */
  public static NDArray of(NDArray reversal, int batch, int time) {
    int[] positions = reversal.toIntArray();
    float[] mask = new float[batch * time];
    for (int i = 0; i < batch; i++) {
      for (int at = i * time; at <= positions[i * time]; at++) {
        mask[at] = 1;
      }
    }
    NDManager manager = reversal.getManager();
    return manager.create(mask, new Shape(batch, time));
  }

  /** What is to be added to scores so that nothing is left of those of padding. */
  static NDArray farFromPadding(NDArray mask) {
    return mask.sub(1).mul(FAR);
  }

  /** The mask in a graph. */
  public static final class Nodes {

    private final OnnxGraph graph;
    private final OnnxValue lengths;
    private final OnnxValue mask;
    private final OnnxValue lastAxis;

    /** Adds the nodes that make the mask of the lengths of texts. */
    public Nodes(NetworkGraph network) {
      graph = network.graph();
      OnnxValue zero = graph.int64s("mask.zero", 0);
      OnnxValue one = graph.int64s("mask.one", 1);
      OnnxValue time = graph.slice("mask.time", network.timeBatch(), zero, one, zero);
      lastAxis = graph.int64s("mask.last_axis", -1);
      lengths =
          graph.unsqueeze("mask.lengths", graph.toFloat("lengths.float", network.lengths()), one);
      OnnxValue positions =
          graph.node(
              "Range",
              "mask.positions",
              ElementType.INT64,
              List.of(
                  graph.squeeze("mask.from", zero, zero),
                  graph.squeeze("mask.to", time, zero),
                  graph.squeeze("mask.step", one, zero)),
              Attributes.none());
      OnnxValue left =
          graph.sub("mask.left", lengths, graph.toFloat("mask.positions.float", positions));
      mask =
          graph.node(
              "Clip",
              "mask",
              ElementType.FLOAT,
              List.of(
                  left,
                  graph.floats("mask.least", new float[] {0}),
                  graph.floats("mask.largest", new float[] {1})),
              Attributes.none());
    }

    OnnxGraph graph() {
      return graph;
    }

    /** {@code [batch, time]}. */
    OnnxValue mask() {
      return mask;
    }

    /** Tokens of each text {@code [batch, 1]}, as floats. */
    OnnxValue lengths() {
      return lengths;
    }

    /** Weights of tokens {@code [batch, time]} with an axis more, to multiply vectors with. */
    OnnxValue perVector(String output, OnnxValue weights) {
      return graph.unsqueeze(output, weights, lastAxis);
    }

    /** What is to be added to scores {@code [batch, time]}: nothing is left of those of padding. */
    OnnxValue farFromPadding() {
      OnnxValue one = graph.floats("mask.1", new float[] {1});
      OnnxValue far = graph.floats("mask.far", new float[] {FAR});
      return graph.mul("mask.padding", graph.sub("mask.minus_1", mask, one), far);
    }

    /** The sum over tokens of vectors {@code [batch, time, width]}. */
    OnnxValue sumOverTime(String output, OnnxValue vectors) {
      return graph.reduceSum(output, vectors, graph.int64s(output + ".axis", 1));
    }
  }
}
