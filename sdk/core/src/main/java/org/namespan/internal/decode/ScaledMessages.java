package org.namespan.internal.decode;

import java.util.Arrays;

/**
 * Messages as shares of the largest of their token (Rabiner 1989, V A). Given up where a share is
 * too small for calculating with: it may still grow to be the largest at a later token. A share is
 * 0 exactly where no path leads.
 */
final class ScaledMessages extends Messages {

  private final StepShares shares;

  /** Emissions as shares of their token's largest; 0 where a label is not allowed. */
  private final double[] emitted;

  private final double[] forward;
  private final double[] backward;

  /** Per token the largest emission. */
  private final double[] bestEmission;

  /** Per token the sum that its largest forward share stands for, before it became 1. */
  private final double[] forwardScale;

  /** The same of its largest backward share, for each token but the last. */
  private final double[] backwardScale;

  /** Per token the sum of the products of its forward and backward shares. */
  private final double[] sums;

  private double logPartition;

  ScaledMessages(StepShares shares, int time, MessageRoom room) {
    super(time, shares.labels);
    this.shares = shares;
    room.require(time, labels);
    emitted = room.emitted;
    forward = room.forward;
    backward = room.backward;
    bestEmission = room.bestEmission;
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

  /**
   * False if a share would be too small, or no number. The emissions tell; to look at each share
   * would cost as much as its power.
   */
  private boolean readAll(int t, float[] emissions) {
    int from = t * labels;
    int to = from + labels;
    float best = Float.NEGATIVE_INFINITY;
    float worst = Float.POSITIVE_INFINITY;
    float sum = 0;
    for (int i = from; i < to; i++) {
      float emission = emissions[i];
      best = emission > best ? emission : best;
      worst = emission < worst ? emission : worst;
      sum += emission;
    }
    // Of terms one of which is no number, or infinite, the sum is none or infinite.
    if (!(Math.abs(sum) <= Float.MAX_VALUE)
        || Math.exp((double) worst - best) < StepShares.SMALLEST) {
      return false;
    }
    bestEmission[t] = best;
    for (int i = from; i < to; i++) {
      emitted[i] = Math.exp((double) emissions[i] - best);
    }
    return true;
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
    bestEmission[t] = best;
    boolean usable = true;
    for (int i = from; i < to; i++) {
      emitted[i] = allowed[i] ? Math.exp((double) emissions[i] - best) : 0;
      usable &= !allowed[i] || emitted[i] >= StepShares.SMALLEST;
    }
    return usable;
  }

  private boolean passForward() {
    double[] row = shares.starts.clone();
    double[] next = new double[labels];
    double[] scratch = new double[labels];
    double log = shares.bestStart;
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
        log += shares.bestStep;
      }
      double largest = emit(row, t);
      if (largest == 0) {
        throw noPath("up to token " + (t + 1));
      }
      log += bestEmission[t] + Math.log(largest);
      forwardScale[t] = largest;
      if (!keep(row, largest, forward, t)) {
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
    logPartition = log + shares.bestEnd + Math.log(sum);
    return true;
  }

  private boolean passBackward() {
    double[] row = shares.ends.clone();
    double[] next = new double[labels];
    double[] scratch = new double[labels];
    System.arraycopy(row, 0, backward, (time - 1) * labels, labels);
    sums[time - 1] = sum(time - 1);
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
      double largest = 0;
      for (double share : row) {
        largest = share > largest ? share : largest;
      }
      backwardScale[t] = largest;
      if (!keep(row, largest, backward, t)) {
        return false;
      }
      sums[t] = sum(t);
    }
    return true;
  }

  private double sum(int t) {
    int from = t * labels;
    int to = from + labels;
    // Two sums, so that one need not wait for the other.
    double sum = 0;
    double other = 0;
    int i = from;
    for (; i + 1 < to; i += 2) {
      sum += forward[i] * backward[i];
      other += forward[i + 1] * backward[i + 1];
    }
    if (i < to) {
      sum += forward[i] * backward[i];
    }
    return sum + other;
  }

  /** Multiplies a row by the emissions of a token, and gives the largest of the products. */
  private double emit(double[] row, int t) {
    double largest = 0;
    for (int y = 0; y < labels; y++) {
      row[y] *= emitted[t * labels + y];
      largest = row[y] > largest ? row[y] : largest;
    }
    return largest;
  }

  /** Makes shares of a row and keeps them as those of a token; false if one is too small. */
  private boolean keep(double[] row, double largest, double[] messages, int t) {
    double factor = 1 / largest;
    boolean usable = true;
    for (int y = 0; y < labels; y++) {
      double share = row[y] * factor;
      row[y] = share;
      messages[t * labels + y] = share;
      if (share < StepShares.SMALLEST && share != 0) {
        usable = false;
      }
    }
    return usable;
  }

  @Override
  public double logPartition() {
    return logPartition;
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
    for (int k = 0; k < others.shares().length; k++) {
      int x = others.from()[k];
      int y = others.to()[k];
      steps[x * labels + y] += weight * others.shares()[k] * pairs[x][y];
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
