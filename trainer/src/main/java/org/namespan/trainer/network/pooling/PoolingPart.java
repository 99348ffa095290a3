package org.namespan.trainer.network.pooling;

import java.util.Map;
import org.namespan.trainer.network.part.Part;
import org.namespan.trainer.network.part.WeightReader;
import org.namespan.trainer.onnx.OnnxValue;

/**
 * A part that makes one vector of the vectors of a text's tokens. Its block takes {@code [batch,
 * time, width]} and the {@link TextMask} of the batch, {@code [batch, time]}, and gives {@code
 * [batch, 1, width]}. What stands in padded positions changes nothing.
 */
public interface PoolingPart extends Part {

  /** Width of what it reads and gives. */
  int width();

  /** Puts its weights that a model file stands for into a map by name. */
  default void read(WeightReader file, Map<String, float[]> weights) {}

  /**
   * Adds its nodes to a graph.
   *
   * @param states what the encoder gives, {@code [batch, time, width]}
   * @return {@code [batch, width]}
   */
  OnnxValue write(TextMask.Nodes mask, OnnxValue states, Map<String, float[]> weights);
}
