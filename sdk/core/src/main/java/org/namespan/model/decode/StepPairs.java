package org.namespan.model.decode;

/**
 * The shares of the steps inside spans, by the place at one end of each. A span goes on from a
 * first token or an inner one, and to an inner one or a last one: at most two steps a place.
 */
final class StepPairs {

  /** Per place the other end of a step; any place, with a share of 0, where there is none. */
  private final int[] first;

  private final double[] firstShares;
  private final int[] second;
  private final double[] secondShares;

  /** The first place with a second step. */
  private int secondFrom;

  /** The place after the last one with a second step. */
  private int secondTo;

  /** No steps yet. */
  StepPairs(int places) {
    first = new int[places];
    firstShares = new double[places];
    second = new int[places];
    secondShares = new double[places];
    secondFrom = places;
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
      return;
    }
    if (secondShares[place] != 0) {
      throw new IllegalArgumentException("place " + place + " has three steps inside spans");
    }
    second[place] = other;
    secondShares[place] = share;
    secondFrom = Math.min(secondFrom, place);
    secondTo = Math.max(secondTo, place + 1);
  }

  /**
   * Sets the sum of each place to what its steps bring from the weights at their other ends.
   *
   * @param weights one per place, from {@code row} on
   * @param sums one per place, from {@code at} on
   */
  void set(double[] weights, int row, double[] sums, int at) {
    for (int k = 0; k < first.length; k++) {
      sums[at + k] = weights[row + first[k]] * firstShares[k];
    }
    for (int k = secondFrom; k < secondTo; k++) {
      sums[at + k] += weights[row + second[k]] * secondShares[k];
    }
  }
}
