package org.namespan.trainer.network.input;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.trainer.network.part.Weight;

/** What embedding tables have in common. */
final class EmbeddingTable {

  private EmbeddingTable() {}

  /**
   * Draws a table uniformly with variance {@code 1 / columns}; the row of padding is 0, which is
   * row {@link TokenFeatures#PAD}.
   */
  static void draw(Weight table, Random random, Map<String, float[]> weights) {
    float[] values = table.uniform(Math.sqrt(3.0 / table.columns()), random);
    clearPadding(table, values);
    weights.put(table.name(), values);
  }

  /** Sets the row of padding to 0. */
  static void clearPadding(Weight table, float[] values) {
    int from = TokenFeatures.PAD * table.columns();
    Arrays.fill(values, from, from + table.columns(), 0);
  }

  /** The largest magnitude in each column. */
  static float[] ranges(Weight table, Map<String, float[]> weights) {
    float[] values = table.in(weights);
    float[] ranges = new float[table.columns()];
    for (int i = 0; i < values.length; i++) {
      int column = i % ranges.length;
      ranges[column] = Math.max(ranges[column], Math.abs(values[i]));
    }
    return ranges;
  }

  /** The largest of some magnitudes, above 0. */
  static float largest(float[] magnitudes) {
    float largest = Float.MIN_NORMAL;
    for (float magnitude : magnitudes) {
      largest = Math.max(largest, magnitude);
    }
    return largest;
  }
}
