package org.namespan.model.decode;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes of the probability of a span, as the network sees it, the score that is reported: Platt
 * scaling of its log-odds (Platt 1999, Probabilistic Outputs for Support Vector Machines). With
 * probability {@code p} and score {@code s}
 *
 * <pre>{@code
 * log(s / (1 - s)) = slope * log(p / (1 - p)) + offset
 * }</pre>
 *
 * <p>Larger probabilities have larger scores, so that no choice between spans depends on it. A
 * slope below 1 takes back confidence, as a temperature of {@code 1 / slope} does. With slope 0.5
 * and offset 0, a probability of 0.9 has a score of 0.75.
 *
 * @param slope a finite number above 0
 * @param offset a finite number
 */
public record ScoreCalibration(float slope, float offset) {

  /** Every score is the probability itself, to the last bit. */
  public static final ScoreCalibration NONE = new ScoreCalibration(1, 0);

  /** Refuses numbers out of range with an {@link IllegalArgumentException}. */
  public ScoreCalibration {
    if (!(slope > 0 && slope <= Float.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "slope " + slope + ", expected a finite number more than 0");
    }
    if (!(Math.abs(offset) <= Float.MAX_VALUE)) {
      throw new IllegalArgumentException("offset " + offset + ", expected a finite number");
    }
  }

  /** The score of a probability from 0 to 1; 0 and 1 keep theirs. */
  public double score(double probability) {
    return isNone() ? probability : sigmoid(slope * logOdds(probability) + offset);
  }

  /** The spans of a decoder with their scores. */
  public List<ScoredSpan> apply(List<ScoredSpan> decoded) {
    if (isNone()) {
      return decoded;
    }
    List<ScoredSpan> scored = new ArrayList<>(decoded.size());
    for (ScoredSpan span : decoded) {
      scored.add(new ScoredSpan(span.span(), score(span.probability()), span.source()));
    }
    return scored;
  }

  /**
   * The probability that has a score from 0 to 1. It is 0 or 1 for these scores alone, so that a
   * threshold stays one.
   */
  public double probability(double score) {
    if (isNone() || score == 0 || score == 1) {
      return score;
    }
    double probability = sigmoid((logOdds(score) - offset) / slope);
    return Math.max(Double.MIN_NORMAL, Math.min(Math.nextDown(1.0), probability));
  }

  private boolean isNone() {
    return slope == 1 && offset == 0;
  }

  private static double logOdds(double probability) {
    return Math.log(probability / (1 - probability));
  }

  private static double sigmoid(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
