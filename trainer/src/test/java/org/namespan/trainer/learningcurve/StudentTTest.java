package org.namespan.trainer.learningcurve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

  /** Values of printed tables. */
  @ParameterizedTest
  @CsvSource({
    "1, 12.706",
    "2, 4.303",
    "10, 2.228",
    "11, 2.201",
    "12, 2.179",
    "22, 2.074",
    "60, 2.000"
  })
  void agreesWithTables(int degrees, double quantile) {
    assertEquals(quantile, StudentT.quantile975(degrees), 0.001);
  }

  @Test
  void needsAPoint() {
    assertThrows(IllegalArgumentException.class, () -> StudentT.quantile975(0));
  }
}
