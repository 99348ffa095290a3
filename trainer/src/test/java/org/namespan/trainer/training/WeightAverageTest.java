package org.namespan.trainer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.network.EngineNetwork;
import org.namespan.trainer.network.SmallNetworks;
import org.namespan.trainer.network.encoder.Cell;
import org.namespan.trainer.network.head.ScoreLoss;

class WeightAverageTest {

  private static TrainingState state(Map<String, float[]> weights, Map<String, float[]> state) {
    return new TrainingState(0, weights, state);
  }

  @Test
  void movesByTheFormula() {
    WeightAverage average = WeightAverage.of(0.5, state(Map.of("w", new float[] {1, 0}), Map.of()));
    assertTrue(average.isOn());
    // d = 2/11 at first: 2/11 * 1 + 9/11 * 12 = 10, 2/11 * 0 + 9/11 * 22 = 18.
    average.add(1, "w", new float[] {12, 22});
    assertArrayEquals(new float[] {10, 18}, average.weights().get("w"), 1e-5f);
    // d = 3/12: 1/4 * 10 + 3/4 * 2 = 4, 1/4 * 18 + 3/4 * -6 = 0.
    average.add(2, "w", new float[] {2, -6});
    assertArrayEquals(new float[] {4, 0}, average.weights().get("w"), 1e-5f);
    // (1 + 100) / (10 + 100) is above the decay asked for.
    average.add(100, "w", new float[] {0, 8});
    assertArrayEquals(new float[] {2, 4}, average.weights().get("w"), 1e-5f);
  }

  @Test
  void ofAWeightThatStaysIsThatWeight() {
    float[] weights = {0.1f, -1e-30f, 12345.678f};
    WeightAverage average = WeightAverage.of(0.9, state(Map.of("w", weights), Map.of()));
    for (int step = 1; step <= 1000; step++) {
      average.add(step, "w", weights);
    }
    assertArrayEquals(weights, average.weights().get("w"));
  }

  @Test
  void goesOnFromItsState() {
    WeightAverage whole = WeightAverage.of(0.9, state(Map.of("w", new float[] {1}), Map.of()));
    whole.add(1, "w", new float[] {2});
    assertEquals(Set.of("average/w"), whole.state().keySet());
    Map<String, float[]> state = new HashMap<>();
    whole.state().forEach((name, values) -> state.put(name, values.clone()));
    WeightAverage resumed = WeightAverage.of(0.9, state(Map.of("w", new float[] {2}), state));
    for (int step = 2; step < 5; step++) {
      whole.add(step, "w", new float[] {step});
      resumed.add(step, "w", new float[] {step});
    }
    assertArrayEquals(whole.weights().get("w"), resumed.weights().get("w"));
  }

  @Test
  void leavesAloneWhatItWasGivenAndWhatItGave() {
    float[] weights = {1};
    WeightAverage average = WeightAverage.of(0.9, state(Map.of("w", weights), Map.of()));
    float[] before = average.weights().get("w");
    average.add(1, "w", new float[] {5});
    assertArrayEquals(new float[] {1}, weights);
    assertArrayEquals(new float[] {1}, before);
  }

  @Test
  void isOffWithoutDecay() {
    for (WeightAverage off :
        new WeightAverage[] {
          WeightAverage.none(), WeightAverage.of(0, state(Map.of("w", new float[] {1}), Map.of()))
        }) {
      assertFalse(off.isOn());
      assertEquals(Map.of(), off.weights());
      assertEquals(Map.of(), off.state());
    }
  }

  /** Every weight of a network takes part, after each step. */
  @Test
  void followsTheStepsOfANetwork() {
    NetworkConfig config = SmallNetworks.crf(SmallNetworks.config(Cell.LSTM, true, 2, 2));
    Map<String, float[]> expected = SmallNetworks.weights(config, 1);
    WeightAverage average = WeightAverage.of(0.25, state(expected, Map.of()));
    try (NDManager manager = SmallNetworks.manager()) {
      EngineNetwork network = SmallNetworks.network(config, expected, 0, manager);
      ScoreLoss loss = SmallNetworks.loss(network);
      TrainingStep step =
          new TrainingStep(
              Engines.pytorch(), manager, network, Set.of(), loss, new Adam(), average, 1e30);
      double[] decays = {2.0 / 11, 0.25, 0.25};
      for (int i = 0; i < decays.length; i++) {
        Batch batch = Batch.of(SmallNetworks.outside(config, 3, 5, new Random(i)));
        assertTrue(Float.isFinite(step.run(batch, 0.1, 0.1)));
        double decay = decays[i];
        Map<String, float[]> weights = network.weights();
        expected.forEach(
            (name, values) -> {
              for (int k = 0; k < values.length; k++) {
                values[k] = (float) (decay * values[k] + (1 - decay) * weights.get(name)[k]);
              }
            });
      }
    }
    assertEquals(expected.keySet(), average.weights().keySet());
    average
        .weights()
        .forEach((name, values) -> assertArrayEquals(expected.get(name), values, 1e-5f, name));
  }
}
