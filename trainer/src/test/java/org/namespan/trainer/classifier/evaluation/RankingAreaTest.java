package org.namespan.trainer.classifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RankingAreaTest {

  /** scikit-learn's own example: roc_auc_score 0.75, average_precision_score 0.83. */
  @Test
  void agreesWithThePublishedExample() {
    RankingArea area =
        RankingCurve.of(
                new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true})
            .area();
    assertEquals(0.75, area.roc(), 1e-12);
    assertEquals(0.5 * 1 + 0.5 * 2 / 3, area.precisionRecall(), 1e-12);
  }

  @Test
  void isTheShareOfPairsInOrder() {
    Random random = new Random(3);
    for (int run = 0; run < 200; run++) {
      int n = 2 + random.nextInt(12);
      double[] scores = new double[n];
      boolean[] positive = new boolean[n];
      for (int i = 0; i < n; i++) {
        scores[i] = random.nextInt(5) / 4.0;
        positive[i] = random.nextBoolean();
      }
      double inOrder = 0;
      double pairs = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          if (positive[i] && !positive[j]) {
            pairs++;
            inOrder += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
          }
        }
      }
      RankingArea area = RankingCurve.of(scores, positive).area();
      assertEquals(inOrder / pairs, area.roc(), 1e-12);
      assertEquals(averagePrecision(scores, positive), area.precisionRecall(), 1e-12);
    }
  }

  /** By the definition, threshold after threshold. */
  private static double averagePrecision(double[] scores, boolean[] positive) {
    double area = 0;
    double recallBefore = 0;
    for (double threshold : new double[] {1, 0.75, 0.5, 0.25, 0}) {
      double given = 0;
      double right = 0;
      double all = 0;
      for (int i = 0; i < scores.length; i++) {
        all += positive[i] ? 1 : 0;
        given += scores[i] >= threshold ? 1 : 0;
        right += scores[i] >= threshold && positive[i] ? 1 : 0;
      }
      if (all == 0) {
        return Double.NaN;
      }
      area += (right / all - recallBefore) * (given == 0 ? 1 : right / given);
      recallBefore = right / all;
    }
    return area;
  }
}
