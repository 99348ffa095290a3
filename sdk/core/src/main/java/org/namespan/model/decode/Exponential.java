package org.namespan.model.decode;

/**
 * Powers of e, many at a time, in a loop of which the compiler makes vectors. {@link Math#exp}, of
 * which it makes none, takes a fifth of all decoding longer: 226 ns a token of 17 labels, with this
 * 178 ns.
 */
final class Exponential {

  private Exponential() {}

  /**
   * Replaces the first numbers {@code x} of an array by {@code e^x}: the Taylor series of a 1024th
   * of it to the ninth power, squared ten times.
   *
   * @param values each from -140 to 140; the relative error is then below 1e-12
   */
  static void raise(double[] values, int count) {
    for (int i = 0; i < count; i++) {
      double x = values[i] * 0x1p-10;
      double power = 1 / 40320. + x * (1 / 362880.);
      power = 1 / 720. + x * (1 / 5040. + x * power);
      power = 1 / 24. + x * (1 / 120. + x * power);
      power = 1 / 2. + x * (1 / 6. + x * power);
      power = 1 + x * (1 + x * power);
      power *= power;
      power *= power;
      power *= power;
      power *= power;
      power *= power;
      power *= power;
      power *= power;
      power *= power;
      power *= power;
      values[i] = power * power;
    }
  }
}
