package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * How far scores are from probabilities: the expected calibration error (Naeini, Cooper and
 * Hauskrecht 2015, Obtaining Well Calibrated Probabilities Using Bayesian Binning; Guo et al. 2017,
 * On Calibration of Modern Neural Networks, equation 5).
 *
 * <p>Predictions fall by their scores into 15 bins of equal width, each open below and closed
 * above, but that 0 is in the first. The error is the distance of mean score and precision in a
 * bin, taken over the bins, each weighted by its share of the predictions:
 *
 * <pre>{@code
 * sum over bins of count / total * |mean score - precision|
 * }</pre>
 *
 * <p>A prediction of score 0.9 that is right, one of 0.9 that is wrong and two of 0.1 that are
 * wrong have an error of {@code 2/4 * |0.9 - 0.5| + 2/4 * |0.1 - 0|}, 0.25. Few predictions have an
 * error even where scores are probabilities: it is a distance, and chance has no sign in it.
 *
 * @param expected the expected calibration error, from 0 to 1; 0 without predictions
 * @param bins those that are not empty, by rising score
 */
public record CalibrationError(double expected, List<Bin> bins) {

  private static final int BINS = 15;

  /**
   * The predictions of about one score.
   *
   * @param count of predictions, at least 1
   * @param meanScore the mean of their scores
   * @param precision the share of them that is right
   */
  public record Bin(long count, double meanScore, double precision) {}

  /** Copies the list. */
  public CalibrationError {
    bins = List.copyOf(bins);
  }

  /** How many there were. */
  public long predictions() {
    return bins.stream().mapToLong(Bin::count).sum();
  }

  /** The error of some predictions, reported spans as a rule. */
  public static CalibrationError of(List<ScoredPrediction> predictions) {
    long[] counts = new long[BINS];
    long[] right = new long[BINS];
    double[] scores = new double[BINS];
    for (ScoredPrediction prediction : predictions) {
      int bin = Math.max(0, (int) Math.ceil(prediction.score() * BINS) - 1);
      counts[bin]++;
      right[bin] += prediction.right() ? 1 : 0;
      scores[bin] += prediction.score();
    }
    double expected = 0;
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      if (counts[i] > 0) {
        expected += Math.abs(scores[i] - right[i]) / predictions.size();
        bins.add(new Bin(counts[i], scores[i] / counts[i], (double) right[i] / counts[i]));
      }
    }
    return new CalibrationError(expected, bins);
  }
}
