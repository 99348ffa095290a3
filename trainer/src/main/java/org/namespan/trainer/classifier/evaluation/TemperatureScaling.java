package org.namespan.trainer.classifier.evaluation;

import java.util.List;
import org.namespan.model.decode.ScoreCalibration;

/**
 * Fits the slope that logits are multiplied with before softmax, the inverse of a temperature, so
 * that the gold classes of some texts are likeliest (Guo et al. 2017, On Calibration of Modern
 * Neural Networks). The log-likelihood is concave in the slope: its derivative, {@code sum (gold
 * logit - mean logit)}, falls, and the place where it is 0 is found by halving.
 */
public final class TemperatureScaling {

  private static final double SMALLEST = 0.05;
  private static final double LARGEST = 20;
  private static final int HALVINGS = 50;

  private TemperatureScaling() {}

  /**
   * The calibration of some texts; none without texts.
   *
   * @param logits of each text
   * @param gold its class, counted from 0
   */
  public static ScoreCalibration fit(List<float[]> logits, int[] gold) {
    if (logits.isEmpty()) {
      return ScoreCalibration.NONE;
    }
    double low = SMALLEST;
    double high = LARGEST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (derivative(middle, logits, gold) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return new ScoreCalibration((float) low, 0);
  }

  private static double derivative(double slope, List<float[]> logits, int[] gold) {
    double sum = 0;
    for (int i = 0; i < gold.length; i++) {
      float[] row = logits.get(i);
      double max = Double.NEGATIVE_INFINITY;
      for (float logit : row) {
        max = Math.max(max, slope * logit);
      }
      double total = 0;
      double mean = 0;
      for (float logit : row) {
        double share = Math.exp(slope * logit - max);
        total += share;
        mean += share * logit;
      }
      sum += row[gold[i]] - mean / total;
    }
    return sum;
  }
}
