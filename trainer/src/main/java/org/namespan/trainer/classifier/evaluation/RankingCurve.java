package org.namespan.trainer.classifier.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What scores reach at each threshold: how many texts of a class, and how many others, have at
 * least that score. Both the receiver operating characteristic and precision by recall are drawn
 * from it.
 *
 * @param points by falling score, one for each score that occurs
 * @param positives texts of the class
 * @param negatives all others
 */
public record RankingCurve(List<Point> points, long positives, long negatives) {

  /**
   * One threshold.
   *
   * @param score the least that counts
   * @param truePositives texts of the class with this score or a larger one
   * @param falsePositives others with this score or a larger one
   */
  public record Point(double score, long truePositives, long falsePositives) {

    /** {@code truePositives / (truePositives + falsePositives)}. */
    public double precision() {
      return (double) truePositives / (truePositives + falsePositives);
    }
  }

  /** Copies the list. */
  public RankingCurve {
    points = List.copyOf(points);
  }

  /**
   * The curve of some scores.
   *
   * @param positive for each score whether its text is of the class
   */
  public static RankingCurve of(double[] scores, boolean[] positive) {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> -scores[i]));
    List<Point> points = new ArrayList<>();
    long truePositives = 0;
    for (int i = 0; i < order.length; i++) {
      truePositives += positive[order[i]] ? 1 : 0;
      boolean tied = i + 1 < order.length && scores[order[i]] == scores[order[i + 1]];
      if (!tied) {
        points.add(new Point(scores[order[i]], truePositives, i + 1 - truePositives));
      }
    }
    return new RankingCurve(points, truePositives, order.length - truePositives);
  }

  /** The areas under both curves. */
  public RankingArea area() {
    double pairs = 0;
    double steps = 0;
    Point before = new Point(Double.POSITIVE_INFINITY, 0, 0);
    for (Point point : points) {
      long tied = point.truePositives() - before.truePositives();
      long tiedNegative = point.falsePositives() - before.falsePositives();
      pairs += tied * (negatives - point.falsePositives()) + tied * tiedNegative / 2.0;
      steps += (double) tied / positives * point.precision();
      before = point;
    }
    return new RankingArea(
        pairs / ((double) positives * negatives), positives == 0 ? Double.NaN : steps);
  }
}
