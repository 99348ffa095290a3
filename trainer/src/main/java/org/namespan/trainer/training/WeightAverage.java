package org.namespan.trainer.training;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The exponential moving average of a network's weights over steps (Polyak and Juditsky 1992),
 * which is what gets scored and kept: {@code average += (1 - d) (weights - average)} with {@code d}
 * at most {@code (1 + step) / (10 + step)}, so that the first steps do not weigh long. Not
 * thread-safe.
 */
final class WeightAverage {

  private static final String PREFIX = "average/";

  private final double decay;
  private final Map<String, float[]> average;

  private WeightAverage(double decay, Map<String, float[]> average) {
    this.decay = decay;
    this.average = average;
  }

  /**
   * The average of a run that goes on.
   *
   * @param decay 0 for none
   */
  static WeightAverage of(double decay, TrainingState from) {
    Map<String, float[]> average = new TreeMap<>();
    if (decay > 0) {
      from.weights()
          .forEach(
              (name, weights) -> {
                float[] saved = from.optimizerState().get(PREFIX + name);
                average.put(name, (saved == null ? weights : saved).clone());
              });
    }
    return new WeightAverage(decay, average);
  }

  /** Nothing to average: for a step by itself. */
  static WeightAverage none() {
    return new WeightAverage(0, Map.of());
  }

  /** Whether there is an average. */
  boolean isOn() {
    return decay > 0;
  }

  /** Moves towards the weights after step {@code step}, counted from 1. */
  void add(long step, String name, float[] weights) {
    float take = (float) (1 - Math.min(decay, (1.0 + step) / (10.0 + step)));
    // There is an average of every weight.
    float[] values = Objects.requireNonNull(average.get(name), name);
    for (int i = 0; i < values.length; i++) {
      // By the difference: of a weight that never moves, the average is that weight to the bit.
      values[i] += take * (weights[i] - values[i]);
    }
  }

  /** A copy of the average by the names of the weights. */
  Map<String, float[]> weights() {
    Map<String, float[]> copy = new TreeMap<>();
    average.forEach((name, values) -> copy.put(name, values.clone()));
    return copy;
  }

  /** The average for a checkpoint, {@code average/NAME}; the arrays themselves. */
  Map<String, float[]> state() {
    Map<String, float[]> state = new TreeMap<>();
    average.forEach((name, values) -> state.put(PREFIX + name, values));
    return state;
  }
}
