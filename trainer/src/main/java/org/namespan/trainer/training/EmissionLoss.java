package org.namespan.trainer.training;

import org.namespan.model.tag.TagSet;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.network.Batch;
import org.namespan.trainer.network.Head;

/**
 * A loss over emissions that is computed in Java, with its gradient. The engine only needs the
 * gradient: the sum over emissions times their gradient, taken as constant, has the same derivative
 * by every weight below. Not thread-safe.
 */
public interface EmissionLoss {

  /**
   * The loss that a configuration trains by: of a CRF, the negative log-likelihood of its paths;
   * else the cross-entropy of each token, with label smoothing.
   *
   * @param tagSet the labels
   * @param transitions scores of a CRF in the order of {@link
   *     org.namespan.trainer.network.NetworkConfig#transitionCount}, read anew for each batch
   */
  static EmissionLoss of(TrainingConfig config, TagSet tagSet, float[] transitions) {
    return config.architecture().head() == Head.CRF
        ? new CrfLoss(tagSet, transitions)
        : new SoftmaxLoss(tagSet.size(), config.optimization().labelSmoothing());
  }

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
