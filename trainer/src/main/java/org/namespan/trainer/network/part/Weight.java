package org.namespan.trainer.network.part;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A trained matrix, table or vector of a network. Its values stand row after row in a map by name,
 * as checkpoints hold them.
 *
 * @param name in checkpoints, {@code layer0.forward.W} for example
 * @param rows rows; the numbers of a vector
 * @param columns columns; 1 for a vector
 * @param rounding how a file of less than full precision may hold it
 */
public record Weight(String name, int rows, int columns, Rounding rounding) {

  /** How a file of less than full precision may hold a weight. */
  public enum Rounding {
    /** As 32-bit floats in every precision. */
    NONE(0),
    /** By 8-bit integers of the full range. */
    FULL_RANGE(127),
    /**
     * By 8-bit integers of half the range, for a matrix that is multiplied as integers. With the
     * full range, processors without instructions for such products would cut off sums of two
     * (Jacob et al. 2018, appendix B).
     */
    HALF_RANGE(64);

    private final int largest;

    Rounding(int largest) {
      this.largest = largest;
    }

    /** What a row's entry of the largest magnitude becomes in 8 bits; 0 if it stays a float. */
    public int largest() {
      return largest;
    }
  }

  /** A matrix {@code [rows, columns]}, held as floats in every precision. */
  public static Weight matrix(String name, int rows, int columns) {
    return new Weight(name, rows, columns, Rounding.NONE);
  }

  /** A vector, held as floats in every precision. */
  public static Weight vector(String name, int size) {
    return matrix(name, size, 1);
  }

  /** How many numbers it has. */
  public int size() {
    return Math.multiplyExact(rows, columns);
  }

  /** Its axes: {@code [rows, columns]}, {@code [rows]} of a vector. */
  public List<Long> shape() {
    return columns == 1 ? List.of((long) rows) : List.of((long) rows, (long) columns);
  }

  /**
   * Its values among those of a network; the array itself.
   *
   * @throws IllegalArgumentException if they are missing or of another size
   */
  public float[] in(Map<String, float[]> weights) {
    float[] values = weights.get(name);
    if (values == null || values.length != size()) {
      throw new IllegalArgumentException(
          "weights '"
              + name
              + "': found "
              + (values == null ? "none" : values.length + " numbers")
              + ", expected "
              + size());
    }
    return values;
  }

  /** Values drawn uniformly from {@code -bound} to {@code bound}. */
  public float[] uniform(double bound, Random random) {
    float limit = (float) bound;
    float[] values = new float[size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (2 * random.nextFloat() - 1) * limit;
    }
    return values;
  }

  /** Values that are all 0. */
  public float[] zeros() {
    return new float[size()];
  }
}
