package org.namespan.trainer.export;

import java.util.LinkedHashMap;
import java.util.Map;
import org.namespan.trainer.network.NetworkConfig;

/** The weights of a network as a model file of some precision stands for them. */
final class StoredWeights {

  private StoredWeights() {}

  /**
   * The weights after the rounding of the file.
   *
   * @param weights by the names of {@link org.namespan.trainer.network.TaggerNetwork#weights}
   * @return {@code weights} itself where nothing is rounded
   */
  static Map<String, float[]> of(
      NetworkConfig config, Map<String, float[]> weights, Precision precision) {
    if (precision == Precision.FP32) {
      return weights;
    }
    Map<String, float[]> stored = new LinkedHashMap<>(weights);
    round(stored, "words", config.wordDim());
    if (config.hashCount() > 0) {
      round(stored, "hashes", config.hashDim());
    }
    for (int layer = 0; layer < config.layers(); layer++) {
      for (String direction : config.directionNames()) {
        String prefix = "layer" + layer + "." + direction + ".";
        round(stored, prefix + "W", config.layerInputDim(layer));
        round(stored, prefix + "R", config.hidden());
      }
    }
    return stored;
  }

  private static void round(Map<String, float[]> weights, String name, int columns) {
    weights.put(name, QuantizedRows.of(weights.get(name), columns).toFloats());
  }
}
