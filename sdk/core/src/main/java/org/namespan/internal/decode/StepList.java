package org.namespan.internal.decode;

import java.util.Arrays;

/** The shares of single steps. Immutable. */
final class StepList {

  /** The label of each step. */
  final int[] from;

  /** The label that follows it. */
  final int[] to;

  /** Of each step. */
  final double[] shares;

  private final Pairs forward;
  private final Pairs backward;

  /** Keeps the arrays. */
  StepList(int[] from, int[] to, double[] shares) {
    this.from = from;
    this.to = to;
    this.shares = shares;
    this.forward = new Pairs(from, to, shares);
    this.backward = new Pairs(to, from, shares);
  }

  /** Adds to each label what the steps to it bring from a row over all labels. */
  void addForward(double[] row, double[] sums) {
    forward.add(row, sums);
  }

  /** Adds to each label what the steps from it bring from a row over all labels. */
  void addBackward(double[] row, double[] sums) {
    backward.add(row, sums);
  }

  /**
   * The steps by the label that they bring something to, two at a time: few have more, and none
   * waits for a sum that the one before has yet to write.
   */
  private static final class Pairs {

    private final int[] out;
    private final int[] in;
    private final double[] shares;
    private final int[] otherIn;
    private final double[] otherShares;

    Pairs(int[] in, int[] out, double[] shares) {
      int[] pairOut = new int[out.length];
      int[] first = new int[out.length];
      int[] second = new int[out.length];
      int count = 0;
      for (int k = 0; k < out.length; k++) {
        int open = 0;
        while (open < count && (pairOut[open] != out[k] || second[open] >= 0)) {
          open++;
        }
        if (open < count) {
          second[open] = k;
        } else {
          pairOut[count] = out[k];
          first[count] = k;
          second[count++] = -1;
        }
      }
      this.out = Arrays.copyOf(pairOut, count);
      this.in = new int[count];
      this.shares = new double[count];
      this.otherIn = new int[count];
      this.otherShares = new double[count];
      for (int p = 0; p < count; p++) {
        this.in[p] = in[first[p]];
        this.shares[p] = shares[first[p]];
        if (second[p] >= 0) {
          otherIn[p] = in[second[p]];
          otherShares[p] = shares[second[p]];
        }
      }
    }

    void add(double[] row, double[] sums) {
      for (int p = 0; p < out.length; p++) {
        sums[out[p]] += row[in[p]] * shares[p] + row[otherIn[p]] * otherShares[p];
      }
    }
  }
}
