package org.namespan.examples.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MedianTest {

  @Test
  void isTheMiddleOrTheMeanOfTheMiddleTwo() {
    assertEquals(OptionalDouble.empty(), Median.of(List.of()));
    assertEquals(OptionalDouble.of(3), Median.of(List.of(3.0)));
    assertEquals(OptionalDouble.of(2.5), Median.of(List.of(4.0, 1.0)));
    assertEquals(OptionalDouble.of(4), Median.of(List.of(9.0, 4.0, 1.0)));
    assertEquals(OptionalDouble.of(3), Median.of(List.of(100.0, 4.0, 2.0, 1.0)));
  }

  @Test
  void quotientsAreOfPairs() {
    // 2, 2.5 and 1.6; the medians alone would say 10 / 4.5.
    List<Double> below = List.of(4.5, 4.0, 12.5);
    assertEquals(OptionalDouble.of(2), Median.ofQuotients(List.of(9.0, 10.0, 20.0), below));
    assertEquals(OptionalDouble.of(2), Median.ofQuotients(List.of(9.0), below));
    assertEquals(OptionalDouble.empty(), Median.ofQuotients(List.of(), below));
  }
}
