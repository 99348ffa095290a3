package org.namespan.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ExponentialTest {

  @Property(seed = "20", tries = 10_000)
  void isThatOfTheJdk(@ForAll @DoubleRange(min = -700, max = 700) double x) {
    double expected = Math.exp(x);
    assertEquals(expected, Exponential.of(x), 1e-13 * expected);
  }

  @Property(seed = "20", tries = 1000)
  void isThatOfTheJdkNearZero(@ForAll @DoubleRange(min = -0.01, max = 0.01) double x) {
    assertEquals(Math.exp(x), Exponential.of(x), 1e-15);
  }
}
