package org.namespan.trainer.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class LabelTargetsTest {

  @Test
  void goldHasOneLabelForEachToken() {
    LabelTargets targets = LabelTargets.gold(new int[] {4, 0, Short.MAX_VALUE});
    assertEquals(LabelTargets.Kind.GOLD, targets.kind());
    assertEquals(3, targets.length());
    assertTargets(targets, new int[][] {{4}, {0}, {Short.MAX_VALUE}});
  }

  @Test
  void openHasTheLabelsThatATokenMayHave() {
    int[][] allowed = {{1, 3}, {0}, {2, 0, 4}};
    LabelTargets targets = LabelTargets.open(allowed);
    assertEquals(LabelTargets.Kind.OPEN, targets.kind());
    assertTargets(targets, allowed);
  }

  private static void assertTargets(LabelTargets targets, int[][] expected) {
    assertEquals(expected.length, targets.length());
    for (int t = 0; t < expected.length; t++) {
      assertEquals(expected[t].length, targets.count(t));
      for (int i = 0; i < expected[t].length; i++) {
        assertEquals(expected[t][i], targets.label(t, i));
      }
    }
  }

  @Test
  void softWeightsSumToOne() {
    int[][] labels = {{1, 3}, {0}, {2, 0}};
    float[][] weights = {{3, 1}, {0.2f}, {Float.MIN_NORMAL, Float.MIN_NORMAL}};
    LabelTargets targets = LabelTargets.soft(labels, weights);
    assertEquals(LabelTargets.Kind.SOFT, targets.kind());
    assertTargets(targets, labels);
    assertEquals(0.75f, targets.weight(0, 0));
    assertEquals(0.25f, targets.weight(0, 1));
    assertEquals(1, targets.weight(1, 0));
    assertEquals(0.5f, targets.weight(2, 0));
    assertEquals(0.5f, targets.weight(2, 1));
    // What was given stays as it was.
    assertEquals(3, weights[0][0]);
  }

  @Test
  void haveAGuideOfTheSameSentence() {
    LabelTargets gold = LabelTargets.gold(new int[] {1});
    LabelTargets soft = soft(new int[] {1, 2}, new float[] {1, 1});
    assertNull(gold.guide());
    assertEquals(0, gold.guideWeight());
    assertSame(soft, gold.guidedBy(soft, 2).guide());
    assertEquals(2, gold.guidedBy(soft, 2).guideWeight());
    assertTargets(gold.guidedBy(soft, 2), new int[][] {{1}});
    assertRefused("found GOLD targets of 1 tokens", () -> gold.guidedBy(gold, 1));
    assertRefused(
        "found SOFT targets of 1 tokens",
        () -> LabelTargets.gold(new int[] {1, 1}).guidedBy(soft, 1));
  }

  @Test
  void refusesWhatIsNoTarget() {
    assertRefused("label id -1,", () -> LabelTargets.gold(new int[] {0, -1}));
    assertRefused("label id 32768,", () -> LabelTargets.open(new int[][] {{32768}}));
    assertRefused("token 1 has no label", () -> LabelTargets.open(new int[][] {{0}, {}}));
    assertRefused("token 0 has no label", () -> soft(new int[0], new float[0]));
    assertRefused("token 0 has 2 weights", () -> soft(new int[] {1}, new float[] {1, 1}));
    assertRefused("token 0 has 1 weights", () -> soft(new int[] {1, 2}, new float[] {1}));
    for (float weight : new float[] {0, -0.5f, Float.NaN, Float.POSITIVE_INFINITY}) {
      assertRefused(
          "token 0 has the weight " + weight, () -> soft(new int[] {1}, new float[] {weight}));
    }
  }

  private static LabelTargets soft(int[] labels, float[] weights) {
    return LabelTargets.soft(new int[][] {labels}, new float[][] {weights});
  }

  private static void assertRefused(String reason, Executable action) {
    String message = assertThrows(IllegalArgumentException.class, action).getMessage();
    assertTrue(message.startsWith(reason), message);
    assertTrue(message.contains("expected"), message);
  }
}
