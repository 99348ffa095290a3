package org.namespan.examples.benchmarks.speed;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.namespan.examples.benchmarks.Programs;
import org.namespan.examples.benchmarks.TrainingRounds;
import org.namespan.examples.benchmarks.TrainingTimes;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.io.AtomicFile;
import org.namespan.trainer.network.Head;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures NameSpan models beside others and writes the report; {@code speed} starts it. */
@Command(
    name = "examples/benchmarks/speed",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures speed, memory, size and span F1 of NameSpan models, of the bare ONNX Runtime"
          + " session under each and of OpenNLP's name finder, and training beside plain DJL; writes"
          + " speed.md, speed.png and speed-f1.png. Progress goes to standard error, the report to"
          + " standard output too.",
      "For figures to believe, let nothing else run beside it."
    })
public final class SpeedCommand implements Callable<Integer> {

  private static final String HOME = "${sys:namespan.benchmarks:-examples/benchmarks}";

  /** What is trained by NameSpan's trainer and by plain DJL. */
  private static final TrainingConfig TRAINED = TrainingConfig.standard().optHead(Head.CRF).build();

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "TRAIN", description = "Corpus to train on.")
  private Path train;

  @Parameters(index = "1", paramLabel = "DATA", description = "Corpus that is tagged and scored.")
  private Path data;

  @Parameters(
      index = "2..*",
      arity = "1..*",
      paramLabel = "NAME=MODEL",
      description = "Model files, each with a name for the tables.")
  private Map<String, Path> models = new LinkedHashMap<>();

  @Option(
      names = "--quick",
      description = "Run everything very short, for trying out; the speeds mean nothing.")
  private boolean quick;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = HOME,
      description = "Folder for the report. Default: examples/benchmarks.")
  private Path out;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      defaultValue = HOME + "/../../runs/speed",
      description =
          "Folder for OpenNLP's models, which a later run takes from there, and JMH's log. Default:"
              + " runs/speed.")
  private Path run;

  /** Runs the program; its failures end it with exit code 1, bad arguments with 2. */
  public static void main(String[] args) {
    System.exit(Programs.commandLine(new SpeedCommand()).execute(args));
  }

  /** What fails for its input comes first, for the measurements take long. */
  @Override
  public Integer call() throws IOException, OrtException {
    PrintWriter progress = spec.commandLine().getErr();
    SpeedSettings settings = quick ? SpeedSettings.QUICK : SpeedSettings.FULL;
    Machine machine = Machine.here();
    Corpus training = CorpusFormats.read(train);
    Corpus corpus = CorpusFormats.read(data);
    SpeedRun speed = new SpeedRun(settings, corpus, data, models, run.normalize(), progress);
    speed.score(training);
    progress.println("training");
    progress.flush();
    TrainingTimes times =
        TrainingRounds.measure(
            TRAINED, training, settings.trainingSentences(), settings.trainingEpochs());
    SpeedResults results = speed.measure();
    String report =
        new SpeedReport(
                results,
                times,
                settings,
                corpus.name(),
                corpus.sentences().size(),
                corpus.tokenCount(),
                machine,
                command())
            .toMarkdown();
    SpeedPlots.write(results, out);
    AtomicFile.write(out.resolve("speed.md"), file -> Files.writeString(file, report));
    PrintWriter printed = spec.commandLine().getOut();
    printed.print(report);
    printed.flush();
    return CommandLine.ExitCode.OK;
  }

  private String command() {
    return spec.commandLine().getParseResult().originalArgs().stream()
        .collect(Collectors.joining(" ", spec.name() + " ", ""));
  }
}
