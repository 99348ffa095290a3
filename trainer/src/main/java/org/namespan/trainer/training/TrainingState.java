package org.namespan.trainer.training;

import java.util.Map;

/**
 * Where training stands between two epochs.
 *
 * @param optimizerSteps steps done
 * @param weights after the last of them, by name
 * @param optimizerState moments of Adam and the average of weights, by name
 */
public record TrainingState(
    long optimizerSteps, Map<String, float[]> weights, Map<String, float[]> optimizerState) {

  /** Before the first step. */
  public static TrainingState start(Map<String, float[]> weights) {
    return new TrainingState(0, weights, Map.of());
  }
}
