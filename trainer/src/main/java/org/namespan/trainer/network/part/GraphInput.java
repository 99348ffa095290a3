package org.namespan.trainer.network.part;

import java.util.ArrayList;
import java.util.List;
import org.namespan.trainer.batch.TokenInput;
import org.namespan.trainer.onnx.Dimension;

/**
 * Ids that a part asks for.
 *
 * @param input which they are
 * @param width ids of each token
 */
public record GraphInput(TokenInput input, int width) {

  /** The axis of sentences. */
  public static final Dimension BATCH = Dimension.named("batch");

  /** The axis of tokens. */
  public static final Dimension TIME = Dimension.named("time");

  /** Name of the graph's input. */
  public String name() {
    return input.graphInput();
  }

  /** Its axes: {@code [batch, time]} or {@code [batch, time, width]}. */
  public List<Dimension> shape() {
    List<Dimension> shape = new ArrayList<>(List.of(BATCH, TIME));
    if (input.hasAxis()) {
      shape.add(Dimension.of(width));
    }
    return shape;
  }
}
