package org.namespan.trainer.learningcurve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerLawTest {

  private static final int[] SIZES = {100, 250, 500, 750, 1000};

  private static List<PowerLaw.Point> points(IntToDoubleFunction f1) {
    List<PowerLaw.Point> points = new ArrayList<>();
    for (int size : SIZES) {
      points.add(new PowerLaw.Point(size, f1.applyAsDouble(size)));
    }
    return points;
  }

  private static double curve(double a, double b, double c, int size) {
    return 1 - a - b * Math.pow(size, -c);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 4, 0.5", "0, 2, 0.3", "0.25, 1.5, 0.4", "0.2, 300, 1.5", "0, 1, 0.1"})
  void findsTheCurveThatThePointsLieOn(double a, double b, double c) {
    PowerLaw law = PowerLaw.through(points(n -> curve(a, b, c, n))).orElseThrow();
    for (int size : new int[] {1500, 2000}) {
      PowerLaw.Prediction prediction = law.predict(size);
      assertEquals(size, prediction.sentences());
      assertEquals(curve(a, b, c, size), prediction.f1(), 0.0015);
      assertTrue(prediction.interval().contains(prediction.f1()));
      assertTrue(
          prediction.interval().high() - prediction.interval().low() < 0.02, "" + prediction);
    }
  }

  /** Against a search of the three parameters, which shares no formula with the class. */
  @Test
  void noisyPointsGiveTheLeastSquares() {
    double[] noise = {0.012, -0.008, 0.004, -0.006, 0.005};
    List<PowerLaw.Point> points = new ArrayList<>();
    for (int i = 0; i < SIZES.length; i++) {
      points.add(new PowerLaw.Point(SIZES[i], curve(0.15, 3, 0.4, SIZES[i]) + noise[i]));
    }
    double least = Double.POSITIVE_INFINITY;
    double predicted = 0;
    for (double c = 0.02; c <= 4; c *= 1.02) {
      for (double a = 0; a < 0.5; a += 0.001) {
        // Scaled, so that b is what the curve loses from 100 sentences on.
        for (double b = 0; b < 0.8; b += 0.004) {
          double sum = 0;
          for (int i = 0; i < SIZES.length; i++) {
            double fit = 1 - a - b * Math.pow(SIZES[i] / 100.0, -c);
            double residual = points.get(i).f1() - fit;
            sum += (i + 1) / 5.0 * residual * residual;
          }
          if (sum < least) {
            least = sum;
            predicted = 1 - a - b * Math.pow(20, -c);
          }
        }
      }
    }
    assertEquals(predicted, PowerLaw.through(points).orElseThrow().predict(2000).f1(), 0.004);
  }

  /** 95 % of the intervals hold what the curve gives; of 100 draws at least 88 but for bad luck. */
  @Test
  void theIntervalHoldsTheTruthAboutAsOftenAsItSays() {
    Random random = new Random(1);
    int held = 0;
    double width = 0;
    for (int draw = 0; draw < 100; draw++) {
      PowerLaw law =
          PowerLaw.through(points(n -> curve(0.15, 3, 0.4, n) + 0.01 * random.nextGaussian()))
              .orElseThrow();
      PowerLaw.Prediction prediction = law.predict(1500);
      held += prediction.interval().contains(curve(0.15, 3, 0.4, 1500)) ? 1 : 0;
      width += (prediction.interval().high() - prediction.interval().low()) / 100;
    }
    assertTrue(held >= 88, held + " of 100");
    assertTrue(width > 0.02 && width < 0.4, "mean width " + width);
  }

  @Test
  void moreSeedsGiveNarrowerIntervals() {
    List<PowerLaw.Point> one = points(n -> curve(0.15, 3, 0.4, n) + (n % 500 == 0 ? 0.01 : -0.01));
    List<PowerLaw.Point> three = new ArrayList<>(one);
    three.addAll(points(n -> curve(0.15, 3, 0.4, n) + 0.005));
    three.addAll(points(n -> curve(0.15, 3, 0.4, n) - 0.005));
    assertTrue(width(three) < width(one));
  }

  private static double width(List<PowerLaw.Point> points) {
    PowerLaw.Prediction prediction = PowerLaw.through(points).orElseThrow().predict(2000);
    return prediction.interval().high() - prediction.interval().low();
  }

  @Test
  void aCurveThatDoesNotRiseStaysWhereItIs() {
    PowerLaw flat = PowerLaw.through(points(n -> 0.8)).orElseThrow();
    assertEquals(0.8, flat.predict(2000).f1(), 1e-9);
    PowerLaw falling = PowerLaw.through(points(n -> 0.9 - n / 10_000.0)).orElseThrow();
    double predicted = falling.predict(2000).f1();
    assertTrue(predicted > 0.8 && predicted < 0.89, "" + predicted);
    PowerLaw perfect = PowerLaw.through(points(n -> 1)).orElseThrow();
    assertEquals(1, perfect.predict(2000).f1());
    assertEquals(1, perfect.predict(2000).interval().high());
    PowerLaw nothing = PowerLaw.through(points(n -> 0)).orElseThrow();
    assertEquals(0, nothing.predict(2000).f1());
  }

  @Test
  void fourSizesAreNeeded() {
    List<PowerLaw.Point> points = points(n -> curve(0.1, 4, 0.5, n));
    assertTrue(PowerLaw.through(points.subList(0, 4)).isPresent());
    List<PowerLaw.Point> twice = new ArrayList<>(points.subList(0, 3));
    twice.addAll(twice);
    assertTrue(PowerLaw.through(twice).isEmpty());
  }

  @Test
  void doesNotLookBack() {
    PowerLaw law = PowerLaw.through(points(n -> 0.8)).orElseThrow();
    assertThrows(IllegalArgumentException.class, () -> law.predict(999));
  }
}
