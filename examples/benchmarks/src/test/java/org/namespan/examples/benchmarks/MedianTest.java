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
}
