package org.namespan.examples.benchmarks.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.examples.benchmarks.Programs;
import picocli.CommandLine;

class SpeedCommandTest {

  static {
    // Of JMH, which by itself lets only one run at a time on a machine.
    System.setProperty("jmh.ignoreLock", "true");
  }

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine command =
        Programs.commandLine(new SpeedCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err, true));
    return command.execute(
        Stream.concat(
                Stream.of(arguments),
                Stream.of("--out", "" + folder, "--run", "" + folder.resolve("run")))
            .toArray(String[]::new));
  }

  @Test
  void aQuickRunMeasuresEverything() throws IOException {
    String corpus = Fixtures.CORPUS.toString();
    int exitCode = run(corpus, corpus, "small=" + Fixtures.CHARACTERS, "--quick");
    assertEquals(0, exitCode, err.toString());
    String report = Files.readString(folder.resolve("speed.md"));
    assertEquals(out.toString(), report);
    // The model knows its corpus by heart.
    assertTrue(report.contains("| NameSpan, small | 1.000 | 0.1 | "), report);
    // 9 is a figure.
    assertEquals(
        List.of(
            "| NameSpan, small | 9 | 9 | 9 | 9 | 9 | 9 | 9 | – |",
            "| bare session, small | – | – | – | – | 9 | 9 | – | 9 |",
            "| matrix product, small | – | – | – | – | 9 | – | – | – |",
            "| OpenNLP perceptron | 9 | 9 | – | – | – | 9 | – | – |",
            "| OpenNLP maxent | 9 | 9 | – | – | – | 9 | – | – |"),
        rows(report, "## Tokens per second"));
    String peak = Files.exists(Path.of("/proc/self/status")) ? "9" : "–";
    assertEquals(
        List.of(
            "| NameSpan, small | 9 | 9 | 9 | 9 | 9 | 9 | – | " + peak + " | 9 | 9 | 9 |",
            "| bare session, small | – | – | 9 | 9 | 9 | – | – | – | – | – | – |",
            "| OpenNLP perceptron | – | – | 9 | 9 | 9 | – | – | – | – | – | – |",
            "| OpenNLP maxent | – | – | 9 | 9 | 9 | – | – | – | – | – | – |"),
        rows(report, "## One sentence, loading, memory"));
    List<String> ratios = rows(report, "## Ratios");
    assertEquals(Ratio.ALL.size(), ratios.size());
    // The last one is of the bundled model alone.
    assertTrue(
        ratios.stream().limit(Ratio.ALL.size() - 1).allMatch(row -> row.endsWith(" | 9 |")),
        report);
    assertEquals(
        List.of(
            "| at random | DJL | 9 | 9 | 9 | 9 | 9 |",
            "| by length | DJL | 9 | 9 | 9 | 9 | 9 |",
            "| at random | NameSpan | 9 | 9 | 9 | 9 | 9 |",
            "| by length | NameSpan | 9 | 9 | 9 | 9 | 9 |"),
        rows(report, "## Training"));
    for (String plot : List.of(SpeedPlots.THROUGHPUT, SpeedPlots.F1)) {
      assertNotNull(ImageIO.read(folder.resolve(plot).toFile()), plot);
    }
  }

  /** The rows of the table under a heading, each number written as 9. */
  private static List<String> rows(String report, String heading) {
    return report
        .substring(report.indexOf(heading))
        .lines()
        .dropWhile(line -> !line.startsWith("|---"))
        .skip(1)
        .takeWhile(line -> line.startsWith("|"))
        .map(row -> row.replaceAll("(?<=\\| )[0-9.,]+(?= \\|)", "9"))
        .toList();
  }

  @Test
  void aMissingModelFailsBeforeAnythingIsMeasured() {
    String corpus = Fixtures.CORPUS.toString();
    String missing = folder.resolve("missing.onnx").toString();
    assertEquals(1, run(corpus, corpus, "small=" + missing, "--quick"));
    assertTrue(err.toString().contains(missing), err.toString());
    assertTrue(Files.notExists(folder.resolve("speed.md")));
  }
}
