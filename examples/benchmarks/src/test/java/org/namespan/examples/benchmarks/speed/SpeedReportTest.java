package org.namespan.examples.benchmarks.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.namespan.examples.benchmarks.TrainingTimes;
import org.namespan.examples.benchmarks.speed.Measured.Kind;

class SpeedReportTest {

  private static final Machine MACHINE =
      new Machine(
          "Z80", 2, "CP/M 2.2", "Some VM 17", "ONNX Runtime 1", 0.25, LocalDate.of(2026, 1, 2));

  private final Measured tagger = new Measured(Kind.NAMESPAN, "a|b");
  private final Measured floor = new Measured(Kind.BARE_SESSION, "a|b");
  private final Measured product = new Measured(Kind.MATRIX_PRODUCT, "a|b");
  private final Measured second = new Measured(Kind.NAMESPAN, "big");
  private final Measured perceptron = new Measured(Kind.OPENNLP, "perceptron");
  private final SpeedResults results =
      new SpeedResults(List.of(tagger, floor, product, second, perceptron));
  private final TrainingTimes training =
      new TrainingTimes(
          "a network",
          32,
          4000,
          90_000,
          List.of(
              new TrainingTimes.Row(
                  "at random", "DJL", List.of(9.0, 10.0, 20.0), List.of(8.0, 9.0, 9.5), 0.5),
              new TrainingTimes.Row(
                  "by length", "NameSpan", List.of(4.5, 4.0, 12.5), List.of(2.0, 3.0, 4.0), 0.25)));

  private String report(SpeedSettings settings) {
    return new SpeedReport(
            results, training, settings, "dev.conll", 1234, 56789, MACHINE, "speed x y")
        .toMarkdown();
  }

  @Test
  void writesTheTablesAsByHand() {
    results.add(tagger, Figure.SPAN_F1, 0.85049);
    results.add(tagger, Figure.FILE, 4.901);
    for (double value : new double[] {40_000, 50_000, 45_000}) {
      results.add(tagger, Figure.RAW_BATCHES, value);
      results.add(floor, Figure.TOKEN_BATCHES, 2 * value);
      results.add(product, Figure.TOKEN_BATCHES, 8 * value);
      results.add(second, Figure.RAW_BATCHES, 30_000);
    }
    results.add(tagger, Figure.RAW_P50, 512.4);
    results.add(tagger, Figure.LOAD, 150);
    results.add(floor, Figure.LOAD, 100);
    results.add(perceptron, Figure.TOKEN_SINGLE, 20_000);
    results.add(perceptron, Figure.SPAN_F1, 0.5);
    Locale before = Locale.getDefault();
    String report;
    try {
      Locale.setDefault(Locale.GERMANY);
      report = report(SpeedSettings.FULL);
    } finally {
      Locale.setDefault(before);
    }
    assertEquals(
        """
        # Speed

        dev.conll: 1,234 sentences, 56,789 tokens. One thread unless said. Tokens are those of the \
        corpus in every row; what is ready for the bare session are tensors. Each figure of speed \
        is the median of 5, each the fastest second of its own JVM; the tokens per second of one row and column \
        lie up to 22 % of it apart. `examples/benchmarks/README.md` tells what is measured, and \
        how.

        ![Tokens per second](speed.png)
        ![Span F1 by tokens per second](speed-f1.png)

        ## Tokens per second

        |  | span F1 | file, MB | raw text, batches | raw text, one by one | ready tokens, batches \
        | ready tokens, one by one | raw text, batches, 2 threads | ready tokens, batches, 2 \
        threads |
        |---|---:|---:|---:|---:|---:|---:|---:|---:|
        | NameSpan, a\\|b | 0.850 | 4.9 | 45,000 | – | – | – | – | – |
        | bare session, a\\|b | – | – | – | – | 90,000 | – | – | – |
        | matrix product, a\\|b | – | – | – | – | 360,000 | – | – | – |
        | NameSpan, big | – | – | 30,000 | – | – | – | – | – |
        | OpenNLP perceptron | 0.500 | – | – | – | – | 20,000 | – | – |

        ## One sentence, loading, memory

        |  | raw text, p50, µs | raw text, p99, µs | ready tokens, p50, µs | ready tokens, p99, µs \
        | load, ms | load from a stream, ms | load out of the jar, ms | peak memory, MB | raw text, \
        B/token | ready tokens, B/token | own tokens per token |
        |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
        | NameSpan, a\\|b | 512 | – | – | – | 150 | – | – | – | – | – | – |
        | bare session, a\\|b | – | – | – | – | 100 | – | – | – | – | – | – |

        ## Ratios

        |  | a\\|b | big |
        |---|---:|---:|
        | raw text, batches / OpenNLP perceptron on ready tokens | 2.00 | 1.50 |
        | ready tokens, batches / OpenNLP perceptron | – | – |
        | ready tokens, one by one / OpenNLP perceptron | – | – |
        | raw text, batches / bare session | 0.50 | – |
        | ready tokens, batches / bare session | – | – |
        | raw text, one by one / bare session | – | – |
        | ready tokens, one by one / bare session | – | – |
        | bare session, batches / matrix product | 0.25 | – |
        | raw text, batches: two threads / one | – | – |
        | bare session, batches: two threads / one | – | – |
        | p50 of a sentence, raw text / bare session | – | – |
        | load from a path / bare session | 1.50 | – |
        | load from a stream / bare session | – | – |
        | load out of the jar / bare session | – | – |
        | raw text, batches / big | 1.50 | 1.00 |
        | bare session, batches / big | – | – |
        | file / big | – | – |

        ## Training

        a network; batches of 32 sentences; 4,000 sentences, 90,000 tokens; medians of 3 epochs

        | batches | tables and Adam | s per epoch | CPU s | tokens/s | times as fast | loss |
        |---|---|---:|---:|---:|---:|---:|
        | at random | DJL | 10.00 | 9.00 | 9,000 | 1.00 | 0.500 |
        | by length | NameSpan | 4.50 | 3.00 | 20,000 | 2.00 | 0.250 |

        ## Machine

        - Z80, 2 cores
        - CP/M 2.2
        - Some VM 17
        - ONNX Runtime 1
        - 2026-01-02, load average before the run 0.3

        ```
        speed x y
        ```
        """,
        report);
  }

  @Test
  void aQuickRunSaysSo() {
    assertTrue(report(SpeedSettings.QUICK).contains("**A quick run"));
    assertFalse(report(SpeedSettings.FULL).contains("quick run"));
  }
}
