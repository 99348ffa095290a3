package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoresTest {

  /** The counts behind the output that conlleval's authors publish, and the percentages in it. */
  @ParameterizedTest
  @CsvSource({
    "371, 539, 459, 68.83, 80.83, 74.35",
    "0, 1, 6, 0.00, 0.00, 0.00",
    "5, 11, 8, 45.45, 62.50, 52.63",
    "206, 317, 262, 64.98, 78.63, 71.16",
    "89, 107, 90, 83.18, 98.89, 90.36",
    "2, 3, 6, 66.67, 33.33, 44.44",
    "69, 100, 87, 69.00, 79.31, 73.80"
  })
  void agreesWithThePublishedConllevalOutput(
      long right, long predicted, long gold, double precision, double recall, double f1) {
    Scores scores = new Scores(right, predicted, gold);
    assertEquals(precision, 100 * scores.precision(), 0.005);
    assertEquals(recall, 100 * scores.recall(), 0.005);
    assertEquals(f1, 100 * scores.f1(), 0.005);
  }

  @Test
  void undefinedScoresAreZero() {
    assertEquals(0, new Scores(0, 0, 0).f1());
    assertEquals(0, new Scores(0, 0, 3).precision());
    assertEquals(0, new Scores(0, 3, 0).recall());
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 0", "2, 1, 2", "2, 2, 1"})
  void refusesCountsThatCannotBe(long right, long predicted, long gold) {
    assertThrows(IllegalArgumentException.class, () -> new Scores(right, predicted, gold));
  }
}
