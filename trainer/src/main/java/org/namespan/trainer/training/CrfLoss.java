package org.namespan.trainer.training;

import java.util.Arrays;
import org.namespan.internal.decode.ForwardBackward;
import org.namespan.internal.decode.Messages;
import org.namespan.internal.decode.TransitionCounts;
import org.namespan.internal.tag.TagSet;
import org.namespan.trainer.network.Batch;
import org.namespan.trainer.network.LabelTargets;
import org.namespan.trainer.network.TaggerNetwork;

/**
 * The negative log-likelihood of a linear-chain conditional random field (Lafferty et al. 2001),
 * per token: the log-partition over all legal paths less that over the paths the targets allow. Its
 * gradient is the difference of their expected counts; emissions are scores.
 *
 * <p>Soft targets are no paths: their loss is the log-partition less the emissions they expect,
 * which is least where the marginals are the targets. Transitions learn from gold and open targets
 * only.
 */
final class CrfLoss implements EmissionLoss {

  private final TagSet tagSet;
  private final int labels;
  private final float[] transitions;
  private final float[] transitionGradient;

  /**
   * @param transitions scores in the order of {@link
   *     org.namespan.trainer.network.NetworkConfig#transitionCount}; read anew for each batch
   */
  CrfLoss(TagSet tagSet, float[] transitions) {
    this.tagSet = tagSet;
    this.labels = tagSet.size();
    this.transitions = transitions;
    this.transitionGradient = new float[transitions.length];
  }

  @Override
  public float[] transitionGradient() {
    return transitionGradient;
  }

  @Override
  public double evaluate(float[] emissions, Batch batch, float[] gradient) {
    ForwardBackward paths =
        new ForwardBackward(tagSet, TaggerNetwork.transitionScores(transitions, labels));
    TransitionCounts counts = TransitionCounts.zero(labels);
    double perToken = 1.0 / batch.tokens();
    double sum = 0;
    for (int i = 0; i < batch.size(); i++) {
      int time = batch.lengths()[i];
      int at = i * batch.time() * labels;
      float[] scores = Arrays.copyOfRange(emissions, at, at + time * labels);
      LabelTargets targets = batch.targets().get(i);
      Messages all = paths.run(scores, time);
      float[] marginals = all.marginals();
      for (int j = 0; j < marginals.length; j++) {
        gradient[at + j] = marginals[j];
      }
      if (targets.kind() == LabelTargets.Kind.SOFT) {
        sum += all.logPartition() - soft(targets, scores, at, gradient);
      } else {
        boolean[] allowed = allowed(targets);
        Messages right = paths.run(scores, time, allowed);
        float[] rightMarginals = right.marginals();
        for (int j = 0; j < rightMarginals.length; j++) {
          gradient[at + j] -= rightMarginals[j];
        }
        all.addExpectedCounts(perToken, counts);
        right.addExpectedCounts(-perToken, counts);
        sum += all.logPartition() - right.logPartition();
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

  /** Subtracts the targets from the gradient and gives the score that they expect. */
  private double soft(LabelTargets targets, float[] scores, int at, float[] gradient) {
    double expected = 0;
    for (int t = 0; t < targets.length(); t++) {
      for (int i = 0; i < targets.count(t); i++) {
        int y = t * labels + targets.label(t, i);
        gradient[at + y] -= targets.weight(t, i);
        expected += targets.weight(t, i) * scores[y];
      }
    }
    return expected;
  }
}
