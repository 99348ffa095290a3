package org.namespan.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.namespan.Entity;
import org.namespan.EntityTagger;

/**
 * One tagger in many threads, as a server uses it: every thread tags all lines of a file again and
 * again, and finds in each what one thread alone found.
 */
public final class ManyThreads {

  private ManyThreads() {}

  /**
   * Takes a file of one text per line, a number of threads and of minutes. Prints after each round
   * of all threads how many texts had other entities than expected, and the memory of the process.
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 3) {
      throw new IllegalArgumentException("expected three arguments: file, threads, minutes");
    }
    List<String> texts = Files.readAllLines(Path.of(args[0]));
    if (texts.isEmpty()) {
      throw new IllegalArgumentException(args[0] + " has no line, expected one text per line");
    }
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(Long.parseLong(args[2]));
    try (EntityTagger tagger = EntityTagger.english()) {
      run(tagger, texts, Integer.parseInt(args[1]), end, System.out);
    }
  }

  /** At least one round, and none that begins after {@code end}, in nanoseconds of the JVM. */
  static void run(EntityTagger tagger, List<String> texts, int threads, long end, PrintStream out)
      throws InterruptedException, ExecutionException, IOException {
    List<List<Entity>> expected = new ArrayList<>();
    for (String text : texts) {
      expected.add(tagger.tag(text));
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      do {
        List<Future<Integer>> rounds = new ArrayList<>();
        for (int k = 0; k < threads; k++) {
          int first = (int) ((long) k * texts.size() / threads);
          rounds.add(pool.submit(() -> differences(tagger, texts, first, expected)));
        }
        int differences = 0;
        for (Future<Integer> round : rounds) {
          differences += round.get();
        }
        out.printf(
            "%d threads, %d texts each: %d differ; %s%n",
            threads, texts.size(), differences, residentMemory());
      } while (System.nanoTime() < end);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Tags all texts, from {@code first} on and then those before it. */
  private static int differences(
      EntityTagger tagger, List<String> texts, int first, List<List<Entity>> expected) {
    int differences = 0;
    for (int i = 0; i < texts.size(); i++) {
      int at = (first + i) % texts.size();
      differences += tagger.tag(texts.get(at)).equals(expected.get(at)) ? 0 : 1;
    }
    return differences;
  }

  /** As Linux tells it. */
  private static String residentMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "memory unknown";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .findFirst()
        .map(line -> line.replaceAll("\\s+", " "))
        .orElse("memory unknown");
  }
}
