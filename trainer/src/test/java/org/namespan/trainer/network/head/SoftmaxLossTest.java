package org.namespan.trainer.network.head;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.EncodedSentences;
import org.namespan.trainer.batch.LabelTargets;

class SoftmaxLossTest {

  private static final int LABELS = 3;

  private static Batch batch(LabelTargets... targets) {
    List<EncodedSentence> sentences = new ArrayList<>();
    for (LabelTargets target : targets) {
      sentences.add(EncodedSentences.of(new int[target.length()], target));
    }
    return Batch.of(sentences);
  }

  private static float[] logs(double... probabilities) {
    float[] logs = new float[probabilities.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = (float) Math.log(probabilities[i]);
    }
    return logs;
  }

  private static double loss(double smoothing, float[] emissions, Batch batch) {
    return new SoftmaxLoss(LABELS, smoothing)
        .evaluate(emissions, batch, new float[emissions.length]);
  }

  private static final float[] EMISSIONS =
      logs(.5, .3, .2, .1, .2, .7, .6, .3, .1, /* padding */ .9, .05, .05);

  @Test
  void goldIsTheMeanNegativeLogProbabilityOfRealTokens() {
    Batch batch = batch(LabelTargets.gold(new int[] {0, 2}), LabelTargets.gold(new int[] {1}));
    double expected = -(Math.log(.5) + Math.log(.7) + Math.log(.3)) / 3;
    assertEquals(expected, loss(0, EMISSIONS, batch), 1e-6);
  }

  @Test
  void smoothingSpreadsItsShareOverAllLabels() {
    Batch batch = batch(LabelTargets.gold(new int[] {0}));
    double all = (Math.log(.5) + Math.log(.3) + Math.log(.2)) / 3;
    assertEquals(-.9 * Math.log(.5) - .1 * all, loss(.1, logs(.5, .3, .2), batch), 1e-6);
  }

  @Test
  void openLabelsAddUpTheirProbabilities() {
    Batch batch = batch(LabelTargets.open(new int[][] {{0, 2}, {1}}));
    float[] emissions = logs(.5, .3, .2, .1, .2, .7);
    assertEquals(-(Math.log(.7) + Math.log(.2)) / 2, loss(0, emissions, batch), 1e-6);
  }

  @Test
  void softTargetsAreWeighedAndScaledToOne() {
    Batch batch = batch(LabelTargets.soft(new int[][] {{0, 2}}, new float[][] {{3, 1}}));
    assertEquals(-.75 * Math.log(.5) - .25 * Math.log(.2), loss(0, logs(.5, .3, .2), batch), 1e-6);
  }

  @Test
  void aGuideAddsItsOwnCrossEntropy() {
    LabelTargets guide = LabelTargets.soft(new int[][] {{0, 2}}, new float[][] {{3, 1}});
    Batch batch = batch(LabelTargets.open(new int[][] {{0, 2}}).guidedBy(guide, 2));
    double expected = -Math.log(.7) - 2 * (.75 * Math.log(.5) + .25 * Math.log(.2));
    assertEquals(expected, loss(0, logs(.5, .3, .2), batch), 1e-6);
  }

  @Test
  void gradientIsThatOfFiniteDifferencesAndNoneInPadding() {
    Random random = new Random(20);
    for (double smoothing : new double[] {0, 0.1}) {
      Batch batch =
          batch(
              LabelTargets.gold(new int[] {0, 2}),
              LabelTargets.open(new int[][] {{0, 1}, {1, 2}, {2}}),
              LabelTargets.open(new int[][] {{0, 1}, {2}})
                  .guidedBy(
                      LabelTargets.soft(new int[][] {{0, 1}, {2}}, new float[][] {{1, 2}, {1}}),
                      1.5f),
              LabelTargets.soft(new int[][] {{1}, {0, 2}}, new float[][] {{1}, {.3f, .7f}}));
      float[] emissions = new float[batch.size() * batch.time() * LABELS];
      for (int i = 0; i < emissions.length; i++) {
        emissions[i] = -3 * random.nextFloat();
      }
      float[] gradient = new float[emissions.length];
      new SoftmaxLoss(LABELS, smoothing).evaluate(emissions, batch, gradient);
      for (int i = 0; i < emissions.length; i++) {
        float value = emissions[i];
        emissions[i] = value + 0.01f;
        double above = loss(smoothing, emissions, batch);
        emissions[i] = value - 0.01f;
        double below = loss(smoothing, emissions, batch);
        emissions[i] = value;
        assertEquals((above - below) / 0.02, gradient[i], 1e-4, "emission " + i);
      }
      assertEquals(0, gradient[2 * LABELS]);
    }
  }
}
