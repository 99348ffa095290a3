package org.namespan.examples.reliability.kills;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.namespan.examples.reliability.ChildJvm;
import org.namespan.examples.reliability.Findings;
import org.namespan.examples.reliability.Part;
import org.namespan.examples.reliability.Size;
import org.namespan.trainer.cli.NamespanCommand;
import org.namespan.trainer.io.Sha256;

/**
 * Runs commands to their end once; then kills them at random times, by SIGKILL, SIGINT and SIGTERM
 * in turn, starts them again, and compares what is there with what the whole run wrote: the same
 * files with the same bytes, and no other.
 */
public final class KilledRuns implements Part {

  private static final List<String> SIGNALS = List.of("KILL", "INT", "TERM");
  private static final long PATIENCE = 300;

  /** Kills of one run before it may end. */
  private static final int IN_ONE_RUN = 2;

  private final Random random = new Random(7);

  /** What became of the runs of one job. */
  private static final class Tally {
    private int kills;
    private int runs;
    private int same;
  }

  @Override
  public Findings run(Size size, Path folder) throws IOException, InterruptedException {
    List<String> failures = new ArrayList<>();
    StringBuilder table =
        new StringBuilder("| command | kills | runs | same bytes, nothing else left |\n");
    table.append("|---|---:|---:|---:|\n");
    Jobs jobs = Jobs.in(folder);
    int each = (size.kills() + jobs.all().size() - 1) / jobs.all().size();
    for (Jobs.Job job : jobs.all()) {
      Tally tally = tally(job, each, folder, failures);
      table.append(
          String.format(
              Locale.ROOT,
              "| `namespan %s` | %d | %d | %d |%n",
              job.name(),
              tally.kills,
              tally.runs,
              tally.same));
    }
    return new Findings(table.toString(), failures);
  }

  private Tally tally(Jobs.Job job, int kills, Path folder, List<String> failures)
      throws IOException, InterruptedException {
    Path whole = folder.resolve(job.name() + "-whole");
    Jobs.clear(whole);
    Files.createDirectories(whole);
    long start = System.nanoTime();
    ChildJvm.Ended ended = end(job, whole);
    long millis = (System.nanoTime() - start) / 1_000_000;
    if (ended.exitCode() != 0) {
      throw new IOException("namespan " + job.name() + " failed: " + ended.output());
    }
    Map<String, String> expected = digests(whole, job);
    Tally tally = new Tally();
    while (tally.kills < kills) {
      Path place = folder.resolve(job.name() + "-" + tally.runs);
      Jobs.clear(place);
      Files.createDirectories(place);
      for (int kill = 0; kill < IN_ONE_RUN; kill++) {
        String signal = SIGNALS.get(tally.kills % SIGNALS.size());
        if (kill(job, place, signal, millis)) {
          tally.kills++;
        }
      }
      ended = end(job, place);
      tally.runs++;
      Map<String, String> found = digests(place, job);
      if (ended.exitCode() != 0) {
        failures.add(place + ": exit code " + ended.exitCode() + ": " + ended.output());
      } else if (!found.equals(expected)) {
        failures.add(place + ": found " + found + ", expected " + expected);
      } else {
        tally.same++;
        Jobs.clear(place);
      }
    }
    return tally;
  }

  private static ChildJvm.Ended end(Jobs.Job job, Path place)
      throws IOException, InterruptedException {
    return ChildJvm.run(Jobs.JVM, NamespanCommand.class, job.arguments(place), place, PATIENCE);
  }

  /** Whether it was still running. */
  private boolean kill(Jobs.Job job, Path place, String signal, long millis)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(ChildJvm.command(Jobs.JVM, NamespanCommand.class, job.arguments(place)))
            .directory(place.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    // The first third of a run is the start of its JVM.
    long wait = millis / 3 + (long) (random.nextDouble() * millis * 2 / 3);
    if (process.waitFor(wait, TimeUnit.MILLISECONDS)) {
      return false;
    }
    new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor();
    if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("namespan " + job.name() + " does not end by SIG" + signal);
    }
    return true;
  }

  /** SHA-256 by name of all files but those that tell times. */
  private static Map<String, String> digests(Path folder, Jobs.Job job) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        boolean timed = job.timed().contains(name);
        digests.put(
            name,
            timed ? "there" : new Sha256().add(ByteBuffer.wrap(Files.readAllBytes(file))).hex());
      }
    }
    return digests;
  }
}
