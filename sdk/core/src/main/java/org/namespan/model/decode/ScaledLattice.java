package org.namespan.model.decode;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Forward-backward on weights, the exponentials of scores, with the forward messages of each token
 * scaled to sum to 1 (Rabiner 1989, section V.A). The emission weights keep the scales, so that
 * both passes take the same ones and {@code alpha * beta} is the probability of a label.
 *
 * <p>A label far behind the others at one token may be the only one that the next tokens leave.
 * Where it is so far behind that its message has lost digits, the lattice is not {@link #isAccurate
 * accurate} and {@link LogLattice} takes its place. Trained models stay far from that.
 */
final class ScaledLattice extends Lattice {

  /** A product of five such numbers is a normal double still, and so greater than 0. */
  private static final double SMALLEST = 1e-60;

  private static final double LARGEST_SCORE = -Math.log(SMALLEST);

  /** Alpha, {@code [time, labels]}; the row of each token sums to 1. */
  private final double[] forward;

  /** Beta, {@code [time, labels]}. */
  private final double[] backward;

  /**
   * {@code [time, labels]}: the scaled emission weights, 0 where a label is not allowed. The
   * backward pass multiplies them by beta.
   */
  private final double[] onward;

  /** {@code [labels]}, for {@link #multiply}. */
  private final double[] sums;

  /** {@code time * labels}. */
  private final int size;

  private double logPartition;
  private final boolean accurate;

  /**
   * @param transitions such as {@linkplain #suits suit}
   * @param buffers hold this lattice until another is made in them
   */
  ScaledLattice(
      TransitionMatrix transitions,
      float[] emissions,
      int time,
      boolean @Nullable [] allowed,
      LatticeBuffers buffers) {
    super(transitions, time);
    size = time * labels;
    sums = new double[labels];
    buffers.require(size);
    forward = buffers.forward;
    backward = buffers.backward;
    onward = buffers.onward;
    boolean inRange = readEmissions(emissions, allowed);
    if (inRange) {
      passForward();
      passBackward();
    }
    accurate = inRange && isForwardInRange() && isDistribution();
  }

  /** Whether no legal transition weighs too little or too much to calculate with. */
  static boolean suits(TransitionMatrix transitions) {
    boolean suits = suits(transitions.startScores) && suits(transitions.endScores);
    for (double[] row : transitions.scores) {
      suits &= suits(row);
    }
    return suits;
  }

  private static boolean suits(double[] scores) {
    boolean suits = true;
    for (double score : scores) {
      suits &= score == Double.NEGATIVE_INFINITY || Math.abs(score) <= LARGEST_SCORE;
    }
    return suits;
  }

  /** Whether the messages are right. If not, some path was lost, or there is none. */
  boolean isAccurate() {
    return accurate;
  }

  /**
   * Weighs the emissions of each token, that of its first label 1.
   *
   * @return false if one weighs too little or too much to calculate with, or is no number
   */
  private boolean readEmissions(float[] emissions, boolean @Nullable [] allowed) {
    // Apart from the loop below, where each conversion would wait for the one before (JDK-8318562):
    // a fourth of all decoding.
    for (int i = 0; i < size; i++) {
      onward[i] = emissions[i];
    }
    boolean inRange = true;
    for (int row = 0; row < size; row += labels) {
      double first = onward[row];
      logPartition += first;
      for (int i = row; i < row + labels; i++) {
        double score = onward[i] - first;
        inRange &= Math.abs(score) <= LARGEST_SCORE;
        onward[i] = score;
      }
    }
    Exponential.raise(onward, size);
    for (int i = 0; allowed != null && i < size; i++) {
      onward[i] = allowed[i] ? onward[i] : 0;
    }
    return inRange;
  }

  private void passForward() {
    System.arraycopy(transitions.startWeights, 0, sums, 0, labels);
    for (int row = 0; row < size; row += labels) {
      if (row > 0) {
        multiply(forward, row - labels, transitions.weights);
      }
      double sum = 0;
      for (int y = 0; y < labels; y++) {
        sums[y] *= onward[row + y];
        sum += sums[y];
      }
      double scale = 1 / sum;
      for (int y = 0; y < labels; y++) {
        forward[row + y] = sums[y] * scale;
        onward[row + y] *= scale;
      }
      logPartition += Math.log(sum);
    }
  }

  private void passBackward() {
    int last = (time - 1) * labels;
    double sum = 0;
    for (int y = 0; y < labels; y++) {
      sum += forward[last + y] * transitions.endWeights[y];
    }
    for (int y = 0; y < labels; y++) {
      backward[last + y] = transitions.endWeights[y] / sum;
    }
    logPartition += Math.log(sum);
    for (int row = last; row > 0; row -= labels) {
      for (int i = row; i < row + labels; i++) {
        onward[i] *= backward[i];
      }
      multiply(onward, row, transitions.transposedWeights);
      System.arraycopy(sums, 0, backward, row - labels, labels);
    }
  }

  /**
   * Sets the sums to the product of a row and a square matrix. It takes four rows of the matrix at
   * a time, so that sums are read and written a fourth as often: a fifth of all decoding. The sums
   * have an array of their own, from whose start the compiler makes vectors: 0.6 of the time.
   */
  private void multiply(double[] from, int row, double[][] matrix) {
    Arrays.fill(sums, 0);
    int x = 0;
    for (; x + 3 < labels; x += 4) {
      double a = from[row + x];
      double b = from[row + x + 1];
      double c = from[row + x + 2];
      double d = from[row + x + 3];
      double[] ofA = matrix[x];
      double[] ofB = matrix[x + 1];
      double[] ofC = matrix[x + 2];
      double[] ofD = matrix[x + 3];
      for (int y = 0; y < sums.length; y++) {
        sums[y] += (a * ofA[y] + b * ofB[y]) + (c * ofC[y] + d * ofD[y]);
      }
    }
    for (; x < labels; x++) {
      double a = from[row + x];
      double[] ofA = matrix[x];
      for (int y = 0; y < sums.length; y++) {
        sums[y] += a * ofA[y];
      }
    }
  }

  /**
   * Whether each forward message is 0, where no path leads, or large enough to have kept digits.
   */
  private boolean isForwardInRange() {
    boolean inRange = true;
    for (int i = 0; i < size; i++) {
      if (forward[i] < SMALLEST) {
        inRange &= forward[i] == 0;
      }
    }
    return inRange;
  }

  /**
   * Whether the marginals of the first token sum to 1. They do not if there is no path, and if a
   * message became infinite, which leaves no number in any row before.
   */
  private boolean isDistribution() {
    double sum = 0;
    for (int y = 0; y < labels; y++) {
      sum += marginal(0, y);
    }
    return Math.abs(sum - 1) < 1e-6;
  }

  @Override
  public double logPartition() {
    return logPartition;
  }

  @Override
  double marginal(int t, int label) {
    int i = t * labels + label;
    return forward[i] * backward[i];
  }

  @Override
  double marginal(int t, int from, int to) {
    int row = t * labels;
    return forward[row - labels + from] * transitions.weights[from][to] * onward[row + to];
  }
}
