package org.namespan.examples.benchmarks.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.namespan.trainer.cli.NamespanCommand;

/**
 * Runs {@code namespan tag} over a file in JVMs of 256 MB, one to its end and some that are killed.
 */
final class KilledRuns {

  private static final int MILLIS_BETWEEN_LOOKS = 50;

  private final Path input;
  private final Path folder;

  KilledRuns(Path input, Path folder) {
    this.input = input;
    this.folder = folder;
  }

  /** What became of a run. */
  record Run(Path output, Path bad, double seconds) {}

  /** Runs to the end. */
  Run whole() throws IOException {
    Run run = new Run(folder.resolve("whole.jsonl"), folder.resolve("whole.bad"), 0);
    long start = System.nanoTime();
    end(start(run));
    return new Run(run.output, run.bad, (System.nanoTime() - start) / 1e9);
  }

  /**
   * Kills a run each time that a further share of the output is written, and goes on with it.
   *
   * @param size of the output of the whole run
   */
  Run killed(int kills, long size) throws IOException {
    Run run = new Run(folder.resolve("killed.jsonl"), folder.resolve("killed.bad"), 0);
    Path part = folder.resolve("killed.jsonl.part");
    long start = System.nanoTime();
    for (int kill = 1; kill <= kills; kill++) {
      Process process = start(run);
      long enough = size * kill / (kills + 1);
      try {
        while (process.isAlive() && !(Files.exists(part) && Files.size(part) > enough)) {
          process.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        }
        // SIGKILL: nothing of the program runs any more.
        process.destroyForcibly().waitFor();
      } catch (InterruptedException e) {
        throw interrupted(process, e);
      }
      if (!Files.exists(part)) {
        throw new IOException(part + ": is not there, expected what a killed run leaves");
      }
    }
    end(start(run));
    return new Run(run.output, run.bad, (System.nanoTime() - start) / 1e9);
  }

  private Process start(Run run) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
    command.add(NamespanCommand.class.getName());
    command.addAll(List.of("tag", "--file", input.toString(), "--field", "body"));
    command.addAll(List.of("--threads", "2", "--output", run.output.toString()));
    command.addAll(List.of("--bad", run.bad.toString(), "--resume"));
    return new ProcessBuilder(command).inheritIO().start();
  }

  private static void end(Process process) throws IOException {
    try {
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new IOException("namespan tag ended with exit code " + exitCode + ", expected 0");
      }
    } catch (InterruptedException e) {
      throw interrupted(process, e);
    }
  }

  private static IOException interrupted(Process process, InterruptedException e) {
    process.destroyForcibly();
    Thread.currentThread().interrupt();
    return new IOException("interrupted while namespan tag was running", e);
  }

  /**
   * Checks that each line is answered once and in order, and that the broken ones are listed.
   *
   * @param lines of the input
   * @throws IOException naming the first line that is not
   */
  static void check(Run run, long lines) throws IOException {
    try (BufferedReader output = Files.newBufferedReader(run.output);
        BufferedReader bad = Files.newBufferedReader(run.bad)) {
      for (long number = 1; number <= lines; number++) {
        if (BulkCorpus.isBroken(number)) {
          String line = bad.readLine();
          if (line == null || !line.contains("\"line\":" + number + ",")) {
            throw new IOException(run.bad + ": the broken line " + number + " is not in its place");
          }
        } else {
          String line = output.readLine();
          if (line == null || BulkCorpus.number(line) != number) {
            throw new IOException(run.output + ": the line " + number + " is not in its place");
          }
        }
      }
      if (output.readLine() != null || bad.readLine() != null) {
        throw new IOException(run.output + ": found more than one answer to each line");
      }
    }
  }
}
