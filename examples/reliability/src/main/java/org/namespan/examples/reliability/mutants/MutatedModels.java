package org.namespan.examples.reliability.mutants;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.namespan.examples.reliability.ChildJvm;
import org.namespan.examples.reliability.Findings;
import org.namespan.examples.reliability.Part;
import org.namespan.examples.reliability.Size;

/**
 * Loads mutants in JVMs of their own, 1,000 in each, whose private memory, heap included, may be 1
 * GiB ({@code prlimit --data}, where it is there). One that hangs is tried again by itself, for a
 * machine may have stood still.
 */
public final class MutatedModels implements Part {

  private static final int IN_ONE_JVM = 1000;
  private static final long MEMORY = 1L << 30;
  private static final String HEAP = "-Xmx192m";
  private static final long START_SECONDS = 120;
  private static final long MUTANT_SECONDS = 5;
  private static final String ENDED = "ended";

  private final Map<Mutation, Map<Fate, Integer>> fates = new EnumMap<>(Mutation.class);
  private final List<String> failures = new ArrayList<>();
  private long peakKilobytes;
  private boolean limited;

  /** How far a JVM came. */
  private record Progress(int next, boolean hung) {}

  @Override
  public Findings run(Size size, Path folder) throws IOException, InterruptedException {
    Models models = Models.ofClone();
    limited = isThere("prlimit");
    for (Mutation mutation : Mutation.values()) {
      fates.put(mutation, new EnumMap<>(Fate.class));
    }
    int next = 0;
    while (next < size.mutants()) {
      int end = Math.min(size.mutants(), (next / IN_ONE_JVM + 1) * IN_ONE_JVM);
      next = go(next, end, models, folder);
    }
    return new Findings(table(size.mutants(), models), failures);
  }

  private static boolean isThere(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Goes on until a mutant ends its JVM; gives the number of the next. */
  private int go(int first, int end, Models models, Path folder)
      throws IOException, InterruptedException {
    Progress progress = watch(first, end, models, folder);
    if (progress.hung) {
      int number = progress.next;
      Progress again = watch(number, number + 1, models, folder);
      if (again.hung) {
        count(number, Fate.HANG.name(), models, folder);
      }
      return number + 1;
    }
    return progress.next;
  }

  private Progress watch(int first, int end, Models models, Path folder)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (limited) {
      command.addAll(List.of("prlimit", "--data=" + MEMORY));
    }
    List<String> args = List.of("" + first, "" + end, folder.toString());
    command.addAll(
        ChildJvm.command(
            List.of(HEAP, "-XX:+UseSerialGC", "-XX:ErrorFile=" + folder.resolve("hs_err_%p.log")),
            MutantProgram.class,
            args));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(folder.resolve("stderr.log").toFile())
            .start();
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(process, lines), "mutants");
    reader.start();
    int begun = -1;
    int next = first;
    try {
      while (true) {
        long patience = begun < 0 ? START_SECONDS : MUTANT_SECONDS;
        String line = lines.poll(patience, TimeUnit.SECONDS);
        if (line == null) {
          if (begun < 0) {
            throw new IOException("the JVM of mutant " + first + " does not begin");
          }
          return new Progress(begun, true);
        }
        String[] words = line.split(" ", 3);
        if (line.equals(ENDED)) {
          break;
        } else if (words[0].equals("begin")) {
          begun = Integer.parseInt(words[1]);
        } else if (words[0].equals("end")) {
          next = Integer.parseInt(words[1]) + 1;
          count(next - 1, words[2], models, folder);
        } else if (words[0].equals("peak")) {
          peakKilobytes = Math.max(peakKilobytes, Long.parseLong(words[1]));
        }
      }
    } finally {
      process.destroyForcibly().waitFor();
      reader.join();
    }
    if (next == end) {
      return new Progress(end, false);
    }
    if (begun < next) {
      throw new IOException(
          "the JVM of mutant "
              + next
              + " ended with exit code "
              + process.exitValue()
              + " between two; see "
              + folder.resolve("stderr.log"));
    }
    count(begun, Fate.CRASH + " exit code " + process.exitValue(), models, folder);
    return new Progress(begun + 1, false);
  }

  private static void read(Process process, BlockingQueue<String> lines) {
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      // It was killed.
    }
    lines.add(ENDED);
  }

  /** Keeps the file of what should not be. */
  private void count(int number, String told, Models models, Path folder) throws IOException {
    Fate fate = Fate.valueOf(told.split(" ", 2)[0]);
    Mutant mutant = Mutant.of(number, models.files().size());
    fates.get(mutant.mutation()).merge(fate, 1, Integer::sum);
    if (fate.isFailure()) {
      Path kept = folder.resolve("mutant-" + number + ".onnx");
      Files.write(kept, mutant.bytes(models.bytes()));
      failures.add(
          kept
              + ": "
              + models.files().get(mutant.model()).getFileName()
              + ", "
              + mutant.mutation().title()
              + ", by "
              + mutant.route()
              + ": "
              + told);
    }
  }

  private String table(int mutants, Models models) {
    StringBuilder table = new StringBuilder("| what is done |");
    for (Fate fate : Fate.values()) {
      table.append(' ').append(fate.title()).append(" |");
    }
    table.append("\n|---|").append("---:|".repeat(Fate.values().length)).append('\n');
    fates.forEach((mutation, counts) -> row(mutation.title(), counts, table));
    Map<Fate, Integer> sums = new EnumMap<>(Fate.class);
    fates.values().forEach(counts -> counts.forEach((k, v) -> sums.merge(k, v, Integer::sum)));
    row("**all**", sums, table);
    return table
        + String.format(
            Locale.ROOT,
            "%n%,d mutants of %d models, by path, stream and buffer; %s, at most %,d MB resident.%n",
            mutants,
            models.files().size(),
            limited ? "1 GiB of private memory for each JVM" : "without a limit of memory",
            peakKilobytes / 1024);
  }

  private static void row(String name, Map<Fate, Integer> counts, StringBuilder table) {
    table.append("| ").append(name).append(" |");
    for (Fate fate : Fate.values()) {
      table.append(String.format(Locale.ROOT, " %,d |", counts.getOrDefault(fate, 0)));
    }
    table.append('\n');
  }
}
