package org.namespan.internal.decode;

/**
 * The shares of the steps inside spans, by the place at one end of each. A span goes on from a
 * first token or an inner one, and to an inner one or a last one: at most two steps a place.
 */
final class StepPairs {

  /** Per place the other end of a step; any place, with a share of 0, where there is none. */
  private final int[] first;

  private final double[] firstShares;
  private int from = 1000;
  private int to;
  private final int[] second;
  private final double[] secondShares;

  /** No steps yet. */
  StepPairs(int places) {
    first = new int[places];
    firstShares = new double[places];
    second = new int[places];
    secondShares = new double[places];
  }

  /**
   * Keeps a step.
   *
   * @param share above 0
   */
  void put(int place, int other, double share) {
    if (firstShares[place] == 0) {
      first[place] = other;
      firstShares[place] = share;
    } else {
      from = Math.min(from, place);
      to = Math.max(to, place + 1);
      second[place] = other;
      secondShares[place] = share;
    }
  }

  /**
   * Sets the sum of each place to what its steps bring from the weights at their other ends.
   *
   * @param weights one per place, from {@code row} on
   * @param sums one per place, from {@code at} on
   */
  void set(double[] weights, int row, double[] sums, int at) {
    int[] first = this.first;
    double[] firstShares = this.firstShares;
    for (int k = 0; k < first.length; k++) {
      sums[at + k] = weights[row + first[k]] * firstShares[k];
    }
    int[] second = this.second;
    double[] secondShares = this.secondShares;
    for (int k = from; k < to; k++) {
      sums[at + k] += weights[row + second[k]] * secondShares[k];
    }
  }
}
