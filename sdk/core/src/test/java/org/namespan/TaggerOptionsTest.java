package org.namespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaggerOptionsTest {

  @Test
  void changesOneOptionAtATime() {
    TaggerOptions defaults = TaggerOptions.defaults();
    assertEquals(new TaggerOptions(256, 32, 1), defaults);
    assertEquals(new TaggerOptions(16, 32, 1), defaults.withWindowTokens(16));
    assertEquals(new TaggerOptions(256, 1, 1), defaults.withBatchSize(1));
    assertEquals(new TaggerOptions(256, 32, 4), defaults.withThreads(4));
    assertEquals(new TaggerOptions(256, 32, 1), defaults);
  }

  @ParameterizedTest
  @CsvSource({
    "15, 32, 1, 'windowTokens is 15, expected at least 16'",
    "256, 0, 1, 'batchSize is 0, expected at least 1'",
    "256, 32, 0, 'threads is 0, expected at least 1'",
    "-2147483648, 32, 1, 'windowTokens is -2147483648, expected at least 16'",
  })
  void refusesValuesOutOfRange(int window, int batch, int threads, String message) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class, () -> new TaggerOptions(window, batch, threads))
            .getMessage());
  }
}
