package org.namespan.examples.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalDouble;

/** The median, which a few slow minutes of the machine hardly move. */
public final class Median {

  private Median() {}

  /** The middle value, the mean of the middle two of an even number; empty for no values. */
  public static OptionalDouble of(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      return OptionalDouble.empty();
    }
    return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1).average();
  }
}
