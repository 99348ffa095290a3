package org.namespan.trainer.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.network.encoder.Cell;

class StartingWeightsTest {

  static Stream<NetworkConfig> configs() {
    return SmallNetworks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("configs")
  void drawsEveryWeightOnce(NetworkConfig config) {
    Map<String, float[]> weights = config.spec().draw(1);
    long size = weights.values().stream().mapToLong(values -> values.length).sum();
    assertEquals(config.spec().parameterCount(), size);
  }

  @ParameterizedTest
  @MethodSource("configs")
  void paddingRowsAreZero(NetworkConfig config) {
    Map<String, float[]> weights = config.spec().draw(1);
    assertRowsZero(weights.get("words"), config.wordDim());
    if (config.hashCount() > 0) {
      assertRowsZero(weights.get("hashes"), config.hashDim());
    }
    if (config.charFilters() > 0) {
      assertRowsZero(weights.get("chars"), config.charDim());
    }
  }

  private static void assertRowsZero(float[] table, int dim) {
    for (int i = 0; i < table.length; i++) {
      assertEquals(i < dim, table[i] == 0, "number " + i);
    }
  }

  @Test
  void sameSeedSameWeights() {
    NetworkConfig config = SmallNetworks.config(Cell.GRU, true, 2, 2);
    Map<String, float[]> first = config.spec().draw(1);
    Map<String, float[]> second = config.spec().draw(1);
    Map<String, float[]> other = config.spec().draw(2);
    first.forEach((name, values) -> assertArrayEquals(values, second.get(name), name));
    assertFalse(Arrays.equals(first.get("words"), other.get("words")));
    assertFalse(Arrays.equals(first.get("layer1.backward.R"), other.get("layer1.backward.R")));
  }

  /** So that a CRF starts as the softmax of the same seed. */
  @Test
  void startsTransitionsAtZeroAndTheRestAsWithoutThem() {
    NetworkConfig config = SmallNetworks.config(Cell.GRU, true, 2, 2);
    Map<String, float[]> crf = SmallNetworks.crf(config).spec().draw(1);
    assertArrayEquals(new float[5 * 7], crf.remove("transitions"));
    Map<String, float[]> softmax = config.spec().draw(1);
    assertEquals(softmax.keySet(), crf.keySet());
    crf.forEach((name, values) -> assertArrayEquals(softmax.get(name), values, name));
  }

  @Test
  void raisesTheForgetBiasByOne() {
    NetworkConfig config =
        SmallNetworks.plain(Cell.LSTM, true, 2, 50, true, 5, 6, 0, 0, 0, 3, Head.SOFTMAX);
    Map<String, float[]> weights = config.spec().draw(1);
    double bound = 1 / Math.sqrt(50);
    for (String layer : new String[] {"layer0.forward.", "layer1.backward."}) {
      float[] bias = weights.get(layer + "Wb");
      for (int i = 0; i < bias.length; i++) {
        // Gates i, f, g, o.
        assertEquals(i / 50 == 1 ? 1 : 0, bias[i], bound);
      }
      assertWithin(weights.get(layer + "Rb"), bound);
      assertWithin(weights.get(layer + "R"), bound);
      assertWithin(weights.get(layer + "W"), bound);
    }
  }

  @Test
  void startsReluWithTheIdentity() {
    NetworkConfig config = SmallNetworks.config(Cell.RNN_RELU, true, 2, 2);
    Map<String, float[]> weights = config.spec().draw(1);
    float[] identity = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
    for (String layer : new String[] {"layer0.forward.", "layer1.backward."}) {
      assertArrayEquals(identity, weights.get(layer + "R"));
      assertArrayEquals(new float[4], weights.get(layer + "Wb"));
      assertArrayEquals(new float[4], weights.get(layer + "Rb"));
    }
    assertWithin(weights.get("layer0.forward.W"), 0.1 / Math.sqrt(config.spec().encoder().in()));
  }

  @Test
  void tableRowsHaveTheVarianceOfOneOverTheirWidth() {
    NetworkConfig config =
        SmallNetworks.plain(Cell.LSTM, false, 1, 4, false, 2000, 16, 0, 0, 0, 3, Head.SOFTMAX);
    float[] table = config.spec().draw(1).get("words");
    double squares = 0;
    for (float value : table) {
      squares += (double) value * value;
    }
    assertEquals(1.0 / 16, squares / table.length, 0.001);
    assertWithin(table, Math.sqrt(3.0 / 16));
  }

  /** All within the bound, and not all near 0. */
  private static void assertWithin(float[] values, double bound) {
    double max = 0;
    for (float value : values) {
      max = Math.max(max, Math.abs(value));
    }
    assertTrue(max <= bound + 1e-7 && max > bound / 2, max + " of at most " + bound);
  }
}
