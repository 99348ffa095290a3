package org.namespan.trainer.classifier.evaluation;

import java.util.Arrays;
import java.util.Comparator;

/**
 * How well scores rank the texts of a class before all others.
 *
 * @param roc area under the receiver operating characteristic: the share of pairs of a text of the
 *     class and another in which the first has the larger score, equal ones counted half (Hanley
 *     and McNeil 1982); not a number where there are no such pairs
 * @param precisionRecall area under precision by recall as its steps have it, which is the average
 *     precision: the sum over thresholds of the rise of recall times the precision; not a number
 *     where no text is of the class
 */
public record RankingArea(double roc, double precisionRecall) {

  /**
   * The areas of some scores.
   *
   * @param positive for each score whether its text is of the class
   */
  public static RankingArea of(double[] scores, boolean[] positive) {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> -scores[i]));
    long positives = 0;
    for (boolean each : positive) {
      positives += each ? 1 : 0;
    }
    long negatives = scores.length - positives;
    long seenPositive = 0;
    long seenNegative = 0;
    double pairs = 0;
    double area = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      long tied = 0;
      while (to < order.length && scores[order[to]] == scores[order[from]]) {
        tied += positive[order[to++]] ? 1 : 0;
      }
      long tiedNegative = to - from - tied;
      pairs += tied * (negatives - seenNegative - tiedNegative) + tied * tiedNegative / 2.0;
      seenPositive += tied;
      seenNegative += tiedNegative;
      area += (double) tied / positives * seenPositive / (seenPositive + seenNegative);
      from = to;
    }
    return new RankingArea(
        pairs / ((double) positives * negatives), positives == 0 ? Double.NaN : area);
  }
}
