package org.namespan.trainer.training;

import org.namespan.trainer.network.Batch;

/**
 * A loss over emissions that is computed in Java, with its gradient. The engine only needs the
 * gradient: the sum over emissions times their gradient, taken as constant, has the same derivative
 * by every weight below.
 */
interface EmissionLoss {

  /**
   * The mean loss per token of a batch.
   *
   * @param emissions {@code [size, time, labels]}, row after row
   * @param gradient of that mean by each emission, written here; 0 where it comes in stays 0 in
   *     padding
   */
  double evaluate(float[] emissions, Batch batch, float[] gradient);

  /**
   * The gradient of the last batch's loss by each transition score, in the order of {@link
   * org.namespan.trainer.network.NetworkConfig#transitionCount}; empty if there are none.
   */
  float[] transitionGradient();
}
