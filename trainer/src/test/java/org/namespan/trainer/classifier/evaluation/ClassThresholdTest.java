package org.namespan.trainer.classifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassThresholdTest {

  /** Twelve texts of the class at .3 and four others at .2: between them all is right. */
  @Test
  void liesBetweenTheScoresThatItParts() {
    double[] scores = new double[16];
    boolean[] positive = new boolean[16];
    Arrays.fill(scores, 0, 12, 0.3);
    Arrays.fill(positive, 0, 12, true);
    Arrays.fill(scores, 12, 16, 0.2);
    assertEquals(0.25f, ClassThreshold.of(scores, positive));
    // Where the usual one parts them, it stays.
    Arrays.fill(scores, 0, 12, 0.9);
    assertEquals(0.5f, ClassThreshold.of(scores, positive));
    // Nine are too few to tell.
    Arrays.fill(scores, 0, 12, 0.3);
    Arrays.fill(positive, 9, 12, false);
    assertEquals(0.5f, ClassThreshold.of(scores, positive));
  }

  @Test
  void noOtherThresholdIsBetter() {
    Random random = new Random(11);
    for (int run = 0; run < 300; run++) {
      int n = ClassThreshold.FEWEST + random.nextInt(40);
      double[] scores = new double[n];
      boolean[] positive = new boolean[n];
      for (int i = 0; i < n; i++) {
        positive[i] = i < ClassThreshold.FEWEST || random.nextBoolean();
        scores[i] = random.nextInt(20) / 20.0;
      }
      float threshold = ClassThreshold.of(scores, positive);
      assertTrue(threshold > 0 && threshold <= 1, threshold + "");
      double found = f1(scores, positive, threshold);
      for (int step = 1; step <= 40; step++) {
        assertTrue(found >= f1(scores, positive, step / 40.0) - 1e-12, run + ": " + threshold);
      }
    }
  }

  private static double f1(double[] scores, boolean[] positive, double threshold) {
    double right = 0;
    double given = 0;
    double all = 0;
    for (int i = 0; i < scores.length; i++) {
      boolean over = scores[i] >= threshold;
      right += over && positive[i] ? 1 : 0;
      given += over ? 1 : 0;
      all += positive[i] ? 1 : 0;
    }
    return 2 * right / (given + all);
  }
}
