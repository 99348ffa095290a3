package org.namespan.trainer.learningcurve;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.namespan.trainer.evaluation.Interval;

/**
 * A power law through the points of a learning curve, {@code 1 - F1(n) = a + b n^-c} with {@code a,
 * b >= 0} and {@code c > 0}: R. L. Figueroa et al., Predicting sample size required for
 * classification performance, BMC Medical Informatics and Decision Making 12 (2012); J. Hestness et
 * al., Deep Learning Scaling is Predictable, Empirically, arXiv:1712.00409 (2017).
 *
 * <p>As Figueroa et al. do, the curve is fitted by least squares, the {@code j}-th smallest of
 * {@code m} sizes weighing {@code j / m}: what lies ahead is more like the largest sizes.
 *
 * <p>A prediction comes with the 95 % interval of its profile (D. M. Bates and D. G. Watts,
 * Nonlinear Regression Analysis and Its Applications, 1988, chapter 6): the values that some curve
 * reaches whose sum of squares is at most {@code 1 + t^2 / (N - 3)} times the smallest, for {@code
 * N} points and {@code t} the quantile 0.975 of Student's distribution with {@code N - 3} degrees
 * of freedom. It tells how far the points leave the curve open, and neither the choice of the test
 * sentences nor whether the curve goes on as a power law. Immutable.
 */
public final class PowerLaw {

  /** Different sizes that are needed: one more than the curve has parameters. */
  public static final int MIN_SIZES = 4;

  private static final int PARAMETERS = 3;

  /** Exponents that are tried, each larger than the last by the same factor. */
  private static final int EXPONENTS = 160;

  private static final double SMALLEST_EXPONENT = 0.02;
  private static final double LARGEST_EXPONENT = 4;

  /** Values of F1 that are tried. */
  private static final int STEPS = 2000;

  private final double[] sizes;
  private final double[] errors;
  private final double[] weights;
  private final double largest;

  /**
   * A measured point of the curve.
   *
   * @param sentences that were learned from, at least 1
   * @param f1 from 0 to 1
   */
  public record Point(int sentences, double f1) {}

  /**
   * What the curve says of another size.
   *
   * @param sentences to learn from
   * @param f1 of the curve that fits best
   * @param interval of {@code f1}, 95 %
   */
  public record Prediction(int sentences, double f1, Interval interval) {}

  private PowerLaw(List<Point> points) {
    int[] different = points.stream().mapToInt(Point::sentences).sorted().distinct().toArray();
    largest = different[different.length - 1];
    sizes = points.stream().mapToDouble(point -> point.sentences() / largest).toArray();
    errors = points.stream().mapToDouble(point -> 1 - point.f1()).toArray();
    weights = new double[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      int rank = 1 + Arrays.binarySearch(different, points.get(i).sentences());
      weights[i] = (double) rank / different.length;
    }
  }

  /**
   * A curve through points, several of one size included.
   *
   * @return empty if they are of fewer than {@value #MIN_SIZES} sizes
   */
  public static Optional<PowerLaw> through(List<Point> points) {
    return points.stream().mapToInt(Point::sentences).distinct().count() < MIN_SIZES
        ? Optional.empty()
        : Optional.of(new PowerLaw(points));
  }

  /**
   * Predicts F1, to half a thousandth.
   *
   * @param sentences at least as many as the largest point has
   */
  public Prediction predict(int sentences) {
    if (sentences < largest) {
      throw new IllegalArgumentException(
          sentences + " sentences, expected at least the " + (int) largest + " of the last point");
    }
    double[] profile = profile(sentences / largest);
    int best = 0;
    for (int i = 0; i <= STEPS; i++) {
      best = profile[i] < profile[best] ? i : best;
    }
    int degrees = sizes.length - PARAMETERS;
    double t = StudentT.quantile975(degrees);
    double most = profile[best] * (1 + t * t / degrees);
    int low = best;
    int high = best;
    for (int i = 0; i <= STEPS; i++) {
      if (profile[i] <= most) {
        low = Math.min(low, i);
        high = Math.max(high, i);
      }
    }
    return new Prediction(
        sentences,
        1 - (double) best / STEPS,
        new Interval(1 - (double) high / STEPS, 1 - (double) low / STEPS));
  }

  /**
   * The least sum of squares of the curves that have a given error at a given size.
   *
   * @param size in parts of the largest
   * @return for the errors 0, 1 / {@value #STEPS}, 2 / {@value #STEPS} and so on to 1
   */
  private double[] profile(double size) {
    double[] profile = new double[STEPS + 1];
    Arrays.fill(profile, Double.POSITIVE_INFINITY);
    double factor = Math.pow(LARGEST_EXPONENT / SMALLEST_EXPONENT, 1.0 / (EXPONENTS - 1));
    double exponent = SMALLEST_EXPONENT;
    double[] above = new double[sizes.length];
    for (int k = 0; k < EXPONENTS; k++, exponent *= factor) {
      double atSize = Math.pow(size, -exponent);
      for (int i = 0; i < sizes.length; i++) {
        above[i] = Math.pow(sizes[i], -exponent) - atSize;
      }
      for (int step = 0; step <= STEPS; step++) {
        double error = (double) step / STEPS;
        profile[step] = Math.min(profile[step], leastSquares(above, error, error / atSize));
      }
    }
    return profile;
  }

  /**
   * With a given exponent and error the curve is a line, {@code error + b above}, whose best slope
   * between 0 and the one that makes {@code a} 0 is where the sum of squares is least.
   */
  private double leastSquares(double[] above, double error, double largestSlope) {
    double product = 0;
    double square = 0;
    for (int i = 0; i < above.length; i++) {
      product += weights[i] * above[i] * (errors[i] - error);
      square += weights[i] * above[i] * above[i];
    }
    double b = Math.min(Math.max(product / square, 0), largestSlope);
    double sum = 0;
    for (int i = 0; i < above.length; i++) {
      double residual = errors[i] - error - b * above[i];
      sum += weights[i] * residual * residual;
    }
    return sum;
  }
}
