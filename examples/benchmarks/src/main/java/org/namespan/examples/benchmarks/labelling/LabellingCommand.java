package org.namespan.examples.benchmarks.labelling;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.namespan.examples.benchmarks.Programs;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.io.AtomicFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures what suggestions save; {@code labelling} starts it. */
@Command(
    name = "examples/benchmarks/labelling",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Simulates a person who labels sentences that 'namespan suggest' would choose, beside one who"
          + " labels at random, and writes labelling.md. The report goes to standard output too.",
      "The same input gives the same figures."
    })
public final class LabellingCommand implements Callable<Integer> {

  private static final String HOME = "${sys:namespan.benchmarks:-examples/benchmarks}";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "POOL",
      description = "Annotated corpus, whose annotation is hidden until it is asked for.")
  private Path pool;

  @Option(
      names = "--dev",
      required = true,
      paramLabel = "FILE",
      description = "Annotated corpus on which each tagger is scored.")
  private Path dev;

  @Option(
      names = "--first",
      paramLabel = "N",
      defaultValue = "200",
      description = "Random sentences that both begin with. Default: ${DEFAULT-VALUE}.")
  private int first;

  @Option(
      names = "--suggested",
      paramLabel = "N",
      split = ",",
      defaultValue = "450,700,950",
      description =
          "Numbers of labelled sentences at which a new tagger is trained, scored and asked for more."
              + " Default: ${DEFAULT-VALUE}.")
  private List<Integer> suggested;

  @Option(
      names = "--random",
      paramLabel = "N",
      split = ",",
      defaultValue = "450,700,1000,1400",
      description = "The same of the random ones. Default: ${DEFAULT-VALUE}.")
  private List<Integer> random;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Persons to simulate. Default: ${DEFAULT-VALUE}.")
  private int seeds;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "20",
      description = "Epochs of each training. Default: ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      description =
          "Folder of the trainings: what is finished there is not trained again. Default: a temporary"
              + " one.")
  private Path runs;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = HOME,
      description = "Folder for the report. Default: examples/benchmarks.")
  private Path out;

  /** Runs the program; its failures end it with exit code 1, bad arguments with 2. */
  public static void main(String[] args) {
    System.exit(Programs.commandLine(new LabellingCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Corpus corpus = CorpusFormats.read(pool);
    requireSizes("--suggested", suggested, corpus);
    requireSizes("--random", random, corpus);
    Path folder = runs == null ? Files.createTempDirectory("labelling") : runs;
    Simulation simulation = new Simulation(corpus, CorpusFormats.read(dev), epochs, folder);
    List<LabelledPoint> points = new ArrayList<>();
    for (long seed = 1; seed <= seeds; seed++) {
      simulation.run(
          seed,
          first,
          random,
          suggested,
          point -> {
            points.add(point);
            tell(point);
          });
    }
    LabellingReport report =
        new LabellingReport(
            points,
            String.format(
                Locale.ROOT,
                "%,d sentences of %s are the pool; scored on %s; %d seeds",
                corpus.sentences().size(),
                corpus.name(),
                dev.getFileName(),
                seeds),
            spec.commandLine().getParseResult().originalArgs().stream()
                .collect(Collectors.joining(" ", spec.name() + " ", "")));
    AtomicFile.write(
        out.resolve("labelling.md"), file -> Files.writeString(file, report.toMarkdown()));
    PrintWriter printed = spec.commandLine().getOut();
    printed.print(report.toText());
    printed.flush();
    return CommandLine.ExitCode.OK;
  }

  private void requireSizes(String option, List<Integer> sizes, Corpus corpus) {
    int before = first;
    for (int size : sizes) {
      if (before < 1 || size <= before || size > corpus.sentences().size()) {
        throw new CommandLine.ParameterException(
            spec.commandLine(),
            option
                + " is "
                + sizes
                + ", expected ascending numbers above --first, 1 or more, and up to the "
                + corpus.sentences().size()
                + " sentences of the pool");
      }
      before = size;
    }
  }

  private void tell(LabelledPoint point) {
    PrintWriter progress = spec.commandLine().getErr();
    progress.printf(
        Locale.ROOT,
        "%s seed %d: %d sentences, %d tokens, %d entities, F1 %.4f%n",
        point.strategy(),
        point.seed(),
        point.sentences(),
        point.tokens(),
        point.entities(),
        point.f1());
    progress.flush();
  }
}
