package org.namespan.trainer.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * Starting weights, drawn in Java so that a seed means the same on every engine version: tables
 * uniform with variance {@code 1 / dim} and a padding row of zeros; matrices and biases uniform in
 * {@code ±1/sqrt(fan)} as PyTorch draws them; the LSTM's forget bias raised by 1 (Jozefowicz et al.
 * 2015); {@link Cell#RNN_RELU} with the identity as recurrent matrix, small input matrices and no
 * bias; transitions 0.
 */
public final class WeightInitializer {

  private WeightInitializer() {}

  /** Weights for a network, by the names of {@link TaggerNetwork#weights}. */
  public static Map<String, float[]> draw(NetworkConfig config, long seed) {
    Random random = new Random(seed);
    Map<String, float[]> weights = new LinkedHashMap<>();
    weights.put("words", table(config.wordRows(), config.wordDim(), random));
    if (config.hashCount() > 0) {
      weights.put("hashes", table(config.hashRows(), config.hashDim(), random));
    }
    if (config.charFilters() > 0) {
      int columns = CharacterCnn.WIDTH * config.charFilters();
      float bound = (float) (1 / Math.sqrt(CharacterCnn.WIDTH * config.charDim()));
      weights.put("chars", table(config.charRows(), config.charDim(), random));
      weights.put("char.W", uniform(config.charDim() * columns, bound, random));
      weights.put("char.b", new float[config.charFilters()]);
    }
    for (int layer = 0; layer < config.layers(); layer++) {
      for (String direction : config.directionNames()) {
        String prefix = "layer" + layer + "." + direction + ".";
        recurrent(config, config.layerInputDim(layer), prefix, random, weights);
      }
    }
    float bound = (float) (1 / Math.sqrt(config.layerOutputDim()));
    weights.put("dense.W", uniform(config.labels() * config.layerOutputDim(), bound, random));
    weights.put("dense.b", new float[config.labels()]);
    if (config.head() == Head.CRF) {
      weights.put(TaggerNetwork.TRANSITIONS, new float[config.transitionCount()]);
    }
    return weights;
  }

  private static void recurrent(
      NetworkConfig config, int in, String prefix, Random random, Map<String, float[]> weights) {
    int hidden = config.hidden();
    int gateRows = config.cell().gates() * hidden;
    float bound = (float) (1 / Math.sqrt(hidden));
    if (config.cell() == Cell.RNN_RELU) {
      float[] identity = new float[hidden * hidden];
      for (int i = 0; i < hidden; i++) {
        identity[i * hidden + i] = 1;
      }
      weights.put(prefix + "W", uniform(gateRows * in, (float) (0.1 / Math.sqrt(in)), random));
      weights.put(prefix + "R", identity);
      weights.put(prefix + "Wb", new float[gateRows]);
      weights.put(prefix + "Rb", new float[gateRows]);
      return;
    }
    weights.put(prefix + "W", uniform(gateRows * in, bound, random));
    weights.put(prefix + "R", uniform(gateRows * hidden, bound, random));
    float[] inputBias = uniform(gateRows, bound, random);
    if (config.cell() == Cell.LSTM) {
      for (int i = hidden; i < 2 * hidden; i++) {
        inputBias[i] += 1;
      }
    }
    weights.put(prefix + "Wb", inputBias);
    weights.put(prefix + "Rb", uniform(gateRows, bound, random));
  }

  private static float[] table(int rows, int dim, Random random) {
    float[] table = uniform(rows * dim, (float) Math.sqrt(3.0 / dim), random);
    Arrays.fill(table, 0, dim, 0);
    return table;
  }

  private static float[] uniform(int count, float bound, Random random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (2 * random.nextFloat() - 1) * bound;
    }
    return values;
  }
}
