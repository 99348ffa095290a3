package org.namespan.trainer.network.part;

import java.util.List;
import org.namespan.model.GraphSignature;
import org.namespan.trainer.onnx.Dimension;

/**
 * Ids that a part asks for.
 *
 * @param name of the {@link org.namespan.model.feature.TokenInput} whose they are, and of the
 *     graph's input
 * @param shape its axes: {@code [batch, time]} or {@code [batch, time, width]}
 */
public record GraphInput(String name, List<Dimension> shape) {

  /** The axis of sentences. */
  public static final Dimension BATCH = Dimension.named(GraphSignature.Axis.BATCH.name());

  /** The axis of tokens. */
  public static final Dimension TIME = Dimension.named(GraphSignature.Axis.TIME.name());

  /** One id of each token. */
  public static GraphInput of(String name) {
    return new GraphInput(name, List.of(BATCH, TIME));
  }

  /**
   * Some ids of each token.
   *
   * @param width how many
   */
  public static GraphInput of(String name, int width) {
    return new GraphInput(name, List.of(BATCH, TIME, Dimension.of(width)));
  }
}
