package org.namespan.trainer.training;

import java.util.Map;
import java.util.TreeMap;

/**
 * The exponential moving average of a network's weights over steps (Polyak and Juditsky 1992),
 * which is what gets scored and kept: {@code average = d average + (1 - d) weights} with {@code d}
 * at most {@code (1 + step) / (10 + step)}, so that the first steps do not weigh long. Not
 * thread-safe.
 */
final class WeightAverage {

  private final double decay;
  private final Map<String, float[]> average = new TreeMap<>();

  /**
   * @param start the average so far; copied
   */
  WeightAverage(double decay, Map<String, float[]> start) {
    this.decay = decay;
    start.forEach((name, values) -> average.put(name, values.clone()));
  }

  /** Moves towards the weights after step {@code step}, counted from 1. */
  void add(long step, String name, float[] weights) {
    float keep = (float) Math.min(decay, (1.0 + step) / (10.0 + step));
    float take = 1 - keep;
    float[] values = average.get(name);
    for (int i = 0; i < values.length; i++) {
      values[i] = keep * values[i] + take * weights[i];
    }
  }

  /** The average by name; the arrays themselves. */
  Map<String, float[]> weights() {
    return average;
  }
}
