package org.namespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaggerOptionsTest {

  @Test
  void changesOneOptionAtATime() {
    TaggerOptions defaults = TaggerOptions.defaults();
    OptionalDouble none = OptionalDouble.empty();
    assertEquals(new TaggerOptions(256, 16, 1, none, Set.of(), List.of()), defaults);
    assertEquals(
        new TaggerOptions(16, 16, 1, none, Set.of(), List.of()), defaults.withWindowTokens(16));
    assertEquals(
        new TaggerOptions(256, 1, 1, none, Set.of(), List.of()), defaults.withBatchSize(1));
    assertEquals(new TaggerOptions(256, 16, 4, none, Set.of(), List.of()), defaults.withThreads(4));
    assertEquals(
        new TaggerOptions(256, 16, 1, OptionalDouble.of(0), Set.of(), List.of()),
        defaults.withMinScore(0));
    assertEquals(
        new TaggerOptions(256, 16, 1, none, Set.of("per"), List.of()),
        defaults.withTypes(Set.of("per")));
    assertEquals(new TaggerOptions(256, 16, 1, none, Set.of(), List.of()), defaults);
  }

  @ParameterizedTest
  @CsvSource({
    "15, 32, 1, 0.5, 'windowTokens is 15, expected at least 16'",
    "256, 0, 1, 0.5, 'batchSize is 0, expected at least 1'",
    "256, 32, 0, 0.5, 'threads is 0, expected at least 1'",
    "-2147483648, 32, 1, 0.5, 'windowTokens is -2147483648, expected at least 16'",
    "256, 32, 1, 1, 'minScore is 1.0, expected 0 or more and less than 1'",
    "256, 32, 1, -0.1, 'minScore is -0.1, expected 0 or more and less than 1'",
    "256, 32, 1, NaN, 'minScore is NaN, expected 0 or more and less than 1'",
  })
  void refusesValuesOutOfRange(int window, int batch, int threads, double score, String message) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new TaggerOptions(
                        window, batch, threads, OptionalDouble.of(score), Set.of(), List.of()))
            .getMessage());
  }
}
