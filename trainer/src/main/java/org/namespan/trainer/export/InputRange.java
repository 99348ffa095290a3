package org.namespan.trainer.export;

import java.util.Map;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.trainer.network.Combiner;
import org.namespan.trainer.network.NetworkConfig;

/** The largest magnitude that the input of a recurrent layer can have, whatever the text. */
final class InputRange {

  /** More than float sums may lose. */
  private static final float MARGIN = 1.0001f;

  private InputRange() {}

  /**
   * The range of a layer.
   *
   * @param weights as the file holds them, by the names of {@link
   *     org.namespan.trainer.network.TaggerNetwork#weights}
   */
  static float of(NetworkConfig config, Map<String, float[]> weights, int layer) {
    if (layer > 0) {
      // No hidden state exceeds 1; a skip connection adds those below.
      return config.skip() ? layer : 1;
    }
    float largest = largestEmbedded(config, weights);
    if (config.charFilters() > 0) {
      largest = Math.max(largest, largestFiltered(config, weights));
    }
    return largest * MARGIN;
  }

  private static float largestEmbedded(NetworkConfig config, Map<String, float[]> weights) {
    float[] ofWord = largestByColumn(weights.get("words"), config.wordDim());
    if (config.hashCount() == 0) {
      return largest(ofWord);
    }
    float[] hashed = largestByColumn(weights.get("hashes"), config.hashDim());
    if (config.combiner() == Combiner.CONCAT) {
      return Math.max(largest(ofWord), largest(hashed));
    }
    for (int i = 0; i < ofWord.length; i++) {
      ofWord[i] += config.hashCount() * hashed[i];
    }
    return largest(ofWord);
  }

  private static float[] largestByColumn(float[] table, int columns) {
    float[] largest = new float[columns];
    for (int i = 0; i < table.length; i++) {
      largest[i % columns] = Math.max(largest[i % columns], Math.abs(table[i]));
    }
    return largest;
  }

  private static float largest(float[] values) {
    float largest = Float.MIN_NORMAL;
    for (float value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  /** What a filter gives for the characters that each of its parts likes best. */
  private static float largestFiltered(NetworkConfig config, Map<String, float[]> weights) {
    int filters = config.charFilters();
    int dim = config.charDim();
    float[] table = weights.get("chars");
    float[] w = weights.get("char.W");
    int parts = w.length / dim / filters;
    float largest = 0;
    for (int f = 0; f < filters; f++) {
      float sum = weights.get("char.b")[f];
      for (int part = 0; part < parts; part++) {
        float best = 0;
        for (int c = TokenFeatures.PAD + 1; c < config.charRows(); c++) {
          float product = 0;
          for (int d = 0; d < dim; d++) {
            product += table[c * dim + d] * w[(d * parts + part) * filters + f];
          }
          best = Math.max(best, product);
        }
        sum += best;
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }
}
