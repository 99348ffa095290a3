package org.namespan.model.decode;

import java.util.Arrays;

/** Messages as logarithms, each sum formed term by term: right for all scores, but slow. */
final class LogMessages extends Messages {

  private final Transitions transitions;
  private final float[] emissions;
  private final double[] forward;
  private final double[] backward;

  /** {@link #backward} with the token's emission; negative infinity if that is not allowed. */
  private final double[] inward;

  private final double logPartition;

  /**
   * @throws IllegalArgumentException if no legal path keeps to the labels allowed
   */
  LogMessages(Transitions transitions, float[] emissions, int time, boolean[] allowed) {
    super(time, transitions.starts.length);
    this.transitions = transitions;
    this.emissions = emissions;
    forward = new double[time * labels];
    backward = new double[time * labels];
    inward = new double[time * labels];
    for (int i = 0; i < inward.length; i++) {
      boolean open = allowed == null || allowed[i];
      inward[i] = open ? Transitions.finite(emissions[i]) : Double.NEGATIVE_INFINITY;
    }
    passForward();
    logPartition = sumOfEnds();
    passBackward();
  }

  private void passForward() {
    System.arraycopy(transitions.starts, 0, forward, 0, labels);
    for (int t = 0; t < time; t++) {
      int row = t * labels;
      double best = Double.NEGATIVE_INFINITY;
      for (int y = 0; y < labels; y++) {
        if (t > 0) {
          forward[row + y] = logSum(forward, row - labels, transitions.before, y);
        }
        forward[row + y] += inward[row + y];
        best = Math.max(best, forward[row + y]);
      }
      if (best == Double.NEGATIVE_INFINITY) {
        throw noPath("up to token " + (t + 1));
      }
    }
  }

  private double sumOfEnds() {
    double sum = Double.NEGATIVE_INFINITY;
    for (int y = 0; y < labels; y++) {
      sum = logAdd(sum, forward[(time - 1) * labels + y] + transitions.ends[y]);
    }
    if (sum == Double.NEGATIVE_INFINITY) {
      throw noPath("to the end");
    }
    return sum;
  }

  private void passBackward() {
    System.arraycopy(transitions.ends, 0, backward, (time - 1) * labels, labels);
    for (int t = time - 1; t >= 0; t--) {
      int row = t * labels;
      for (int y = 0; y < labels; y++) {
        if (t < time - 1) {
          backward[row + y] = logSum(inward, row + labels, transitions.after, y);
        }
        inward[row + y] += backward[row + y];
      }
    }
  }

  /** The log of the sum of the exponentials of a label's neighbours and the steps to them. */
  private static double logSum(
      double[] terms, int row, Transitions.Neighbours neighbours, int label) {
    int[] others = neighbours.labels[label];
    double[] steps = neighbours.scores[label];
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < others.length; i++) {
      max = Math.max(max, terms[row + others[i]] + steps[i]);
    }
    if (max == Double.NEGATIVE_INFINITY) {
      return max;
    }
    double sum = 0;
    for (int i = 0; i < others.length; i++) {
      sum += Math.exp(terms[row + others[i]] + steps[i] - max);
    }
    return max + Math.log(sum);
  }

  /** The log of the sum of two exponentials. */
  private static double logAdd(double a, double b) {
    double max = Math.max(a, b);
    double min = Math.min(a, b);
    return min == Double.NEGATIVE_INFINITY ? max : max + Math.log1p(Math.exp(min - max));
  }

  @Override
  public double logPartition() {
    return logPartition;
  }

  @Override
  double marginal(int t, int[] ofLabels) {
    double[] row = new double[labels];
    marginals(t, row);
    double sum = 0;
    for (int y : ofLabels) {
      sum += row[y];
    }
    return sum;
  }

  @Override
  void marginals(int t, double[] row) {
    for (int y = 0; y < labels; y++) {
      row[y] = forward[t * labels + y] + backward[t * labels + y];
    }
    normalise(row);
  }

  @Override
  void addExpectedSteps(double weight, double[] steps) {
    double[] terms = new double[labels * labels];
    for (int t = 1; t < time; t++) {
      Arrays.fill(terms, Double.NEGATIVE_INFINITY);
      for (int x = 0; x < labels; x++) {
        int[] after = transitions.after.labels[x];
        for (int i = 0; i < after.length; i++) {
          terms[x * labels + after[i]] =
              forward[(t - 1) * labels + x]
                  + transitions.after.scores[x][i]
                  + inward[t * labels + after[i]];
        }
      }
      normalise(terms);
      for (int i = 0; i < terms.length; i++) {
        steps[i] += weight * terms[i];
      }
    }
  }

  /** From log-weights to their shares in the sum, so that sums too large for digits do no harm. */
  private static void normalise(double[] terms) {
    double max = Double.NEGATIVE_INFINITY;
    for (double term : terms) {
      max = Math.max(max, term);
    }
    double sum = 0;
    for (int i = 0; i < terms.length; i++) {
      terms[i] = Math.exp(terms[i] - max);
      sum += terms[i];
    }
    for (int i = 0; i < terms.length; i++) {
      terms[i] /= sum;
    }
  }

  @Override
  double[] open(int t, int[] ofType, Steps[] beginning) {
    double[] inside = new double[labels];
    for (int y : ofType) {
      double before =
          t == 0 ? transitions.starts[y] : logSum(forward, (t - 1) * labels, beginning[y]);
      inside[y] = before + emission(t, y);
    }
    return inside;
  }

  @Override
  double[] goOn(int t, int[] ofType, Steps[] goingOn, double[] inside) {
    double[] next = new double[labels];
    for (int y : ofType) {
      next[y] = logSum(inside, 0, goingOn[y]) + emission(t, y);
    }
    return next;
  }

  @Override
  double reached(int t, int[] ofType, double[] inside) {
    double sum = Double.NEGATIVE_INFINITY;
    for (int y : ofType) {
      sum = logAdd(sum, inside[y] + backward[t * labels + y]);
    }
    return Math.min(1, Math.exp(sum - logPartition));
  }

  @Override
  double closed(int end, int[] ofType, Steps[] ending, double[] inside) {
    if (end == time) {
      return reached(end - 1, ofType, inside);
    }
    double sum = Double.NEGATIVE_INFINITY;
    for (int y : ofType) {
      sum = logAdd(sum, inside[y] + logSum(inward, end * labels, ending[y]));
    }
    return Math.min(1, Math.exp(sum - logPartition));
  }

  private double emission(int t, int label) {
    return Transitions.finite(emissions[t * labels + label]);
  }

  private static double logSum(double[] terms, int row, Steps steps) {
    double sum = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < steps.labels.length; i++) {
      sum = logAdd(sum, terms[row + steps.labels[i]] + steps.scores[i]);
    }
    return sum;
  }
}
