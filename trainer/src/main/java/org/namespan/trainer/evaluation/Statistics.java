package org.namespan.trainer.evaluation;

import java.util.Arrays;

/** Mean and spread of a few numbers. */
public final class Statistics {

  private Statistics() {}

  /** The arithmetic mean of at least one value. */
  public static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /**
   * The sample standard deviation of at least two values, {@code sqrt(sum((x - mean)^2) / (n -
   * 1))}.
   */
  public static double standardDeviation(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
