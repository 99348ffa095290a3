package org.namespan.model.decode;

/**
 * The shares of all steps from one run of places to another, each place of the first being followed
 * by each of the second. Immutable.
 */
final class StepBlock {

  /** The first place that steps come from. */
  private final int from;

  /** The first place that they lead to. */
  private final int to;

  /** {@code [from, to]}. */
  private final double[][] shares;

  /** How many places steps lead to. */
  private final int width;

  /**
   * Keeps the array.
   *
   * @param shares {@code [from, to]}, at least one of each
   */
  StepBlock(int from, int to, double[][] shares) {
    this.from = from;
    this.to = to;
    this.shares = shares;
    this.width = shares[0].length;
  }

  /** The same steps the other way. */
  StepBlock reversed() {
    double[][] columns = new double[width][shares.length];
    for (int i = 0; i < shares.length; i++) {
      for (int k = 0; k < width; k++) {
        columns[k][i] = shares[i][k];
      }
    }
    return new StepBlock(to, from, columns);
  }

  /**
   * Adds to each place of the second run what the steps bring from weights of the first.
   *
   * @param weights one per place, from {@code row} on
   * @param sums one per place, from {@code at} on
   */
  void add(double[] weights, int row, double[] sums, int at) {
    int first = row + from;
    int out = at + to;
    int i = 0;
    for (; i + 3 < shares.length; i += 4) {
      addFour(weights, first + i, i, sums, out);
    }
    for (; i < shares.length; i++) {
      double weight = weights[first + i];
      double[] steps = shares[i];
      for (int k = 0; k < width; k++) {
        sums[out + k] += weight * steps[k];
      }
    }
  }

  /** Adds four rows at a time, so that sums are read and written a quarter as often. */
  private void addFour(double[] weights, int first, int i, double[] sums, int out) {
    double a = weights[first];
    double b = weights[first + 1];
    double c = weights[first + 2];
    double d = weights[first + 3];
    double[] ofA = shares[i];
    double[] ofB = shares[i + 1];
    double[] ofC = shares[i + 2];
    double[] ofD = shares[i + 3];
    for (int k = 0; k < width; k++) {
      sums[out + k] += (a * ofA[k] + b * ofB[k]) + (c * ofC[k] + d * ofD[k]);
    }
  }
}
