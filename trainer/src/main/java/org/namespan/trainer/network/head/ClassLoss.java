package org.namespan.trainer.network.head;

import java.util.Map;
import org.namespan.model.decode.Activation;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.batch.LabelTargets;

/**
 * The mean over texts of the cross-entropy between a text's classes and what softmax makes of its
 * logits, or the mean over texts of the sum over classes of that between each and its sigmoid.
 *
 * <p>With label smoothing (Szegedy et al. 2016) the target gives up that share of its weight to all
 * classes alike, of a sigmoid to both of its outcomes.
 */
final class ClassLoss implements ScoreLoss {

  private final Activation activation;
  private final int classes;
  private final double smoothing;

  ClassLoss(Activation activation, int classes, double smoothing) {
    this.activation = activation;
    this.classes = classes;
    this.smoothing = smoothing;
  }

  @Override
  public double evaluate(float[] logits, Batch batch, float[] gradient) {
    double sum = 0;
    double[] target = new double[classes];
    for (int i = 0; i < batch.size(); i++) {
      readTarget(batch.targets().get(i), target);
      sum +=
          activation == Activation.SOFTMAX
              ? softmax(logits, i * classes, target, gradient)
              : sigmoids(logits, i * classes, target, gradient);
    }
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] /= batch.size();
    }
    return sum / batch.size();
  }

  private void readTarget(LabelTargets targets, double[] target) {
    boolean one = activation == Activation.SOFTMAX;
    double spread = one ? smoothing / classes : smoothing / 2;
    for (int c = 0; c < classes; c++) {
      boolean has = one ? targets.label(0, 0) == c : targets.label(c, 0) == 1;
      target[c] = spread + (has ? 1 - smoothing : 0);
    }
  }

  private double softmax(float[] logits, int at, double[] target, float[] gradient) {
    double max = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      max = Math.max(max, logits[at + c]);
    }
    double total = 0;
    for (int c = 0; c < classes; c++) {
      total += Math.exp(logits[at + c] - max);
    }
    double logSum = max + Math.log(total);
    double loss = 0;
    for (int c = 0; c < classes; c++) {
      double logProbability = logits[at + c] - logSum;
      loss -= target[c] * logProbability;
      gradient[at + c] = (float) (Math.exp(logProbability) - target[c]);
    }
    return loss;
  }

  private double sigmoids(float[] logits, int at, double[] target, float[] gradient) {
    double loss = 0;
    for (int c = 0; c < classes; c++) {
      double x = logits[at + c];
      // log(1 + exp(x)) - target * x, without an overflow.
      loss += Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))) - target[c] * x;
      gradient[at + c] = (float) (1 / (1 + Math.exp(-x)) - target[c]);
    }
    return loss;
  }

  @Override
  public Map<String, float[]> arrayGradients() {
    return Map.of();
  }
}
