package org.namespan.trainer.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScheduleTest {

  @ParameterizedTest
  @CsvSource({
    "CONSTANT, 0.25, 1",
    "CONSTANT, 1, 1",
    "LINEAR, 0.25, 0.75",
    "LINEAR, 0.9, 0.1",
    // (1 + cos(pi / 4)) / 2, then at pi / 2 and 2 pi / 3, where the cosine is 0 and -1/2.
    "COSINE, 0.25, 0.853553390593",
    "COSINE, 0.5, 0.5",
    "COSINE, 0.666666666667, 0.25",
  })
  void fallsAsItsFormulaSays(Schedule schedule, double done, double share) {
    assertEquals(share, schedule.share(done), 1e-9);
  }

  @ParameterizedTest
  @EnumSource(Schedule.class)
  void fallsFromAllToNothing(Schedule schedule) {
    assertEquals(1, schedule.share(0), 1e-12);
    assertEquals(schedule == Schedule.CONSTANT ? 1 : 0, schedule.share(1), 1e-12);
    for (int i = 1; i <= 100; i++) {
      double before = schedule.share((i - 1) / 100.0);
      double share = schedule.share(i / 100.0);
      assertTrue(schedule == Schedule.CONSTANT ? share == before : share < before, "at " + i);
    }
  }

  @Test
  void isNamedAsOptionsNameIt() {
    assertEquals("cosine", Schedule.COSINE.toString());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.05, 0.475", "0.1, 0.9", "0.5, 0.5", "1, 0"})
  void ratesRiseToWhatTheScheduleSays(double done, double share) {
    Optimization optimization = TrainingConfig.teacher().optWarmUp(0.1).build().optimization();
    assertEquals(share, optimization.rateShare(done), 1e-12);
    Optimization cold = TrainingConfig.teacher().optWarmUp(0).build().optimization();
    assertEquals(1 - done, cold.rateShare(done), 1e-12);
  }
}
