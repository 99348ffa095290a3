package org.namespan.trainer.export;

import ai.onnxruntime.platform.Fp16Conversions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.namespan.trainer.network.Cell;
import org.namespan.trainer.network.NetworkConfig;

/** The weights of a network as a model file of some precision stands for them. */
final class StoredWeights {

  private interface Rounding {
    float[] round(float[] matrix, int columns);
  }

  private StoredWeights() {}

  /**
   * The weights after the rounding of the file.
   *
   * @param weights by the names of {@link org.namespan.trainer.network.TaggerNetwork#weights}
   * @return {@code weights} itself where nothing is rounded
   */
  static Map<String, float[]> of(
      NetworkConfig config, Map<String, float[]> weights, Precision precision) {
    int largest = config.cell() == Cell.LSTM ? QuantizedLstm.LARGEST : QuantizedRows.LARGEST;
    return switch (precision) {
      case FP32 -> weights;
      case FP16 -> rounded(config, weights, StoredWeights::toHalf, StoredWeights::toHalf);
      case INT8 ->
          rounded(
              config,
              weights,
              (table, dim) -> QuantizedRows.of(table, dim).toFloats(),
              (matrix, columns) -> QuantizedRows.of(matrix, columns, largest).toFloats());
    };
  }

  private static Map<String, float[]> rounded(
      NetworkConfig config, Map<String, float[]> weights, Rounding tables, Rounding matrices) {
    Map<String, float[]> stored = new LinkedHashMap<>(weights);
    stored.computeIfPresent("words", (name, table) -> tables.round(table, config.wordDim()));
    stored.computeIfPresent("hashes", (name, table) -> tables.round(table, config.hashDim()));
    for (int layer = 0; layer < config.layers(); layer++) {
      int in = config.layerInputDim(layer);
      for (String direction : config.directionNames()) {
        String prefix = "layer" + layer + "." + direction + ".";
        stored.computeIfPresent(prefix + "W", (name, matrix) -> matrices.round(matrix, in));
        stored.computeIfPresent(
            prefix + "R", (name, matrix) -> matrices.round(matrix, config.hidden()));
      }
    }
    return stored;
  }

  private static float[] toHalf(float[] matrix, int columns) {
    float[] halves = new float[matrix.length];
    for (int i = 0; i < halves.length; i++) {
      halves[i] = Fp16Conversions.fp16ToFloat(Fp16Conversions.floatToFp16(matrix[i]));
    }
    return halves;
  }
}
