package org.namespan.internal.decode;

/**
 * Powers of e, two to three times as fast as {@link Math#exp}: a table of 256 roots of 2 and a
 * polynomial for what is left (Tang 1989, Table-Driven Implementation of the Exponential Function).
 */
final class Exponential {

  private static final int ROOTS = 256;

  private static final double ROOTS_PER_POWER = ROOTS / Math.log(2);
  private static final double ROOT = Math.log(2) / ROOTS;

  /** Added to a number and taken off again, leaves it without its fraction. */
  private static final double ROUNDING = 0x1.8p52;

  private static final int MANTISSA = 52;

  /** Bits of {@code 2^(j / 256)}. */
  private static final long[] TABLE = new long[ROOTS];

  static {
    for (int j = 0; j < ROOTS; j++) {
      TABLE[j] = Double.doubleToRawLongBits(Math.pow(2, (double) j / ROOTS));
    }
  }

  private Exponential() {}

  /**
   * {@code e^x} with a relative error below 1e-13; some number or other where {@code x} is none or
   * lies beyond 700 on either side.
   */
  static double of(double x) {
    double shifted = x * ROOTS_PER_POWER + ROUNDING;
    int roots = (int) Double.doubleToRawLongBits(shifted);
    double rest = x - (shifted - ROUNDING) * ROOT;
    double power =
        Double.longBitsToDouble(TABLE[roots & ROOTS - 1] + ((long) (roots >> 8) << MANTISSA));
    return power + power * (rest + rest * rest * (0.5 + rest * (1 / 6. + rest * (1 / 24.))));
  }
}
