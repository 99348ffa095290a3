package org.namespan.trainer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.EncodedSentences;
import org.namespan.trainer.batch.LabelTargets;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.network.EngineNetwork;
import org.namespan.trainer.network.ReferenceNetwork;
import org.namespan.trainer.network.SmallNetworks;
import org.namespan.trainer.network.encoder.Cell;
import org.namespan.trainer.network.head.ScoreLoss;

class TrainingStepTest {

  private static final double NO_CLIPPING = 1e30;

  static Stream<NetworkConfig> configs() {
    return SmallNetworks.all().stream();
  }

  private static TrainingStep step(
      NDManager manager, EngineNetwork network, Adam adam, double clipNorm) {
    ScoreLoss loss = SmallNetworks.loss(network);
    return new TrainingStep(
        Engines.pytorch(), manager, network, Set.of(), loss, adam, WeightAverage.none(), clipNorm);
  }

  private static Batch batch(NetworkConfig config, int count, long seed) {
    List<EncodedSentence> sentences = SmallNetworks.sentences(config, count, 6, new Random(seed));
    return Batch.of(sentences);
  }

  /** The gradient of the first step: Adam's first moment is a tenth of it. */
  private static Map<String, float[]> gradient(Adam adam) {
    assertEquals(1, adam.steps());
    Map<String, float[]> gradient = new HashMap<>();
    adam.state()
        .forEach(
            (name, moment) -> {
              if (name.startsWith("m/")) {
                float[] values = moment.clone();
                for (int i = 0; i < values.length; i++) {
                  values[i] /= 0.1f;
                }
                gradient.put(name.substring(2), values);
              }
            });
    return gradient;
  }

  @ParameterizedTest
  @MethodSource("configs")
  void gradientIsThatOfFiniteDifferences(NetworkConfig config) {
    Map<String, float[]> weights = SmallNetworks.weights(config, 1);
    Random random = new Random(2);
    List<EncodedSentence> sentences = SmallNetworks.sentences(config, 5, 6, random);
    ReferenceNetwork reference = new ReferenceNetwork(config, weights);
    Adam adam = new Adam();
    try (NDManager manager = SmallNetworks.manager()) {
      EngineNetwork network = SmallNetworks.network(config, weights, 0, manager);
      float loss = step(manager, network, adam, NO_CLIPPING).run(Batch.of(sentences), 0.1, 0.1);
      assertEquals(reference.loss(sentences), loss, 1e-5);
    }
    Map<String, float[]> gradient = gradient(adam);
    assertEquals(weights.keySet(), gradient.keySet());
    for (Map.Entry<String, double[]> entry : reference.weights().entrySet()) {
      double[] values = entry.getValue();
      for (int k = 0; k < 8; k++) {
        int i = random.nextInt(values.length);
        double value = values[i];
        values[i] = value + 1e-6;
        double above = reference.loss(sentences);
        values[i] = value - 1e-6;
        double below = reference.loss(sentences);
        values[i] = value;
        assertEquals((above - below) / 2e-6, gradient.get(entry.getKey())[i], 2e-5, entry.getKey());
      }
    }
  }

  @Test
  void gradientsDoNotAddUpOverSteps() {
    NetworkConfig config = SmallNetworks.config(Cell.LSTM, true, 1, 2);
    Map<String, float[]> weights = SmallNetworks.weights(config, 1);
    Adam once = new Adam();
    Adam afterOthers = new Adam();
    try (NDManager manager = SmallNetworks.manager()) {
      EngineNetwork network = SmallNetworks.network(config, weights, 0, manager);
      step(manager, network, once, NO_CLIPPING).run(batch(config, 4, 1), 0.1, 0.1);
      step(manager, network, new Adam(), NO_CLIPPING).run(batch(config, 3, 2), 0.1, 0.1);
      network.setWeights(weights);
      step(manager, network, afterOthers, NO_CLIPPING).run(batch(config, 4, 1), 0.1, 0.1);
    }
    CheckpointTest.assertSame(once.state(), afterOthers.state());
  }

  @Test
  void clipsByTheGlobalNorm() {
    NetworkConfig config = SmallNetworks.config(Cell.LSTM, true, 1, 2);
    Map<String, float[]> weights = SmallNetworks.weights(config, 1);
    Map<String, float[]> free = firstGradient(config, weights, NO_CLIPPING);
    double norm = norm(free);
    Map<String, float[]> clipped = firstGradient(config, weights, norm / 10);
    assertEquals(norm / 10, norm(clipped), norm * 1e-5);
    free.forEach(
        (name, values) -> {
          for (int i = 0; i < values.length; i++) {
            // One direction, every sign.
            assertEquals(values[i] / 10, clipped.get(name)[i], 1e-6, name);
          }
        });
    CheckpointTest.assertSame(free, firstGradient(config, weights, norm * 1.01));
  }

  private static Map<String, float[]> firstGradient(
      NetworkConfig config, Map<String, float[]> weights, double clipNorm) {
    Adam adam = new Adam();
    try (NDManager manager = SmallNetworks.manager()) {
      EngineNetwork network = SmallNetworks.network(config, weights, 0, manager);
      step(manager, network, adam, clipNorm).run(batch(config, 4, 1), 0.1, 0.1);
    }
    return gradient(adam);
  }

  private static double norm(Map<String, float[]> gradient) {
    double sum = 0;
    for (float[] values : gradient.values()) {
      for (float value : values) {
        sum += (double) value * value;
      }
    }
    return Math.sqrt(sum);
  }

  @Test
  void movesOnlyRowsOfTheBatchEachTableAtItsRate() {
    NetworkConfig config = SmallNetworks.config(Cell.GRU, false, 1, 0);
    Map<String, float[]> weights = SmallNetworks.weights(config, 1);
    EncodedSentence sentence =
        EncodedSentences.of(new int[] {3, 5}, LabelTargets.gold(new int[] {0, 1}));
    try (NDManager manager = SmallNetworks.manager()) {
      EngineNetwork network = SmallNetworks.network(config, weights, 0, manager);
      Batch batch = Batch.of(List.of(sentence));
      step(manager, network, new Adam(), NO_CLIPPING).run(batch, 0.25, 0.5);
      float[] words = network.weights().get("words");
      for (int i = 0; i < words.length; i++) {
        int row = i / config.wordDim();
        float moved = Math.abs(words[i] - weights.get("words")[i]);
        assertEquals(row == 3 || row == 5 ? 0.5f : 0, moved, 1e-3f, "row " + row);
      }
      float[] bias = network.weights().get("dense.b");
      for (int i = 0; i < bias.length; i++) {
        assertEquals(0.25f, Math.abs(bias[i] - weights.get("dense.b")[i]), 1e-3f);
      }
    }
  }

  @Test
  void frozenRowsStay() {
    NetworkConfig config = SmallNetworks.config(Cell.GRU, false, 1, 0);
    Map<String, float[]> weights = SmallNetworks.weights(config, 1);
    EncodedSentence sentence =
        EncodedSentences.of(new int[] {3, 5, 6, 3}, LabelTargets.gold(new int[] {0, 1, 2, 3}));
    try (NDManager manager = SmallNetworks.manager()) {
      EngineNetwork network = SmallNetworks.network(config, weights, 0, manager);
      boolean[] frozen = new boolean[config.wordRows()];
      frozen[3] = true;
      frozen[6] = true;
      frozen[7] = true;
      network.tables().get("words").freeze(frozen);
      TrainingStep step = step(manager, network, new Adam(), NO_CLIPPING);
      for (int i = 0; i < 3; i++) {
        step.run(Batch.of(List.of(sentence)), 0.25, 0.5);
      }
      float[] words = network.weights().get("words");
      for (int i = 0; i < words.length; i++) {
        boolean moved = words[i] != weights.get("words")[i];
        assertEquals(i / config.wordDim() == 5, moved, "number " + i);
      }
    }
  }

  /** The padding row is looked up in mixed batches, but nothing may pull at it. */
  @Test
  void paddingHasNoGradient() {
    NetworkConfig config =
        SmallNetworks.withCharacters(SmallNetworks.config(Cell.LSTM, true, 2, 2));
    Map<String, float[]> weights = SmallNetworks.weights(config, 1);
    try (NDManager manager = SmallNetworks.manager()) {
      EngineNetwork network = SmallNetworks.network(config, weights, 0, manager);
      step(manager, network, new Adam(), NO_CLIPPING).run(batch(config, 6, 1), 0.1, 0.1);
      float[] row = Arrays.copyOf(network.weights().get("words"), config.wordDim());
      assertArrayEquals(new float[config.wordDim()], row);
      row = Arrays.copyOf(network.weights().get("chars"), config.charDim());
      assertArrayEquals(new float[config.charDim()], row);
    }
  }

  @Test
  void breakdownMovesNothingAndLeavesNothingBehind() {
    NetworkConfig config = SmallNetworks.config(Cell.LSTM, true, 1, 2);
    Map<String, float[]> weights = SmallNetworks.weights(config, 1);
    Map<String, float[]> broken = new LinkedHashMap<>(weights);
    broken.put("words", weights.get("words").clone());
    Arrays.fill(broken.get("words"), Float.NaN);
    Adam adam = new Adam();
    try (NDManager manager = SmallNetworks.manager()) {
      EngineNetwork network = SmallNetworks.network(config, broken, 0, manager);
      TrainingStep step = step(manager, network, adam, NO_CLIPPING);
      assertFalse(Float.isFinite(step.run(batch(config, 4, 1), 0.1, 0.1)));
      assertEquals(0, adam.steps());
      CheckpointTest.assertSame(broken, network.weights());
      network.setWeights(weights);
      assertTrue(Float.isFinite(step.run(batch(config, 4, 1), 0.1, 0.1)));
    }
    CheckpointTest.assertSame(firstGradient(config, weights, NO_CLIPPING), gradient(adam));
  }

  @Test
  void dropsOutInTraining() {
    NetworkConfig config = SmallNetworks.config(Cell.LSTM, true, 1, 2);
    Map<String, float[]> weights = SmallNetworks.weights(config, 1);
    try (NDManager manager = SmallNetworks.manager()) {
      EngineNetwork network = SmallNetworks.network(config, weights, 0.5f, manager);
      TrainingStep step = step(manager, network, new Adam(), NO_CLIPPING);
      Batch batch = batch(config, 4, 1);
      float[] losses = new float[4];
      for (int i = 0; i < losses.length; i++) {
        Engines.pytorch().setRandomSeed(i / 2);
        network.setWeights(weights);
        losses[i] = step.run(batch, 1e-30, 1e-30);
      }
      assertEquals(losses[0], losses[1]);
      assertEquals(losses[2], losses[3]);
      assertTrue(losses[0] != losses[2]);
    }
  }

  /** What the base manager holds does not grow with steps or scoring. */
  @Test
  void stepsLeaveNoArraysBehind() {
    for (Cell cell : Cell.values()) {
      NetworkConfig config = SmallNetworks.withCharacters(SmallNetworks.config(cell, true, 2, 2));
      try (NDManager manager = SmallNetworks.manager()) {
        EngineNetwork network =
            SmallNetworks.network(config, SmallNetworks.weights(config, 1), 0.4f, manager);
        TrainingStep step = step(manager, network, new Adam(), 5);
        NetworkTagger tagger = new NetworkTagger(network, manager, 4);
        Batch batch = batch(config, 4, 1);
        int parameters = network.parameters().size();
        for (int i = 0; i < 60; i++) {
          step.run(batch, 1e-3, 1e-3);
          tagger.emissions(batch);
          assertEquals(parameters, manager.getManagedArrays().size(), cell + " step " + i);
        }
      }
    }
  }
}
