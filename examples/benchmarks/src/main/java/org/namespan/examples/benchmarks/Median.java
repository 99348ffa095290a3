package org.namespan.examples.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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

  /**
   * The median of what was measured, by what was measured of something else right before or after;
   * what has no counterpart is left out. Empty for no pairs.
   */
  public static OptionalDouble ofQuotients(List<Double> above, List<Double> below) {
    List<Double> quotients = new ArrayList<>();
    for (int i = 0; i < Math.min(above.size(), below.size()); i++) {
      quotients.add(above.get(i) / below.get(i));
    }
    return of(quotients);
  }
}
