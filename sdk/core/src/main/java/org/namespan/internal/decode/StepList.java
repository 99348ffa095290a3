package org.namespan.internal.decode;

/**
 * The shares of single steps.
 *
 * @param from the label of each step
 * @param to the label that follows it
 * @param shares of each step
 */
record StepList(int[] from, int[] to, double[] shares) {

  /** Adds to each label what its steps bring from a row over all labels. */
  void addForward(double[] row, double[] sums) {
    add(from, to, shares, row, sums);
  }

  /** Adds to each label what the steps from it bring from a row over all labels. */
  void addBackward(double[] row, double[] sums) {
    add(to, from, shares, row, sums);
  }

  private static void add(int[] in, int[] out, double[] shares, double[] row, double[] sums) {
    for (int k = 0; k < shares.length; k++) {
      sums[out[k]] += row[in[k]] * shares[k];
    }
  }
}
