package org.namespan.trainer.learningcurve;

import org.apache.commons.math3.distribution.TDistribution;

/** Student's t distribution. */
final class StudentT {

  private StudentT() {}

  /**
   * The quantile 0.975, which bounds a two-sided 95 % interval: 4.303 for 2 degrees of freedom.
   *
   * @param degrees of freedom, at least 1
   */
  static double quantile975(int degrees) {
    if (degrees < 1) {
      throw new IllegalArgumentException(degrees + " degrees of freedom, expected at least 1");
    }
    return new TDistribution(null, degrees).inverseCumulativeProbability(0.975);
  }
}
