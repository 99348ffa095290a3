package org.namespan.model.decode;

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

  private double logPartition;
  private final boolean accurate;

  /**
   * @param transitions such as {@linkplain #suits suit}
   */
  ScaledLattice(
      TransitionMatrix transitions, float[] emissions, int time, boolean @Nullable [] allowed) {
    super(transitions, time);
    forward = new double[time * labels];
    backward = new double[time * labels];
    onward = new double[time * labels];
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
    for (int i = 0; i < onward.length; i++) {
      onward[i] = emissions[i];
    }
    boolean inRange = true;
    for (int row = 0; row < onward.length; row += labels) {
      double first = onward[row];
      logPartition += first;
      for (int i = row; i < row + labels; i++) {
        double score = onward[i] - first;
        inRange &= Math.abs(score) <= LARGEST_SCORE;
        onward[i] = Math.exp(score);
      }
    }
    for (int i = 0; allowed != null && i < onward.length; i++) {
      onward[i] = allowed[i] ? onward[i] : 0;
    }
    return inRange;
  }

  private void passForward() {
    System.arraycopy(transitions.startWeights, 0, forward, 0, labels);
    for (int row = 0; row < forward.length; row += labels) {
      if (row > 0) {
        multiply(forward, row - labels, transitions.weights, forward, row);
      }
      double sum = 0;
      for (int i = row; i < row + labels; i++) {
        forward[i] *= onward[i];
        sum += forward[i];
      }
      double scale = 1 / sum;
      for (int i = row; i < row + labels; i++) {
        forward[i] *= scale;
        onward[i] *= scale;
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
      multiply(onward, row, transitions.transposedWeights, backward, row - labels);
    }
  }

  /**
   * Adds the product of a row and a square matrix to another row. It takes four rows of the matrix
   * at a time, so that sums are read and written a fourth as often: a fifth of all decoding.
   */
  private void multiply(double[] from, int row, double[][] matrix, double[] to, int toRow) {
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
      for (int y = 0; y < labels; y++) {
        to[toRow + y] += (a * ofA[y] + b * ofB[y]) + (c * ofC[y] + d * ofD[y]);
      }
    }
    for (; x < labels; x++) {
      double a = from[row + x];
      double[] ofA = matrix[x];
      for (int y = 0; y < labels; y++) {
        to[toRow + y] += a * ofA[y];
      }
    }
  }

  /**
   * Whether each forward message is 0, where no path leads, or large enough to have kept digits.
   */
  private boolean isForwardInRange() {
    boolean inRange = true;
    for (double message : forward) {
      if (message < SMALLEST) {
        inRange &= message == 0;
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
