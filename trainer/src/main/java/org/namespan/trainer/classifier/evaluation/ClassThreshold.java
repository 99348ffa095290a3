package org.namespan.trainer.classifier.evaluation;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Finds the score from which on a text should be given a class: the one of highest F1 on some
 * texts. Every place between two neighbouring scores is tried; of those that are as good, the one
 * nearest to {@value #USUAL} is taken, so that a class whose texts all lie on their side of it
 * keeps it. So does a class with fewer than {@value #FEWEST} texts, for which the best place is
 * chance.
 */
public final class ClassThreshold {

  /** The threshold of probabilities. */
  public static final float USUAL = 0.5f;

  /** Texts of a class that are needed to choose another one. */
  static final int FEWEST = 10;

  private ClassThreshold() {}

  /**
   * The best threshold, above 0 and at most 1.
   *
   * @param scores of each text
   * @param positive for each whether it is of the class
   */
  public static float of(double[] scores, boolean[] positive) {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> -scores[i]));
    int positives = 0;
    for (boolean each : positive) {
      positives += each ? 1 : 0;
    }
    if (positives < FEWEST) {
      return USUAL;
    }
    float best = USUAL;
    double highest = f1(scores, positive, positives);
    int right = 0;
    for (int given = 1; given <= order.length; given++) {
      right += positive[order[given - 1]] ? 1 : 0;
      double score = scores[order[given - 1]];
      double next = given == order.length ? 0 : scores[order[given]];
      float between = (float) ((score + next) / 2);
      double f1 = 2.0 * right / (given + positives);
      boolean nearer = Math.abs(between - USUAL) < Math.abs(best - USUAL);
      if (next < between && between <= score && (f1 > highest || (f1 == highest && nearer))) {
        best = between;
        highest = f1;
      }
    }
    return best;
  }

  private static double f1(double[] scores, boolean[] positive, int positives) {
    int given = 0;
    int right = 0;
    for (int i = 0; i < scores.length; i++) {
      given += scores[i] >= USUAL ? 1 : 0;
      right += scores[i] >= USUAL && positive[i] ? 1 : 0;
    }
    return 2.0 * right / (given + positives);
  }
}
