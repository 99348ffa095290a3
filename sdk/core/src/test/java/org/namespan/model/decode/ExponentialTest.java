package org.namespan.model.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ExponentialTest {

  @Property(seed = "20", tries = 10_000)
  void isThatOfTheJdk(@ForAll @DoubleRange(min = -140, max = 140) double x) {
    double[] values = {x, x};
    Exponential.raise(values, 1);
    double expected = Math.exp(x);
    assertEquals(expected, values[0], 1e-12 * expected);
    assertEquals(x, values[1]);
  }

  @Property(seed = "20", tries = 1000)
  void isThatOfTheJdkNearZero(@ForAll @DoubleRange(min = -0.01, max = 0.01) double x) {
    double[] values = {x};
    Exponential.raise(values, 1);
    assertEquals(Math.exp(x), values[0], 1e-12);
  }
}
