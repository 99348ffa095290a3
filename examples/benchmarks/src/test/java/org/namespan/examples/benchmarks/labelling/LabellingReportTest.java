package org.namespan.examples.benchmarks.labelling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.namespan.examples.benchmarks.labelling.LabelledPoint.Strategy;

class LabellingReportTest {

  private static LabelledPoint point(Strategy strategy, long seed, int sentences, double f1) {
    return new LabelledPoint(strategy, seed, sentences, 10 * sentences, sentences, f1);
  }

  private static String report(double suggested) {
    return new LabellingReport(
            List.of(
                point(Strategy.RANDOM, 1, 100, 0.2),
                point(Strategy.SUGGESTED, 1, 150, suggested),
                point(Strategy.RANDOM, 1, 200, 0.4),
                point(Strategy.RANDOM, 1, 400, 0.5),
                point(Strategy.RANDOM, 2, 100, 0.3),
                point(Strategy.SUGGESTED, 2, 150, suggested),
                point(Strategy.RANDOM, 2, 200, 0.4),
                point(Strategy.RANDOM, 2, 400, 0.5)),
            "3 sentences",
            "labelling")
        .toMarkdown();
  }

  @Test
  void tellsWhatRandomLabellingNeedsForTheSame() {
    String report = report(0.45);
    // Of 0.2 and 0.3 the sample standard deviation is 0.1 by the root of two.
    assertTrue(report.contains("| random | 100 | 1000 | 100 | 0.2500 | 0.0707 |"), report);
    // Half-way between 200 and 400 sentences; 150 of 300 are half.
    assertTrue(report.contains("| 0.4500 | 150 | 300 | 50 % | 1500 | 3000 | 50 % |"), report);
  }

  @Test
  void saysWhenRandomLabellingDoesNotGetThere() {
    String report = report(0.6);
    assertTrue(
        report.contains(
            "| 0.6000 | 150 | more than 400 | more than 62 % | 1500 | more than 4000 |"
                + " more than 62 % |"),
        report);
  }

  @Test
  void strategiesAreNamedInLowerCase() {
    assertEquals("suggested", Strategy.SUGGESTED.toString());
  }
}
