package org.namespan.trainer.network.head;

import java.util.Map;
import org.namespan.trainer.batch.Batch;

/**
 * A loss over emissions that is computed in Java, with its gradient. The engine only needs the
 * gradient: the sum over emissions times their gradient, taken as constant, has the same derivative
 * by every weight below. Not thread-safe.
 */
public interface EmissionLoss {

  /**
   * The mean loss per token of a batch.
   *
   * @param emissions {@code [size, time, labels]}, row after row
   * @param gradient of that mean by each emission, written here; 0 where it comes in stays 0 in
   *     padding
   */
  double evaluate(float[] emissions, Batch batch, float[] gradient);

  /** The gradient of the last batch's loss by those weights of the head that live in Java. */
  Map<String, float[]> arrayGradients();
}
