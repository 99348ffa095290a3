package org.namespan.trainer.network.head;

import java.util.Map;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.batch.LabelTargets;

/**
 * The mean over tokens of the cross-entropy between target and predicted label distribution.
 * Emissions are log-probabilities. A gold label is a distribution with all its weight on one label;
 * of open labels any is right, and the loss is {@code -log} of the sum of their probabilities.
 *
 * <p>The guide of targets adds its own cross-entropy.
 *
 * <p>With label smoothing (Szegedy et al. 2016) every gold target gives up that share of its weight
 * to all labels alike.
 */
final class SoftmaxLoss implements ScoreLoss {

  private final int labels;
  private final double smoothing;

  SoftmaxLoss(int labels, double smoothing) {
    this.labels = labels;
    this.smoothing = smoothing;
  }

  @Override
  public double evaluate(float[] emissions, Batch batch, float[] gradient) {
    double sum = 0;
    float perToken = 1f / batch.tokens();
    for (int i = 0; i < batch.size(); i++) {
      LabelTargets targets = batch.targets().get(i);
      for (int t = 0; t < batch.lengths()[i]; t++) {
        int at = (i * batch.time() + t) * labels;
        sum +=
            switch (targets.kind()) {
              case GOLD -> gold(targets, t, emissions, at, gradient);
              case OPEN -> open(targets, t, emissions, at, gradient);
              case SOFT -> soft(targets, 1, t, emissions, at, gradient);
            };
        LabelTargets guide = targets.guide();
        if (guide != null) {
          sum += soft(guide, targets.guideWeight(), t, emissions, at, gradient);
        }
        for (int y = at; y < at + labels; y++) {
          gradient[y] *= perToken;
        }
      }
    }
    return sum * perToken;
  }

  @Override
  public Map<String, float[]> arrayGradients() {
    return Map.of();
  }

  private double gold(LabelTargets targets, int t, float[] emissions, int at, float[] gradient) {
    double loss = 0;
    if (smoothing > 0) {
      float share = (float) (smoothing / labels);
      for (int y = at; y < at + labels; y++) {
        gradient[y] = -share;
        loss -= share * emissions[y];
      }
    }
    int label = at + targets.label(t, 0);
    gradient[label] -= (float) (1 - smoothing);
    return loss - (1 - smoothing) * emissions[label];
  }

  private double open(LabelTargets targets, int t, float[] emissions, int at, float[] gradient) {
    int count = targets.count(t);
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      max = Math.max(max, emissions[at + targets.label(t, i)]);
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += Math.exp(emissions[at + targets.label(t, i)] - max);
    }
    double logSum = max + Math.log(sum);
    for (int i = 0; i < count; i++) {
      int y = at + targets.label(t, i);
      gradient[y] = (float) -Math.exp(emissions[y] - logSum);
    }
    return -logSum;
  }

  private double soft(
      LabelTargets targets, float weight, int t, float[] emissions, int at, float[] gradient) {
    double loss = 0;
    for (int i = 0; i < targets.count(t); i++) {
      int y = at + targets.label(t, i);
      float share = weight * targets.weight(t, i);
      gradient[y] -= share;
      loss -= share * emissions[y];
    }
    return loss;
  }
}
