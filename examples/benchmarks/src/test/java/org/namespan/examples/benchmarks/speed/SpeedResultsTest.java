package org.namespan.examples.benchmarks.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.namespan.examples.benchmarks.speed.Measured.Kind;

class SpeedResultsTest {

  private final Measured tagger = new Measured(Kind.NAMESPAN, "en");
  private final Measured floor = new Measured(Kind.BARE_SESSION, "en");
  private final SpeedResults results = new SpeedResults(List.of(tagger, floor));

  private void add(Measured row, double... values) {
    for (double value : values) {
      results.add(row, Figure.TOKEN_BATCHES, value);
    }
  }

  @Test
  void mediansOfOddAndEvenNumbers() {
    add(tagger, 50, 10, 20);
    add(floor, 4, 1, 2, 9);
    assertEquals(20, results.median(tagger, Figure.TOKEN_BATCHES).orElseThrow());
    assertEquals(3, results.median(floor, Figure.TOKEN_BATCHES).orElseThrow());
    assertTrue(results.median(tagger, Figure.LOAD).isEmpty());
  }

  @Test
  void ratiosAreTakenWithinARound() {
    // The machine slows down from round to round; the medians alone would say 15 / 40.
    add(tagger, 30, 15, 8);
    add(floor, 40, 50, 10);
    assertEquals(
        0.75,
        results.ratio(tagger, Figure.TOKEN_BATCHES, floor, Figure.TOKEN_BATCHES).orElseThrow());
    assertTrue(results.ratio(tagger, Figure.LOAD, floor, Figure.LOAD).isEmpty());
  }

  @Test
  void spreadIsTheWidestRangeByItsMedian() {
    add(tagger, 90, 100, 120);
    add(floor, 1000, 1100, 1000);
    assertEquals(0.3, results.largestSpread(List.of(Figure.TOKEN_BATCHES)), 1e-12);
    assertEquals(0, results.largestSpread(List.of(Figure.LOAD)));
  }
}
