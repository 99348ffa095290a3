package org.namespan.internal.decode;

import java.util.Arrays;

/**
 * Messages as shares of the sum of their token (Rabiner 1989, V A). Given up where a share is too
 * small for calculating with: it may still grow to be the largest at a later token. A share is 0
 * exactly where no path leads.
 *
 * <p>Loops over labels are apart where the compiler then takes several labels at a time, and sums
 * are of four parts, so that none waits for the one before.
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

  /** Per token the sum of its forward weights, before it became 1. */
  private final double[] forwardScale;

  /** The same of its backward weights, for each token but the last. */
  private final double[] backwardScale;

  /**
   * Per token the sum of the products of its forward and backward shares. Unscaled it would be the
   * same for all tokens, so that one follows from another.
   */
  private final double[] sums;

  /** The sum of the forward shares of the last token, each times that of its end. */
  private double endScale;

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
    for (int t = 0; t < time; t++) {
      boolean usable = allowed == null ? readAll(t, emissions) : readAllowed(t, emissions, allowed);
      if (!usable) {
        return false;
      }
    }
    return passForward() && passBackward();
  }

  /** False if an emission lies too far from the first label's, or is no number. */
  private boolean readAll(int t, float[] emissions) {
    int from = t * labels;
    int to = from + labels;
    double first = emissions[from];
    // Apart from the rest: compiled, each conversion waits for the one before (JDK-8318562).
    for (int i = from; i < to; i++) {
      emitted[i] = emissions[i];
    }
    boolean usable = true;
    for (int i = from; i < to; i++) {
      double score = emitted[i] - first;
      usable &= Math.abs(score) <= FARTHEST;
      emitted[i] = Exponential.of(score);
    }
    unit[t] = first;
    return usable;
  }

  /** As {@link #readAll}, for the labels that the token may have; the others have share 0. */
  private boolean readAllowed(int t, float[] emissions, boolean[] allowed) {
    int from = t * labels;
    int to = from + labels;
    float best = Float.NEGATIVE_INFINITY;
    boolean none = true;
    for (int i = from; i < to; i++) {
      if (allowed[i]) {
        none = false;
        best = emissions[i] > best ? emissions[i] : best;
      }
    }
    if (none) {
      throw noPath("at token " + (t + 1));
    }
    unit[t] = best;
    boolean usable = true;
    for (int i = from; i < to; i++) {
      double score = (double) emissions[i] - best;
      usable &= !allowed[i] || -score <= FARTHEST;
      emitted[i] = allowed[i] ? Exponential.of(score) : 0;
    }
    return usable;
  }

  private boolean passForward() {
    double[] row = shares.starts.clone();
    double[] next = new double[labels];
    double[] scratch = new double[labels];
    for (int t = 0; t < time; t++) {
      if (t > 0) {
        Arrays.fill(next, 0);
        for (StepBlock block : shares.blocks) {
          block.addForward(row, next, scratch);
        }
        shares.others.addForward(row, next);
        double[] swap = row;
        row = next;
        next = swap;
      }
      emit(row, t);
      double sum = sum(row);
      if (sum == 0) {
        throw noPath("up to token " + (t + 1));
      }
      forwardScale[t] = sum;
      if (!keep(row, sum, forward, t)) {
        return false;
      }
    }
    double sum = 0;
    for (int y = 0; y < labels; y++) {
      sum += row[y] * shares.ends[y];
    }
    if (sum == 0) {
      throw noPath("to the end");
    }
    endScale = sum;
    return true;
  }

  private boolean passBackward() {
    double[] row = shares.ends.clone();
    double[] next = new double[labels];
    double[] scratch = new double[labels];
    System.arraycopy(row, 0, backward, (time - 1) * labels, labels);
    sums[time - 1] = endScale;
    for (int t = time - 2; t >= 0; t--) {
      emit(row, t + 1);
      Arrays.fill(next, 0);
      for (StepBlock block : shares.blocks) {
        block.addBackward(row, next, scratch);
      }
      shares.others.addBackward(row, next);
      double[] swap = row;
      row = next;
      next = swap;
      double sum = sum(row);
      backwardScale[t] = sum;
      if (!keep(row, sum, backward, t)) {
        return false;
      }
      sums[t] = sums[t + 1] * forwardScale[t + 1] / sum;
    }
    return true;
  }

  private static double sum(double[] row) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < row.length; i += 4) {
      a += row[i];
      b += row[i + 1];
      c += row[i + 2];
      d += row[i + 3];
    }
    for (; i < row.length; i++) {
      a += row[i];
    }
    return a + b + (c + d);
  }

  /** Multiplies a row by the emissions of a token. */
  private void emit(double[] row, int t) {
    int from = t * labels;
    for (int y = 0; y < row.length; y++) {
      row[y] *= emitted[from + y];
    }
  }

  /** Makes shares of a row and keeps them as those of a token; false if one is too small. */
  private boolean keep(double[] row, double sum, double[] messages, int t) {
    int from = t * labels;
    double factor = 1 / sum;
    for (int y = 0; y < row.length; y++) {
      row[y] *= factor;
    }
    System.arraycopy(row, 0, messages, from, row.length);
    boolean usable = true;
    for (double share : row) {
      if (share < StepShares.SMALLEST) {
        usable &= share == 0;
      }
    }
    return usable;
  }

  @Override
  public double logPartition() {
    double log = shares.bestStart;
    for (int t = 0; t < time; t++) {
      if (t > 0) {
        log += shares.bestStep;
      }
      log += unit[t] + Math.log(forwardScale[t]);
    }
    return log + shares.bestEnd + Math.log(endScale);
  }

  @Override
  double marginal(int t, int label) {
    int i = t * labels + label;
    return forward[i] * backward[i] / sums[t];
  }

  @Override
  void marginals(int t, double[] row) {
    double sum = 0;
    for (int y = 0; y < labels; y++) {
      row[y] = forward[t * labels + y] * backward[t * labels + y];
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
      System.arraycopy(backward, t * labels, inward, 0, labels);
      emit(inward, t);
      int before = (t - 1) * labels;
      // In the order of labels, unlike the sums for decoding: trained models keep their bits.
      double sum = 0;
      for (int i = before; i < before + labels; i++) {
        sum += forward[i] * backward[i];
      }
      double scale = 1 / (sum * backwardScale[t - 1]);
      for (int x = 0; x < labels; x++) {
        addScaled(forward[before + x] * scale, inward, pairs[x]);
      }
    }
    for (StepBlock block : shares.blocks) {
      for (int k = 0; k < block.shares.length; k++) {
        int x = block.from[k / block.to.length];
        int y = block.to[k % block.to.length];
        steps[x * labels + y] += weight * block.shares[k] * pairs[x][y];
      }
    }
    StepList others = shares.others;
    for (int k = 0; k < others.shares.length; k++) {
      int x = others.from[k];
      int y = others.to[k];
      steps[x * labels + y] += weight * others.shares[k] * pairs[x][y];
    }
  }

  /** Adds a row to another; written so that the compiler can do it several labels at a time. */
  private static void addScaled(double factor, double[] row, double[] into) {
    for (int y = 0; y < into.length; y++) {
      into[y] += factor * row[y];
    }
  }

  @Override
  double[] open(int t, int[] ofType, Steps[] beginning) {
    if (t == 0) {
      return Arrays.copyOf(forward, labels);
    }
    double[] inside = new double[labels];
    for (int y : ofType) {
      inside[y] = step(forward, (t - 1) * labels, beginning[y]) * emittedShare(t, y);
    }
    return inside;
  }

  @Override
  double[] goOn(int t, int[] ofType, Steps[] goingOn, double[] inside) {
    double[] next = new double[labels];
    for (int y : ofType) {
      next[y] = step(inside, 0, goingOn[y]) * emittedShare(t, y);
    }
    return next;
  }

  /**
   * What brings a weight at the token before to the measure of the forward messages of this one.
   */
  private double emittedShare(int t, int label) {
    return emitted[t * labels + label] / forwardScale[t];
  }

  @Override
  double reached(int t, int[] ofType, double[] inside) {
    double sum = 0;
    for (int y : ofType) {
      sum += inside[y] * backward[t * labels + y];
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
        int k = end * labels + steps.labels[i];
        onward += emitted[k] * backward[k] * steps.shares[i];
      }
      sum += inside[y] * onward;
    }
    return Math.min(1, sum / (backwardScale[end - 1] * sums[end - 1]));
  }

  private static double step(double[] row, int from, Steps steps) {
    double sum = 0;
    for (int i = 0; i < steps.labels.length; i++) {
      sum += row[from + steps.labels[i]] * steps.shares[i];
    }
    return sum;
  }
}
