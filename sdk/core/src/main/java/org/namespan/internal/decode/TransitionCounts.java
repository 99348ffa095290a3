package org.namespan.internal.decode;

/**
 * How often paths are expected to start and end with each label and to step from one to another: by
 * these the log-partition grows with each score of {@link TransitionScores}, whose layout they
 * have. Filled by {@link Messages#addExpectedCounts}; not safe for use by many threads.
 *
 * @param starts {@code [labels]}
 * @param ends {@code [labels]}
 * @param steps {@code [labels, labels]}, row after row: from the row's label to the column's
 */
public record TransitionCounts(double[] starts, double[] ends, double[] steps) {

  /** Counts of nothing yet. */
  public static TransitionCounts zero(int labels) {
    return new TransitionCounts(
        new double[labels], new double[labels], new double[Math.multiplyExact(labels, labels)]);
  }
}
