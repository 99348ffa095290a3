package org.namespan.model.decode;

/**
 * How often paths are expected to start and end with each label and to step from one to another:
 * the gradient of the log-partition with respect to {@link TransitionScores}, whose layout they
 * have. Filled by {@link Lattice#addExpectedCounts}; not safe for use by many threads.
 */
public final class TransitionCounts {
  private final double[] starts;
  private final double[] ends;
  private final double[] steps;

  /** Counts of nothing yet. */
  public TransitionCounts(int labels) {
    starts = new double[labels];
    ends = new double[labels];
    steps = new double[Math.multiplyExact(labels, labels)];
  }

  /** {@code [labels]}, to be added to. */
  public double[] starts() {
    return starts;
  }

  /** {@code [labels]}, to be added to. */
  public double[] ends() {
    return ends;
  }

  /** {@code [labels, labels]}, row after row: from the row's label to the column's. */
  public double[] steps() {
    return steps;
  }
}
