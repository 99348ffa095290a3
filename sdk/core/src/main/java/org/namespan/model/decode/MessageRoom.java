package org.namespan.model.decode;

/**
 * Where the {@link ScaledMessages} of one sentence stand, and after it those of another: memory
 * that need not be cleared and collected for each. Used by one thread at a time.
 */
final class MessageRoom {

  /** {@code [time, labels]}, row after row. */
  double[] emitted = new double[0];

  double[] forward = new double[0];
  double[] backward = new double[0];

  /** {@code [time]}. */
  double[] unit = new double[0];

  double[] forwardScale = new double[0];
  double[] backwardScale = new double[0];
  double[] sums = new double[0];

  /** Makes room; the arrays may still hold what another sentence left. */
  void require(int time, int labels) {
    if (emitted.length < time * labels) {
      emitted = new double[time * labels];
      forward = new double[time * labels];
      backward = new double[time * labels];
    }
    if (unit.length < time) {
      unit = new double[time];
      forwardScale = new double[time];
      backwardScale = new double[time];
      sums = new double[time];
    }
  }
}
