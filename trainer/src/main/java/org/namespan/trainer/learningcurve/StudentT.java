package org.namespan.trainer.learningcurve;

/** Student's t distribution. */
final class StudentT {

  /** The quantile 0.975 for 1 to 10 degrees of freedom. */
  private static final double[] QUANTILES = {
    12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281
  };

  /** The same quantile of the normal distribution. */
  private static final double NORMAL = 1.959964;

  private StudentT() {}

  /**
   * The quantile 0.975, which bounds a two-sided 95 % interval: 4.303 for 2 degrees of freedom.
   * Beyond 10 by the series of Cornish and Fisher in Abramowitz and Stegun 1964, 26.7.5, to 0.001.
   *
   * @param degrees of freedom, at least 1
   */
  static double quantile975(int degrees) {
    if (degrees < 1) {
      throw new IllegalArgumentException(degrees + " degrees of freedom, expected at least 1");
    }
    if (degrees <= QUANTILES.length) {
      return QUANTILES[degrees - 1];
    }
    double z = NORMAL;
    double first = (Math.pow(z, 3) + z) / 4;
    double second = (5 * Math.pow(z, 5) + 16 * Math.pow(z, 3) + 3 * z) / 96;
    double third = (3 * Math.pow(z, 7) + 19 * Math.pow(z, 5) + 17 * Math.pow(z, 3) - 15 * z) / 384;
    return z + first / degrees + second / Math.pow(degrees, 2) + third / Math.pow(degrees, 3);
  }
}
