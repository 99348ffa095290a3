package org.namespan.trainer.classifier.evaluation;

import java.util.List;

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
    RankingCurve curve = RankingCurve.of(scores, positive);
    if (curve.positives() < FEWEST) {
      return USUAL;
    }
    List<RankingCurve.Point> points = curve.points();
    float best = USUAL;
    double highest =
        points.stream()
            .filter(point -> point.score() >= USUAL)
            .reduce((first, last) -> last)
            .map(point -> f1(point, curve))
            .orElse(0.0);
    for (int i = 0; i < points.size(); i++) {
      double score = points.get(i).score();
      double next = i + 1 == points.size() ? 0 : points.get(i + 1).score();
      float between = (float) ((score + next) / 2);
      double f1 = f1(points.get(i), curve);
      boolean nearer = Math.abs(between - USUAL) < Math.abs(best - USUAL);
      if (next < between && between <= score && (f1 > highest || (f1 == highest && nearer))) {
        best = between;
        highest = f1;
      }
    }
    return best;
  }

  private static double f1(RankingCurve.Point point, RankingCurve curve) {
    long given = point.truePositives() + point.falsePositives();
    return 2.0 * point.truePositives() / (given + curve.positives());
  }
}
