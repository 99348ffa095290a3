package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.namespan.trainer.evaluation.CalibrationError.Bin;

class CalibrationErrorTest {

  private static ScoredPrediction right(double score) {
    return new ScoredPrediction(score, true);
  }

  private static ScoredPrediction wrong(double score) {
    return new ScoredPrediction(score, false);
  }

  @Test
  void byHand() {
    CalibrationError error =
        CalibrationError.of(List.of(right(0.9), wrong(0.1), wrong(0.9), wrong(0.1)));
    assertEquals(0.25, error.expected(), 1e-12);
    assertEquals(List.of(new Bin(2, 0.1, 0), new Bin(2, 0.9, 0.5)), error.bins());
    assertEquals(4, error.predictions());
  }

  /** Within a bin what is too much makes up for what is too little; between bins it does not. */
  @Test
  void binsAreFifteenAndClosedAbove() {
    double edge = 0.2;
    // 0.2 is the end of the third bin; what is above it falls into the fourth.
    assertEquals(0.2, CalibrationError.of(List.of(wrong(edge))).expected(), 1e-12);
    CalibrationError apart =
        CalibrationError.of(List.of(right(0.19), wrong(edge), wrong(edge + 1e-9)));
    assertEquals(2, apart.bins().size());
    assertEquals(2, apart.bins().get(0).count());
    assertEquals((Math.abs(0.39 - 1) + 0.2) / 3, apart.expected(), 1e-8);
    assertEquals(
        List.of(new Bin(1, 0, 0), new Bin(1, 1, 1)),
        CalibrationError.of(List.of(right(1), wrong(0))).bins());
  }

  @Test
  void nothingHasNoError() {
    assertEquals(new CalibrationError(0, List.of()), CalibrationError.of(List.of()));
  }

  /** Many predictions that are right as often as their scores say have nearly none. */
  @Test
  void probabilitiesHaveNearlyNone() {
    Random random = new Random(5);
    List<ScoredPrediction> predictions = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      double score = random.nextDouble();
      predictions.add(new ScoredPrediction(score, random.nextDouble() < score));
    }
    assertEquals(0, CalibrationError.of(predictions).expected(), 0.01);
  }
}
