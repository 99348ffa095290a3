package org.namespan.trainer.network.part;

/**
 * A matrix as 8-bit integers with one scale per row: an entry is its integer times the scale of its
 * row. Symmetric, so that zero is exact: a row's entry of the largest magnitude becomes 127 or
 * -127, and no entry moves by more than half its row's scale (Jacob et al. 2018, with zero point
 * 0).
 *
 * @param values {@code [rows, columns]}, row after row, each from -127 to 127
 * @param scales {@code [rows]}, positive; not a number, or infinite, where a row has such an entry
 */
public record QuantizedRows(byte[] values, float[] scales) {

  /**
   * Quantises a matrix {@code [rows, columns]} given row after row.
   *
   * @throws IllegalArgumentException if {@code matrix} is not whole rows
   */
  public static QuantizedRows of(float[] matrix, int columns) {
    return of(matrix, columns, Weight.Rounding.FULL_RANGE);
  }

  /**
   * Quantises a matrix {@code [rows, columns]} given row after row.
   *
   * @param rounding tells what a row's entry of the largest magnitude becomes
   * @throws IllegalArgumentException if {@code matrix} is not whole rows
   */
  public static QuantizedRows of(float[] matrix, int columns, Weight.Rounding rounding) {
    if (matrix.length % columns != 0) {
      throw new IllegalArgumentException(
          matrix.length + " numbers, expected rows of " + columns + " each");
    }
    byte[] values = new byte[matrix.length];
    float[] scales = new float[matrix.length / columns];
    for (int row = 0; row < scales.length; row++) {
      int from = row * columns;
      float largest = 0;
      for (int i = from; i < from + columns; i++) {
        largest = Math.max(largest, Math.abs(matrix[i]));
      }
      // Never 0, nor so small that ONNX Runtime might take it for 0.
      float scale = Math.max(largest / rounding.largest(), Float.MIN_NORMAL);
      scales[row] = scale;
      for (int i = from; i < from + columns; i++) {
        values[i] = (byte) Math.round(matrix[i] / scale);
      }
    }
    return new QuantizedRows(values, scales);
  }

  /** The matrix that the integers stand for, with the arithmetic of the exported graph. */
  public float[] toFloats() {
    int columns = values.length / scales.length;
    float[] matrix = new float[values.length];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = values[i] * scales[i / columns];
    }
    return matrix;
  }
}
