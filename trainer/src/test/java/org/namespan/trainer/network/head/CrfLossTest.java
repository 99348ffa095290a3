package org.namespan.trainer.network.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.EncodedSentences;
import org.namespan.trainer.batch.LabelTargets;

class CrfLossTest {

  private static final TagSet BIO = TagSet.over(TagScheme.BIO, Set.of("geo", "per"));

  private static Batch batch(LabelTargets... targets) {
    List<EncodedSentence> sentences = new ArrayList<>();
    for (LabelTargets target : targets) {
      sentences.add(EncodedSentences.of(new int[target.length()], target));
    }
    return Batch.of(sentences);
  }

  private static float[] random(int count, Random random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 2 * (float) random.nextGaussian();
    }
    return values;
  }

  private static CrfLoss crf(TagSet tagSet, float[] transitions) {
    return new CrfLoss(
        tagSet, new CrfTagHead(1, tagSet.size()), Map.of("transitions", transitions));
  }

  private static double loss(TagSet tagSet, float[] transitions, float[] emissions, Batch batch) {
    return crf(tagSet, transitions).evaluate(emissions, batch, new float[emissions.length]);
  }

  /** All legal paths that keep to the targets, one after another. */
  private static double logSum(
      TagSet tagSet, float[] transitions, float[] emissions, int time, LabelTargets targets) {
    double sum = 0;
    int labels = tagSet.size();
    int[] path = new int[time];
    for (long n = 0; n < Math.pow(labels, time); n++) {
      long rest = n;
      for (int t = 0; t < time; t++) {
        path[t] = (int) (rest % labels);
        rest /= labels;
      }
      if (isLegal(tagSet, path) && (targets == null || keepsTo(targets, path))) {
        double score =
            transitions[labels * labels + path[0]]
                + transitions[labels * (labels + 1) + path[time - 1]];
        for (int t = 0; t < time; t++) {
          score += emissions[t * labels + path[t]];
          score += t == 0 ? 0 : transitions[path[t - 1] * labels + path[t]];
        }
        sum += Math.exp(score);
      }
    }
    return Math.log(sum);
  }

  private static boolean isLegal(TagSet tagSet, int[] path) {
    boolean legal = tagSet.mayStart(path[0]) && tagSet.mayEnd(path[path.length - 1]);
    for (int t = 1; t < path.length; t++) {
      legal &= tagSet.mayFollow(path[t - 1], path[t]);
    }
    return legal;
  }

  private static boolean keepsTo(LabelTargets targets, int[] path) {
    for (int t = 0; t < path.length; t++) {
      boolean found = false;
      for (int i = 0; i < targets.count(t); i++) {
        found |= targets.label(t, i) == path[t];
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  @ParameterizedTest
  @EnumSource(TagScheme.class)
  void isTheShareOfAllPathsThatTheTargetsAllow(TagScheme scheme) {
    TagSet tagSet = TagSet.over(scheme, Set.of("per"));
    Random random = new Random(20);
    int labels = tagSet.size();
    int outside = tagSet.labels().indexOf("O");
    int[][] open = new int[4][];
    for (int t = 0; t < 4; t++) {
      open[t] = random.ints(0, labels).distinct().limit(2).toArray();
    }
    open[0] = new int[] {outside};
    open[3] = new int[] {outside};
    open[1] = new int[] {outside, (outside + 1) % labels};
    open[2] = new int[] {outside, (outside + 1) % labels};
    float[] transitions = random(labels * (labels + 2), random);
    float[] emissions = random(4 * labels, random);
    for (LabelTargets targets :
        List.of(
            LabelTargets.gold(new int[] {outside, outside, outside, outside}),
            LabelTargets.open(open))) {
      double expected =
          logSum(tagSet, transitions, emissions, 4, null)
              - logSum(tagSet, transitions, emissions, 4, targets);
      assertEquals(expected / 4, loss(tagSet, transitions, emissions, batch(targets)), 1e-5);
    }
  }

  @Test
  void refusesGoldLabelsThatAreNoLegalPath() {
    int labels = BIO.size();
    int outside = BIO.labels().indexOf("O");
    int inside = BIO.labels().indexOf("I-per");
    Batch batch = batch(LabelTargets.gold(new int[] {outside, inside}));
    float[] transitions = new float[labels * (labels + 2)];
    float[] emissions = new float[2 * labels];
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> loss(BIO, transitions, emissions, batch));
    assertEquals(
        "the gold labels of a sentence of 2 tokens are no legal path, expected one in BIO",
        refused.getMessage());
  }

  @Test
  void gradientsAreThoseOfFiniteDifferences() {
    Random random = new Random(20);
    int labels = BIO.size();
    int per = BIO.labels().indexOf("B-per");
    int inside = BIO.labels().indexOf("I-per");
    int outside = BIO.labels().indexOf("O");
    int[][] open = {{per, outside}, {inside, outside}};
    Batch batch =
        batch(
            LabelTargets.gold(new int[] {per, inside, outside}),
            LabelTargets.open(open),
            LabelTargets.open(open)
                .guidedBy(LabelTargets.soft(open, new float[][] {{.4f, .6f}, {.2f, .8f}}), 1.5f),
            LabelTargets.soft(
                new int[][] {{per, outside}, {outside}}, new float[][] {{.3f, .7f}, {1}}));
    float[] transitions = random(labels * (labels + 2), random);
    float[] emissions = random(batch.size() * batch.time() * labels, random);
    CrfLoss loss = crf(BIO, transitions);
    float[] gradient = new float[emissions.length];
    loss.evaluate(emissions, batch, gradient);
    float[] transitionGradient = loss.arrayGradients().get("transitions").clone();
    for (int i = 0; i < emissions.length; i++) {
      assertEquals(slope(emissions, i, transitions, emissions, batch), gradient[i], 2e-4);
    }
    // Soft targets say nothing of transitions, nor does a guide.
    Batch paths = batch(batch.targets().get(0), batch.targets().get(1), LabelTargets.open(open));
    float[] first = Arrays.copyOf(emissions, 3 * batch.time() * labels);
    loss.evaluate(first, paths, new float[first.length]);
    float[] pathGradient = loss.arrayGradients().get("transitions");
    for (int i = 0; i < transitions.length; i++) {
      assertEquals(slope(transitions, i, transitions, first, paths), pathGradient[i], 2e-4);
      assertEquals(pathGradient[i] * paths.tokens() / batch.tokens(), transitionGradient[i], 1e-6);
    }
  }

  private static double slope(
      float[] values, int i, float[] transitions, float[] emissions, Batch batch) {
    float value = values[i];
    values[i] = value + 0.01f;
    double above = loss(BIO, transitions, emissions, batch);
    values[i] = value - 0.01f;
    double below = loss(BIO, transitions, emissions, batch);
    values[i] = value;
    return (above - below) / 0.02;
  }
}
