package org.namespan.trainer.evaluation;

import java.util.List;
import org.namespan.model.decode.ScoreCalibration;

/**
 * Fits a {@link ScoreCalibration}: Platt scaling (Platt 1999, Probabilistic Outputs for Support
 * Vector Machines) of the log-odds of predictions, by maximum likelihood.
 *
 * <p>What is minimised, with {@code N} predictions in {@code C} corpora, {@code n} of them in that
 * of a prediction, and {@code s} the score that slope and offset give it:
 *
 * <pre>{@code
 * sum over predictions of N / (C n) * -log(right ? s : 1 - s)
 *   + ((slope - 1)^2 + offset^2) / 2
 * }</pre>
 *
 * <p>Each corpus weighs the same, however large it is. The last term is a normal prior, which says
 * that scores are probabilities already: it decides where predictions are few, and holds the
 * minimum finite where all of them are right. The function is convex; Newton's method with halved
 * steps (Lin, Lin and Weng 2007, A Note on Platt's Probabilistic Outputs) finds the one minimum.
 * The same predictions in the same order give the same numbers.
 */
public final class PlattScaling {

  private static final int MOST_STEPS = 100;
  private static final int MOST_HALVINGS = 40;

  /** Norm of the gradient, per prediction, at which the minimum is found. */
  private static final double SMALL_GRADIENT = 1e-10;

  /** Probabilities closer to 0 or 1 than a double tells apart from 1 have no finite log-odds. */
  private static final double SMALLEST = Math.ulp(1.0) / 2;

  private final double[] logOdds;
  private final boolean[] right;
  private final double[] weights;

  private PlattScaling(List<List<ScoredPrediction>> corpora) {
    int total = corpora.stream().mapToInt(List::size).sum();
    long used = corpora.stream().filter(corpus -> !corpus.isEmpty()).count();
    logOdds = new double[total];
    right = new boolean[total];
    weights = new double[total];
    int i = 0;
    for (List<ScoredPrediction> corpus : corpora) {
      for (ScoredPrediction prediction : corpus) {
        double p = Math.max(SMALLEST, Math.min(1 - SMALLEST, prediction.score()));
        logOdds[i] = Math.log(p / (1 - p));
        right[i] = prediction.right();
        weights[i++] = (double) total / used / corpus.size();
      }
    }
  }

  /**
   * The calibration under which the predictions are likeliest.
   *
   * @param corpora the predictions in each corpus, with probabilities that are not calibrated as
   *     their scores
   * @throws CalibrationException if there is no prediction, or those of larger probability are not
   *     right more often, so that no slope above 0 fits
   */
  public static ScoreCalibration fit(List<List<ScoredPrediction>> corpora)
      throws CalibrationException {
    PlattScaling fit = new PlattScaling(corpora);
    if (fit.logOdds.length == 0) {
      throw new CalibrationException(
          "found no entity that the corpora can tell right or wrong: expected some; give other"
              + " corpora, or check their type maps");
    }
    Point minimum = fit.minimum();
    float slope = (float) minimum.slope();
    if (!(slope > 0)) {
      throw new CalibrationException(
          "found a slope of "
              + slope
              + ", for entities of larger scores are not right more often: expected more than 0;"
              + " give more text, or check the type maps");
    }
    return new ScoreCalibration(slope, (float) minimum.offset());
  }

  private record Point(double slope, double offset) {}

  private Point minimum() {
    Point at = new Point(1, 0);
    double loss = loss(at);
    for (int step = 0; step < MOST_STEPS; step++) {
      double bySlope = at.slope() - 1;
      double byOffset = at.offset();
      double bySlopeTwice = 1;
      double byBoth = 0;
      double byOffsetTwice = 1;
      for (int i = 0; i < logOdds.length; i++) {
        double score = 1 / (1 + Math.exp(-(at.slope() * logOdds[i] + at.offset())));
        double gradient = weights[i] * (score - (right[i] ? 1 : 0));
        double curvature = weights[i] * score * (1 - score);
        bySlope += gradient * logOdds[i];
        byOffset += gradient;
        bySlopeTwice += curvature * logOdds[i] * logOdds[i];
        byBoth += curvature * logOdds[i];
        byOffsetTwice += curvature;
      }
      if (Math.hypot(bySlope, byOffset) <= SMALL_GRADIENT * logOdds.length) {
        return at;
      }
      double determinant = bySlopeTwice * byOffsetTwice - byBoth * byBoth;
      double slopeStep = (byOffsetTwice * bySlope - byBoth * byOffset) / determinant;
      double offsetStep = (bySlopeTwice * byOffset - byBoth * bySlope) / determinant;
      Point next = at;
      double nextLoss = loss;
      double share = 1;
      for (int halving = 0; halving < MOST_HALVINGS && !(nextLoss < loss); halving++) {
        next = new Point(at.slope() - share * slopeStep, at.offset() - share * offsetStep);
        nextLoss = loss(next);
        share /= 2;
      }
      if (!(nextLoss < loss)) {
        // No step is small enough to be better: the minimum, as far as doubles tell.
        return at;
      }
      at = next;
      loss = nextLoss;
    }
    return at;
  }

  private double loss(Point at) {
    double loss = (Math.pow(at.slope() - 1, 2) + Math.pow(at.offset(), 2)) / 2;
    for (int i = 0; i < logOdds.length; i++) {
      double scaled = at.slope() * logOdds[i] + at.offset();
      double wrong = right[i] ? -scaled : scaled;
      // log(1 + exp(wrong)), which never overflows so.
      loss += weights[i] * (Math.max(0, wrong) + Math.log1p(Math.exp(-Math.abs(wrong))));
    }
    return loss;
  }
}
