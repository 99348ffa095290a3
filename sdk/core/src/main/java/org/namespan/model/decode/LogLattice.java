package org.namespan.model.decode;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Forward-backward on scores, that is on the logarithms of weights: right for all scores, but seven
 * times as slow as {@link ScaledLattice}. Scores of each token are taken relative to the best of
 * them, so that neither a long sentence nor a large score costs digits.
 */
final class LogLattice extends Lattice {

  /** {@code [time, labels]}, relative; negative infinity where a label is not allowed. */
  private final double[] emissions;

  /** The log of alpha, {@code [time, labels]}, relative. */
  private final double[] forward;

  /** The log of beta, {@code [time, labels]}, relative. */
  private final double[] backward;

  /** Per token the best forward score, which the others are relative to. */
  private final double[] bestForward;

  /** Per token the log of the sum of {@code alpha * beta} over its labels. */
  private final double[] logSums;

  private double logPartition;

  /**
   * @throws IllegalArgumentException if no legal path keeps to the labels allowed
   */
  LogLattice(
      TransitionMatrix transitions, float[] emissions, int time, boolean @Nullable [] allowed) {
    super(transitions, time);
    this.emissions = new double[time * labels];
    forward = new double[time * labels];
    backward = new double[time * labels];
    bestForward = new double[time];
    logSums = new double[time];
    readEmissions(emissions, allowed);
    passForward();
    passBackward();
  }

  private void readEmissions(float[] scores, boolean @Nullable [] allowed) {
    for (int i = 0; i < emissions.length; i++) {
      boolean open = allowed == null || allowed[i];
      emissions[i] = open ? finite(scores[i]) : Double.NEGATIVE_INFINITY;
    }
    for (int t = 0; t < time; t++) {
      logPartition += subtractBest(emissions, t, "at token ");
    }
  }

  private void passForward() {
    for (int t = 0; t < time; t++) {
      int row = t * labels;
      for (int y = 0; y < labels; y++) {
        double reached =
            t == 0
                ? transitions.startScores[y]
                : logSum(transitions.into[y], forward, row - labels);
        forward[row + y] = reached + emissions[row + y];
      }
      bestForward[t] = subtractBest(forward, t, "up to token ");
      logPartition += bestForward[t];
    }
    double logSum = logSum(plus(forward, (time - 1) * labels, transitions.endScores, 0));
    if (logSum == Double.NEGATIVE_INFINITY) {
      throw noPath("to the end");
    }
    logPartition += logSum;
  }

  private void passBackward() {
    System.arraycopy(transitions.endScores, 0, backward, (time - 1) * labels, labels);
    for (int t = time - 1; t >= 0; t--) {
      int row = t * labels;
      if (t < time - 1) {
        double[] onward = plus(emissions, row + labels, backward, row + labels);
        for (int x = 0; x < labels; x++) {
          backward[row + x] = logSum(transitions.outOf[x], onward, 0);
        }
      }
      subtractBest(backward, t, "after token ");
      logSums[t] = logSum(plus(forward, row, backward, row));
    }
  }

  /** Makes the scores of a token relative to the best of them, and returns that. */
  private double subtractBest(double[] scores, int t, String where) {
    int row = t * labels;
    double best = max(Arrays.copyOfRange(scores, row, row + labels));
    if (best == Double.NEGATIVE_INFINITY) {
      throw noPath(where + (t + 1));
    }
    for (int i = row; i < row + labels; i++) {
      scores[i] -= best;
    }
    return best;
  }

  private double[] plus(double[] a, int rowOfA, double[] b, int rowOfB) {
    double[] sums = new double[labels];
    for (int y = 0; y < labels; y++) {
      sums[y] = a[rowOfA + y] + b[rowOfB + y];
    }
    return sums;
  }

  /** The log of the sum of what some arcs weigh, each with the message at its other end. */
  private static double logSum(TransitionMatrix.Arcs arcs, double[] messages, int row) {
    double[] terms = arcs.scores.clone();
    for (int i = 0; i < terms.length; i++) {
      terms[i] += messages[row + arcs.labels[i]];
    }
    return logSum(terms);
  }

  /** The log of the sum of the exponentials. */
  private static double logSum(double[] terms) {
    double max = max(terms);
    if (max == Double.NEGATIVE_INFINITY) {
      return max;
    }
    double sum = 0;
    for (double term : terms) {
      sum += Math.exp(term - max);
    }
    return max + Math.log(sum);
  }

  private static double max(double[] terms) {
    double max = Double.NEGATIVE_INFINITY;
    for (double term : terms) {
      max = Math.max(max, term);
    }
    return max;
  }

  private IllegalArgumentException noPath(String where) {
    return new IllegalArgumentException(
        "no legal path of "
            + time
            + " tokens keeps to the labels allowed "
            + where
            + ", expected at least one");
  }

  @Override
  public double logPartition() {
    return logPartition;
  }

  @Override
  double marginal(int t, int label) {
    int i = t * labels + label;
    return Math.exp(forward[i] + backward[i] - logSums[t]);
  }

  @Override
  double marginal(int t, int from, int to) {
    int row = t * labels;
    double score = forward[row - labels + from] + transitions.scores[from][to];
    score += emissions[row + to] + backward[row + to];
    return Math.exp(score - bestForward[t] - logSums[t]);
  }
}
