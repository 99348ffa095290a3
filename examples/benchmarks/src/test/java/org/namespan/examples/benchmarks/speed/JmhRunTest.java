package org.namespan.examples.benchmarks.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmhRunTest {

  static {
    // Of JMH, which by itself lets only one run at a time on a machine.
    System.setProperty("jmh.ignoreLock", "true");
  }

  @TempDir private Path folder;

  private JmhRun.Throughput twoThreads(Path log, Path corpus) throws IOException {
    return new JmhRun(SpeedSettings.QUICK, log)
        .throughput(
            NameSpanBenchmark.class,
            "tokenBatches",
            Map.of("model", Fixtures.WORDS.toString(), "corpus", corpus.toString()),
            2);
  }

  @Test
  void twoThreadsAreCountedOverTheSameTimeAsJmhCountsThem() throws IOException {
    // All calls are alike: 512 sentences of 4 tokens.
    String sentence = "Anna\tB-per\nflew\tO\nhome\tO\n.\tO\n\n";
    Path corpus = Files.writeString(folder.resolve("equal.conll"), sentence.repeat(512));
    Path log = folder.resolve("jmh.log");
    double tokens = twoThreads(log, corpus).tokensPerSecond();
    Matcher calls =
        Pattern.compile("^Iteration +1: ([0-9.]+) ops/s", Pattern.MULTILINE)
            .matcher(Files.readString(log));
    assertTrue(calls.find());
    double callsPerSecond = Double.parseDouble(calls.group(1));
    assertEquals(callsPerSecond * 512 * 4, tokens, 0.01 * tokens);
  }

  @Test
  void aFailureNamesTheLog() {
    Path log = folder.resolve("jmh.log");
    Path missing = folder.resolve("missing.conll");
    IOException failure = assertThrows(IOException.class, () -> twoThreads(log, missing));
    assertTrue(failure.getMessage().contains(log.toString()), failure.getMessage());
  }
}
