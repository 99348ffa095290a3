package org.namespan.trainer.network.head;

import java.util.Arrays;
import java.util.Map;
import org.namespan.model.decode.ForwardBackward;
import org.namespan.model.decode.Lattice;
import org.namespan.model.decode.TransitionCounts;
import org.namespan.model.decode.TransitionScores;
import org.namespan.model.tag.TagSet;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.batch.LabelTargets;

/**
 * The negative log-likelihood of a linear-chain conditional random field (Lafferty et al. 2001),
 * per token: the log-partition over all legal paths less that over the paths the targets allow. Its
 * gradient is the difference of their expected counts; emissions are scores.
 *
 * <p>Soft targets are no paths: their loss is the log-partition less the emissions they expect,
 * which is least where the marginals are the targets. Transitions learn from gold and open targets
 * only. The guide of targets adds its loss as soft targets.
 */
final class CrfLoss implements ScoreLoss {

  private final TagSet tagSet;
  private final int labels;
  private final CrfTagHead head;
  private final Map<String, float[]> weights;
  private final float[] transitionGradient;

  /**
   * @param head tells the order of the transition scores
   * @param weights by name, of which the transition scores are read anew for each batch
   */
  CrfLoss(TagSet tagSet, CrfTagHead head, Map<String, float[]> weights) {
    this.tagSet = tagSet;
    this.labels = tagSet.size();
    this.head = head;
    this.weights = weights;
    this.transitionGradient = head.transitions().zeros();
  }

  @Override
  public Map<String, float[]> arrayGradients() {
    return Map.of(head.transitions().name(), transitionGradient);
  }

  @Override
  public double evaluate(float[] emissions, Batch batch, float[] gradient) {
    TransitionScores transitionScores = head.transitionScores(weights);
    ForwardBackward paths = new ForwardBackward(tagSet, transitionScores);
    TransitionCounts counts = new TransitionCounts(labels);
    double perToken = 1.0 / batch.tokens();
    double sum = 0;
    for (int i = 0; i < batch.size(); i++) {
      int time = batch.lengths()[i];
      int at = i * batch.time() * labels;
      float[] scores = Arrays.copyOfRange(emissions, at, at + time * labels);
      LabelTargets targets = batch.targets().get(i);
      Lattice all = paths.run(scores, time);
      float[] marginals = all.marginals();
      for (int j = 0; j < marginals.length; j++) {
        gradient[at + j] = marginals[j];
      }
      if (targets.kind() == LabelTargets.Kind.SOFT) {
        sum += all.logPartition() - soft(targets, 1, scores, at, gradient);
      } else if (targets.kind() == LabelTargets.Kind.GOLD) {
        all.addExpectedCounts(perToken, counts);
        sum += all.logPartition() - gold(targets, scores, transitionScores);
        subtractGold(targets, at, gradient, perToken, counts);
      } else {
        boolean[] allowed = allowed(targets);
        Lattice right = paths.run(scores, time, allowed);
        float[] rightMarginals = right.marginals();
        for (int j = 0; j < rightMarginals.length; j++) {
          gradient[at + j] -= rightMarginals[j];
        }
        all.addExpectedCounts(perToken, counts);
        right.addExpectedCounts(-perToken, counts);
        sum += all.logPartition() - right.logPartition();
      }
      LabelTargets guide = targets.guide();
      if (guide != null) {
        float weight = targets.guideWeight();
        for (int j = 0; j < marginals.length; j++) {
          gradient[at + j] += weight * marginals[j];
        }
        sum += weight * (all.logPartition() - soft(guide, weight, scores, at, gradient));
      }
      for (int j = at; j < at + time * labels; j++) {
        gradient[j] *= (float) perToken;
      }
    }
    copy(counts.steps(), 0);
    copy(counts.starts(), labels * labels);
    copy(counts.ends(), labels * (labels + 1));
    return sum * perToken;
  }

  private void copy(double[] counts, int at) {
    for (int i = 0; i < counts.length; i++) {
      transitionGradient[at + i] = (float) counts[i];
    }
  }

  private boolean[] allowed(LabelTargets targets) {
    boolean[] allowed = new boolean[targets.length() * labels];
    for (int t = 0; t < targets.length(); t++) {
      for (int i = 0; i < targets.count(t); i++) {
        allowed[t * labels + targets.label(t, i)] = true;
      }
    }
    return allowed;
  }

  /** The score of the one path that gold labels allow. */
  private double gold(LabelTargets targets, float[] scores, TransitionScores transitionScores) {
    int time = targets.length();
    int first = targets.label(0, 0);
    int last = targets.label(time - 1, 0);
    boolean legal = tagSet.mayStart(first) && tagSet.mayEnd(last);
    double score = transitionScores.starts()[first] + (double) transitionScores.ends()[last];
    for (int t = 0; t < time; t++) {
      int label = targets.label(t, 0);
      score += scores[t * labels + label];
      if (t > 0) {
        int before = targets.label(t - 1, 0);
        legal &= tagSet.mayFollow(before, label);
        score += transitionScores.steps()[before * labels + label];
      }
    }
    if (!legal) {
      throw new IllegalArgumentException(
          "the gold labels of a sentence of "
              + time
              + " tokens are no legal path, expected one in "
              + tagSet.scheme());
    }
    return score;
  }

  private void subtractGold(
      LabelTargets targets, int at, float[] gradient, double perToken, TransitionCounts counts) {
    int time = targets.length();
    counts.starts()[targets.label(0, 0)] -= perToken;
    counts.ends()[targets.label(time - 1, 0)] -= perToken;
    for (int t = 0; t < time; t++) {
      int label = targets.label(t, 0);
      gradient[at + t * labels + label] -= 1;
      if (t > 0) {
        counts.steps()[targets.label(t - 1, 0) * labels + label] -= perToken;
      }
    }
  }

  /**
   * Subtracts a weight times the targets from the gradient and gives the score that they expect.
   */
  private double soft(
      LabelTargets targets, float weight, float[] scores, int at, float[] gradient) {
    double expected = 0;
    for (int t = 0; t < targets.length(); t++) {
      for (int i = 0; i < targets.count(t); i++) {
        int y = t * labels + targets.label(t, i);
        gradient[at + y] -= weight * targets.weight(t, i);
        expected += targets.weight(t, i) * scores[y];
      }
    }
    return expected;
  }
}
