package org.namespan.examples.benchmarks.bulk;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.namespan.examples.benchmarks.Median;
import org.namespan.examples.benchmarks.Programs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures runs over records and kills them; {@code bulk} starts it. */
@Command(
    name = "examples/benchmarks/bulk",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes a file of JSON lines of which each thousandth is broken, and tags it: a slice with one"
          + " thread and with two beside the sdk's own batches; the whole with two threads and 256 MB"
          + " of heap, once to its end and once with kills. Checks that each line is answered once and"
          + " in order, and that both give the same bytes."
    })
public final class BulkCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "TEXT", description = "Text file, a text a line, plain or gzip.")
  private Path text;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Rounds over the slice; 0 leaves it out. Default: 5.")
  private int rounds = 5;

  @Option(
      names = "--slice",
      paramLabel = "BYTES",
      description = "Size of the slice. Default: 4000000.")
  private long slice = 4_000_000;

  @Option(
      names = "--size",
      paramLabel = "BYTES",
      description = "Size of the whole; 0 leaves it out. Default: 1000000000.")
  private long size = 1_000_000_000;

  @Option(names = "--kills", paramLabel = "N", description = "Default: 3.")
  private int kills = 3;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "Folder of what is written, twice the size of the whole. Default: runs/bulk.")
  private Path run = Path.of("runs/bulk");

  /** Runs the program; its failures end it with exit code 1, bad arguments with 2. */
  public static void main(String[] args) {
    System.exit(Programs.commandLine(new BulkCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    BulkCorpus corpus = BulkCorpus.read(text);
    Files.createDirectories(run);
    if (rounds > 0) {
      measure(corpus);
    }
    if (size > 0) {
      kill(corpus);
    }
    return 0;
  }

  private void measure(BulkCorpus corpus) throws IOException {
    Path file = run.resolve("slice.jsonl");
    long lines = corpus.write(file, slice);
    List<String> texts = new ArrayList<>();
    for (long number = 1; number <= lines; number++) {
      if (!BulkCorpus.isBroken(number)) {
        texts.add(corpus.text(number));
      }
    }
    BulkSpeed.Rounds measured =
        new BulkSpeed(file, texts, run.resolve("slice.out")).measure(rounds);
    print(
        "one thread, MB/s", Median.of(measured.one().stream().map(s -> slice / s / 1e6).toList()));
    print(
        "two threads, MB/s", Median.of(measured.two().stream().map(s -> slice / s / 1e6).toList()));
    print("two threads by one", Median.ofQuotients(measured.one(), measured.two()));
    print(
        "one thread by tagAll with one",
        Median.ofQuotients(measured.batchesOfOne(), measured.one()));
    print(
        "two threads by tagAll with two",
        Median.ofQuotients(measured.batchesOfTwo(), measured.two()));
    print(
        "tagAll with two threads by one",
        Median.ofQuotients(measured.batchesOfOne(), measured.batchesOfTwo()));
  }

  private void print(String name, OptionalDouble value) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "%-34s %6.2f%n", name, value.orElseThrow());
    out.flush();
  }

  private void kill(BulkCorpus corpus) throws IOException {
    Path file = run.resolve("docs.jsonl");
    long lines = corpus.write(file, size);
    KilledRuns runs = new KilledRuns(file, run);
    KilledRuns.Run whole = runs.whole();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%,d lines of %,d bytes in %,.0f s%n",
        lines,
        Files.size(file),
        whole.seconds());
    out.flush();
    KilledRuns.check(whole, lines);
    out.println("each line is answered once and in order, the broken ones are listed");
    out.flush();
    KilledRuns.Run killed = runs.killed(kills, Files.size(whole.output()));
    out.printf(Locale.ROOT, "with %d kills in %,.0f s%n", kills, killed.seconds());
    requireSame(whole.output(), killed.output());
    requireSame(whole.bad(), killed.bad());
    out.println("the same bytes");
    out.flush();
  }

  private static void requireSame(Path whole, Path killed) throws IOException {
    long at = Files.mismatch(whole, killed);
    if (at >= 0) {
      throw new IOException(killed + ": differs from " + whole + " at byte " + at);
    }
  }
}
