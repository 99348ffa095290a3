package org.namespan.model.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreCalibrationTest {

  /** Odds of 9 to the power of a half are 3; times e they are 3e. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0,          0.9,  0.75",
    "0.5, 0,          0.1,  0.25",
    "2,   0,          0.75, 0.9",
    "1,   0.6931472,  0.5,  0.6666667",
    "1,   -0.6931472, 0.5,  0.3333333",
    "3,   1.0986123,  0.5,  0.75",
    "0.5, 1.0986123,  0.8,  0.8571429",
    "7,   5,          0,    0",
    "7,   -5,         1,    1",
  })
  void scoresByHand(float slope, float offset, double probability, double score) {
    ScoreCalibration calibration = new ScoreCalibration(slope, offset);
    assertEquals(score, calibration.score(probability), 1e-6);
    assertEquals(probability, calibration.probability(score), 1e-6);
  }

  @Property(seed = "31")
  void noneLeavesEveryBit(@ForAll double probability) {
    assertEquals(probability, ScoreCalibration.NONE.score(probability));
    assertEquals(probability, ScoreCalibration.NONE.probability(probability));
    assertEquals(probability, new ScoreCalibration(1, -0f).score(probability));
  }

  @Property(seed = "32")
  void risesAndLeadsBack(
      @ForAll @FloatRange(min = 0.5f, max = 5) float slope,
      @ForAll @FloatRange(min = -2, max = 2) float offset,
      @ForAll @Scale(6) @DoubleRange(min = 0.001, max = 0.999) double one,
      @ForAll @Scale(6) @DoubleRange(min = 0.001, max = 0.999) double other) {
    ScoreCalibration calibration = new ScoreCalibration(slope, offset);
    double score = calibration.score(one);
    assertTrue(score >= 0 && score <= 1);
    if (one < other) {
      assertTrue(score <= calibration.score(other));
    }
    assertEquals(one, calibration.score(calibration.probability(one)), 1e-9);
  }

  /** A threshold of 0 would ask for the best path, and one of 1 is none. */
  @Property(seed = "33")
  void aThresholdStaysOne(
      @ForAll @Scale(12) @FloatRange(min = 0, minIncluded = false, max = Float.MAX_VALUE)
          float slope,
      @ForAll @FloatRange(min = -Float.MAX_VALUE, max = Float.MAX_VALUE) float offset,
      @ForAll @Scale(12) @DoubleRange(min = 0, minIncluded = false, max = 1, maxIncluded = false)
          double score) {
    double probability = new ScoreCalibration(slope, offset).probability(score);
    assertTrue(probability > 0 && probability < 1, () -> "" + probability);
    assertEquals(0, new ScoreCalibration(slope, offset).probability(0));
  }

  @Test
  void refusesNumbersOutOfRange() {
    for (float slope : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> new ScoreCalibration(slope, 0))
              .getMessage();
      assertEquals("slope " + slope + ", expected a finite number more than 0", message);
    }
    for (float offset : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> new ScoreCalibration(1, offset))
              .getMessage();
      assertEquals("offset " + offset + ", expected a finite number", message);
    }
  }
}
