package org.namespan.internal.decode;

/**
 * Transition scores raised to powers, each kind less its largest: shares from 0 to 1. What is
 * illegal has share 0. Immutable.
 */
final class StepShares {

  /**
   * The smallest share, beside 0, that sums are formed with. The product of five is still a normal
   * double, so that a product is 0 only where a factor is.
   */
  static final double SMALLEST = 1e-60;

  final int labels;

  /** {@code [labels]}, of the first label. */
  final double[] starts;

  /** The score of a start whose share is 1. */
  final double bestStart;

  /** {@code [labels]}, of the last label. */
  final double[] ends;

  /** The score of an end whose share is 1. */
  final double bestEnd;

  /** {@code [labels, labels]}, from the row's label to the column's. */
  final double[][] steps;

  /** The same, from the column's label to the row's. */
  final double[][] stepsBack;

  /** The score of a step whose share is 1. */
  final double bestStep;

  StepShares(Transitions transitions) {
    labels = transitions.starts.length;
    bestStart = max(transitions.starts);
    starts = shares(transitions.starts, bestStart);
    bestEnd = max(transitions.ends);
    ends = shares(transitions.ends, bestEnd);
    double best = Double.NEGATIVE_INFINITY;
    for (double[] scores : transitions.after.scores) {
      best = Math.max(best, max(scores));
    }
    bestStep = best;
    steps = new double[labels][labels];
    stepsBack = new double[labels][labels];
    for (int x = 0; x < labels; x++) {
      double[] shares = shares(transitions.after.scores[x], best);
      for (int i = 0; i < shares.length; i++) {
        int y = transitions.after.labels[x][i];
        steps[x][y] = shares[i];
        stepsBack[y][x] = shares[i];
      }
    }
  }

  private static double max(double[] scores) {
    double max = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      max = Math.max(max, score);
    }
    return max;
  }

  private static double[] shares(double[] scores, double best) {
    double[] shares = new double[scores.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Math.exp(scores[i] - best);
    }
    return shares;
  }

  /** Whether no share of what is legal is too small to calculate with. */
  boolean areUsable(Transitions transitions) {
    boolean usable = true;
    for (int x = 0; x < labels; x++) {
      usable &= starts[x] >= SMALLEST || transitions.starts[x] == Double.NEGATIVE_INFINITY;
      usable &= ends[x] >= SMALLEST || transitions.ends[x] == Double.NEGATIVE_INFINITY;
      for (int y : transitions.after.labels[x]) {
        usable &= steps[x][y] >= SMALLEST;
      }
    }
    return usable;
  }
}
