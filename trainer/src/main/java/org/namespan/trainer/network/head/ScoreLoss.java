package org.namespan.trainer.network.head;

import java.util.Map;
import org.namespan.trainer.batch.Batch;

/**
 * A loss over the scores of a network that is computed in Java, with its gradient. The engine only
 * needs the gradient: the sum over scores times their gradient, taken as constant, has the same
 * derivative by every weight below. Not thread-safe.
 */
public interface ScoreLoss {

  /**
   * The mean loss per token of a batch, or per text.
   *
   * @param scores {@code [size, time, labels]} or {@code [size, classes]}, row after row
   * @param gradient of that mean by each score, written here; 0 where it comes in stays 0 in
   *     padding
   */
  double evaluate(float[] scores, Batch batch, float[] gradient);

  /** The gradient of the last batch's loss by those weights of the head that live in Java. */
  Map<String, float[]> arrayGradients();
}
