package org.namespan.internal.decode;

import java.util.Arrays;

/**
 * The shares of all steps between two groups of labels, each of the first group being followed by
 * each of the second. Sums over it look at no label in vain and take several at a time. Immutable.
 */
final class StepBlock {

  final int[] from;
  final int[] to;

  /** {@code [from, to]}, row after row. */
  final double[] shares;

  private final double[][] rows;
  private final double[][] columns;

  /**
   * @param shares {@code [from, to]}, row after row
   */
  StepBlock(int[] from, int[] to, double[] shares) {
    this.from = from;
    this.to = to;
    this.shares = shares;
    this.rows = new double[from.length][to.length];
    this.columns = new double[to.length][from.length];
    for (int i = 0; i < from.length; i++) {
      for (int k = 0; k < to.length; k++) {
        rows[i][k] = shares[i * to.length + k];
        columns[k][i] = shares[i * to.length + k];
      }
    }
  }

  /**
   * Adds to each label of the second group what its steps bring from a row over all labels.
   *
   * @param scratch at least as long as the row
   */
  void addForward(double[] row, double[] sums, double[] scratch) {
    add(from, to, rows, row, sums, scratch);
  }

  /** Adds to each label of the first group what its steps bring from a row over all labels. */
  void addBackward(double[] row, double[] sums, double[] scratch) {
    add(to, from, columns, row, sums, scratch);
  }

  private static void add(
      int[] in, int[] out, double[][] matrix, double[] row, double[] sums, double[] scratch) {
    int width = out.length;
    Arrays.fill(scratch, 0, width, 0);
    int i = 0;
    for (; i + 3 < in.length; i += 4) {
      double a = row[in[i]];
      double b = row[in[i + 1]];
      double c = row[in[i + 2]];
      double d = row[in[i + 3]];
      addFour(a, matrix[i], b, matrix[i + 1], c, matrix[i + 2], d, matrix[i + 3], width, scratch);
    }
    for (; i < in.length; i++) {
      double factor = row[in[i]];
      double[] shares = matrix[i];
      for (int k = 0; k < width; k++) {
        scratch[k] += factor * shares[k];
      }
    }
    for (int k = 0; k < width; k++) {
      sums[out[k]] += scratch[k];
    }
  }

  /**
   * Adds four rows at a time, so that sums are read and written a quarter as often; each an array
   * of its own, or the compiler would not take several columns at a time.
   */
  private static void addFour(
      double a,
      double[] ofA,
      double b,
      double[] ofB,
      double c,
      double[] ofC,
      double d,
      double[] ofD,
      int width,
      double[] sums) {
    for (int k = 0; k < width; k++) {
      sums[k] += (a * ofA[k] + b * ofB[k]) + (c * ofC[k] + d * ofD[k]);
    }
  }
}
