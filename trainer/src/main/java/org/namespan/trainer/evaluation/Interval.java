package org.namespan.trainer.evaluation;

/**
 * Where a score may lie, both ends included.
 *
 * @param low the lower end
 * @param high the upper end, not below {@code low}
 */
public record Interval(double low, double high) {

  /** Rejects ends that are no numbers or in the wrong order. */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "interval from " + low + " to " + high + ": expected numbers in this order");
    }
  }

  /** Whether {@code value} lies in the interval or at one of its ends. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
