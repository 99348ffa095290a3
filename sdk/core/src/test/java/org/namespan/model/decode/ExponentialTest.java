package org.namespan.model.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ExponentialTest {

  @Property(tries = 10_000, seed = "20")
  void isWithinItsError(@ForAll @DoubleRange(min = -140, max = 140) double x) {
    double expected = StrictMath.exp(x);
    assertEquals(expected, raise(x), 1e-12 * expected);
  }

  @Property(tries = 1000, seed = "20")
  void isWithinItsErrorNearZero(@ForAll @DoubleRange(min = -0.01, max = 0.01) double x) {
    assertEquals(StrictMath.exp(x), raise(x), 1e-12);
  }

  @Test
  void isWithinItsErrorAtTheEnds() {
    assertEquals(StrictMath.exp(140), raise(140), 1e-12 * StrictMath.exp(140));
    assertEquals(StrictMath.exp(-140), raise(-140), 1e-12 * StrictMath.exp(-140));
  }

  @Test
  void isOneAtZero() {
    assertEquals(1, raise(0), 0);
  }

  @Test
  void leavesWhatIsBehind() {
    double[] values = {2, 2};
    Exponential.raise(values, 1);
    assertEquals(2, values[1], 0);
  }

  private static double raise(double x) {
    double[] values = {x};
    Exponential.raise(values, 1);
    return values[0];
  }
}
