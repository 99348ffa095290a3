package org.namespan.model.decode;

import java.util.Arrays;

/**
 * Messages as shares of the sum of their token (Rabiner 1989, V A), or nearly: they are scaled by
 * the sum of the token before, so that none waits for its own. Given up where a share is too small
 * for calculating with: it may still grow to be the largest at a later token. A share is 0 exactly
 * where no path leads.
 *
 * <p>Arrays have labels at the places of {@link StepShares}. Loops over them are apart where the
 * compiler then takes several places at a time, and sums are of four parts, so that none waits for
 * the one before.
 */
final class ScaledMessages extends Messages {

  /** Farthest from the {@link #unit} that an emission may lie. */
  private static final double FARTHEST = -Math.log(StepShares.SMALLEST);

  private final StepShares shares;

  /** Emissions raised to powers, less their token's {@link #unit}; 0 where not allowed. */
  private final double[] emitted;

  private final double[] forward;
  private final double[] backward;

  /** Per token the emission whose power is taken as 1. */
  private final double[] unit;

  /** Per token what its forward weights were multiplied by. */
  private final double[] forwardScale;

  /** The same of its backward weights, for each token but the last. */
  private final double[] backwardScale;

  /**
   * Per token the sum of the products of its forward and backward shares. Unscaled it would be the
   * same for all tokens, so that one follows from another.
   */
  private final double[] sums;

  ScaledMessages(StepShares shares, int time, MessageRoom room) {
    super(time, shares.labels);
    this.shares = shares;
    room.require(time, labels);
    emitted = room.emitted;
    forward = room.forward;
    backward = room.backward;
    unit = room.unit;
    forwardScale = room.forwardScale;
    backwardScale = room.backwardScale;
    sums = room.sums;
  }

  /**
   * Computes all messages, once.
   *
   * @return false if a share became too small; then these messages are of no use
   * @throws IllegalArgumentException if no legal path keeps to the labels allowed
   */
  boolean pass(float[] emissions, boolean[] allowed) {
    boolean usable = true;
    for (int t = 0; t < time; t++) {
      usable &= allowed == null ? readAll(t, emissions) : readAllowed(t, emissions, allowed);
    }
    if (!usable) {
      return false;
    }
    Exponential.raise(emitted, time * labels);
    if (allowed != null) {
      closeOthers(allowed);
    }
    return passForward() && passBackward();
  }

  /** False if an emission lies too far from the first label's, or is no number. */
  private boolean readAll(int t, float[] emissions) {
    int from = t * labels;
    int[] order = shares.order;
    double first = emissions[from];
    // Apart from the rest: compiled, each conversion waits for the one before (JDK-8318562).
    for (int k = 0; k < order.length; k++) {
      emitted[from + k] = emissions[from + order[k]];
    }
    boolean usable = true;
    for (int k = from; k < from + labels; k++) {
      double score = emitted[k] - first;
      usable &= Math.abs(score) <= FARTHEST;
      emitted[k] = score;
    }
    unit[t] = first;
    return usable;
  }

  /** As {@link #readAll}, from the best of the labels that the token may have. */
  private boolean readAllowed(int t, float[] emissions, boolean[] allowed) {
    int from = t * labels;
    float best = Float.NEGATIVE_INFINITY;
    boolean none = true;
    for (int i = from; i < from + labels; i++) {
      if (allowed[i]) {
        none = false;
        best = emissions[i] > best ? emissions[i] : best;
      }
    }
    if (none) {
      throw noPath("at token " + (t + 1));
    }
    boolean usable = true;
    for (int y = 0; y < labels; y++) {
      double score = allowed[from + y] ? (double) emissions[from + y] - best : 0;
      usable &= -score <= FARTHEST;
      emitted[at(t, y)] = score;
    }
    unit[t] = best;
    return usable;
  }

  private void closeOthers(boolean[] allowed) {
    for (int t = 0; t < time; t++) {
      for (int y = 0; y < labels; y++) {
        if (!allowed[t * labels + y]) {
          emitted[at(t, y)] = 0;
        }
      }
    }
  }

  private boolean passForward() {
    System.arraycopy(shares.starts, 0, forward, 0, labels);
    double scale = 1;
    for (int t = 0; t < time; t++) {
      int from = t * labels;
      if (t > 0) {
        shares.forward(forward, from - labels, forward, from);
      }
      for (int k = from; k < from + labels; k++) {
        forward[k] *= emitted[k] * scale;
      }
      forwardScale[t] = scale;
      double sum = sum(forward, from);
      if (sum == 0) {
        throw noPath("up to token " + (t + 1));
      }
      if (!areUsable(forward, from)) {
        return false;
      }
      scale = 1 / sum;
    }
    double sum = 0;
    for (int k = 0; k < labels; k++) {
      sum += forward[(time - 1) * labels + k] * shares.ends[k];
    }
    if (sum == 0) {
      throw noPath("to the end");
    }
    sums[time - 1] = sum;
    return true;
  }

  private boolean passBackward() {
    double[] inward = new double[labels];
    System.arraycopy(shares.ends, 0, backward, (time - 1) * labels, labels);
    double scale = 1;
    for (int t = time - 2; t >= 0; t--) {
      int from = t * labels;
      putInward(t + 1, scale, inward);
      shares.backward(inward, 0, backward, from);
      if (!areUsable(backward, from)) {
        return false;
      }
      backwardScale[t] = scale;
      sums[t] = sums[t + 1] * scale / forwardScale[t + 1];
      scale = 1 / sum(backward, from);
    }
    return true;
  }

  /** What the paths weigh from a token on, with its own emission. */
  private void putInward(int t, double scale, double[] inward) {
    int from = t * labels;
    for (int k = 0; k < inward.length; k++) {
      inward[k] = backward[from + k] * emitted[from + k] * scale;
    }
  }

  private double sum(double[] messages, int from) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    int to = from + labels;
    for (; i + 3 < to; i += 4) {
      a += messages[i];
      b += messages[i + 1];
      c += messages[i + 2];
      d += messages[i + 3];
    }
    for (; i < to; i++) {
      a += messages[i];
    }
    return a + b + (c + d);
  }

  /** Whether none of a token's messages is too small. */
  private boolean areUsable(double[] messages, int from) {
    boolean usable = true;
    for (int i = from; i < from + labels; i++) {
      if (messages[i] < StepShares.SMALLEST) {
        usable &= messages[i] == 0;
      }
    }
    return usable;
  }

  /** Where the arrays have a label of a token. */
  private int at(int t, int label) {
    return t * labels + shares.places[label];
  }

  @Override
  public double logPartition() {
    double log = shares.bestStart;
    for (int t = 0; t < time; t++) {
      if (t > 0) {
        log += shares.bestStep;
      }
      log += unit[t] - Math.log(forwardScale[t]);
    }
    return log + shares.bestEnd + Math.log(sums[time - 1]);
  }

  @Override
  double marginal(int t, int[] ofLabels) {
    double sum = 0;
    for (int y : ofLabels) {
      int i = at(t, y);
      sum += forward[i] * backward[i];
    }
    return sum / sums[t];
  }

  @Override
  void marginals(int t, double[] row) {
    double sum = 0;
    for (int y = 0; y < labels; y++) {
      int i = at(t, y);
      row[y] = forward[i] * backward[i];
      sum += row[y];
    }
    double factor = 1 / sum;
    for (int y = 0; y < labels; y++) {
      row[y] *= factor;
    }
  }

  @Override
  void addExpectedSteps(double weight, double[] steps) {
    double[][] pairs = new double[labels][labels];
    double[] inward = new double[labels];
    for (int t = 1; t < time; t++) {
      putInward(t, backwardScale[t - 1] / sums[t - 1], inward);
      int before = (t - 1) * labels;
      for (int i = 0; i < labels; i++) {
        addScaled(forward[before + i], inward, pairs[i]);
      }
    }
    for (int i = 0; i < labels; i++) {
      for (int k = 0; k < labels; k++) {
        steps[shares.order[i] * labels + shares.order[k]] +=
            weight * shares.steps[i][k] * pairs[i][k];
      }
    }
  }

  /** Adds a row to another; written so that the compiler can do it several places at a time. */
  private static void addScaled(double factor, double[] row, double[] into) {
    for (int k = 0; k < into.length; k++) {
      into[k] += factor * row[k];
    }
  }

  @Override
  double[] open(int t, int[] ofType, Steps[] beginning) {
    return t == 0
        ? Arrays.copyOf(forward, labels)
        : step(t, ofType, beginning, forward, (t - 1) * labels);
  }

  @Override
  double[] goOn(int t, int[] ofType, Steps[] goingOn, double[] inside) {
    return step(t, ofType, goingOn, inside, 0);
  }

  /** From weights at the token before to those at this one, in the measure of {@link #forward}. */
  private double[] step(int t, int[] ofType, Steps[] steps, double[] weights, int row) {
    double[] next = new double[labels];
    for (int y : ofType) {
      Steps toLabel = steps[y];
      double sum = 0;
      for (int i = 0; i < toLabel.labels.length; i++) {
        sum += weights[row + shares.places[toLabel.labels[i]]] * toLabel.shares[i];
      }
      next[shares.places[y]] = sum * emitted[at(t, y)] * forwardScale[t];
    }
    return next;
  }

  @Override
  double reached(int t, int[] ofType, double[] inside) {
    double sum = 0;
    for (int y : ofType) {
      sum += inside[shares.places[y]] * backward[at(t, y)];
    }
    return Math.min(1, sum / sums[t]);
  }

  @Override
  double closed(int end, int[] ofType, Steps[] ending, double[] inside) {
    if (end == time) {
      return reached(end - 1, ofType, inside);
    }
    double sum = 0;
    for (int y : ofType) {
      Steps steps = ending[y];
      double onward = 0;
      for (int i = 0; i < steps.labels.length; i++) {
        int k = at(end, steps.labels[i]);
        onward += emitted[k] * backward[k] * steps.shares[i];
      }
      sum += inside[shares.places[y]] * onward;
    }
    return Math.min(1, sum * backwardScale[end - 1] / sums[end - 1]);
  }
}
