package org.namespan.trainer.cli;

import ai.djl.Device;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Split;
import org.namespan.trainer.corpus.Splits;
import org.namespan.trainer.learningcurve.CurvePoint;
import org.namespan.trainer.learningcurve.CurveReport;
import org.namespan.trainer.learningcurve.CurveTrainer;
import org.namespan.trainer.learningcurve.LearningCurve;
import org.namespan.trainer.pretrained.PretrainedTagger;
import org.namespan.trainer.training.TrainingSources;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code namespan curve}. */
@Command(
    name = "curve",
    modelTransformer = SettingOptions.class,
    header = "Tells what more labels would give, from taggers trained on fewer.",
    customSynopsis = "namespan curve --data FILE[=MAP] [--dev FILE[=MAP]] --out DIR [OPTION]...",
    description = {
      "Trains on 10, 25, 50, 75 and 100 percent of the sentences, each part holding the smaller ones,"
          + " scores all taggers on the same sentences, --test or else --dev, and predicts F1 for 1.5"
          + " times and twice the sentences by a power law through the points.",
      "",
      "The interval of a score tells what other sentences to score on may change, that of a"
          + " prediction how far the points leave the curve open. Predictions hold for more text of"
          + " the same kind.",
      "",
      "A curve that was cut off goes on with the same options: finished runs are not trained again."
    },
    footer = {
      "",
      "Examples:",
      "  namespan curve --data mine.conll --out runs/curve",
      "  namespan curve --data train.conll --dev dev.conll --seeds 3 --json \\",
      "    --out runs/curve"
    })
final class CurveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private SourceOptions sourceOptions = new SourceOptions();

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "DIR",
      description = "Folder of the runs; created if missing.")
  private Path out;

  @Option(
      names = "--shares",
      paramLabel = "PERCENT",
      split = ",",
      defaultValue = "10,25,50,75,100",
      description =
          "How much of the sentences to train on, in percent, in ascending order. Default:"
              + " ${DEFAULT-VALUE}.")
  private List<Integer> shares;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Runs for each part, of the seeds --seed and those after it, each over other sentences."
              + " Default: ${DEFAULT-VALUE}.")
  private int seeds;

  @Option(
      names = "--dev-share",
      paramLabel = "SHARE",
      defaultValue = "0.2",
      description =
          "Without --dev: the random share of --data that is held out as dev, copies of a sentence"
              + " on one side. Default: ${DEFAULT-VALUE}.")
  private double devShare;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private PresetOption preset = new PresetOption();

  @Mixin private DeviceOption device = new DeviceOption();

  @ArgGroup(validate = false, heading = CorpusOptions.HEADING)
  private CorpusOptions corpusOptions = new CorpusOptions();

  @Override
  public Integer call() throws IOException {
    requireShares();
    AtLeast.one("--seeds", seeds, spec);
    PretrainedTagger from = sourceOptions.readFrom();
    long firstSeed = preset.builder(from, Integer.MAX_VALUE).build().seed();
    sourceOptions.requireEncoder(preset.isTeacher());
    Device trainedOn = DeviceName.read(device.name(), spec);
    Outputs.requireFolder(out);

    SourceOptions.Sources sources = sourceOptions.read(corpusOptions, from);
    TrainingSources training = withDev(sources.training(), firstSeed);
    Corpus gold = sources.test() == null ? Objects.requireNonNull(training.dev()) : sources.test();
    List<CurvePoint> points;
    try (CurveProgress progress = new CurveProgress(spec.commandLine().getErr())) {
      points =
          new CurveTrainer(
                  (sentences, seed) -> preset.builder(from, sentences).optSeed(seed).build(),
                  trainedOn,
                  out,
                  progress)
              .train(
                  training,
                  gold,
                  shares,
                  LongStream.range(firstSeed, firstSeed + seeds).boxed().toList());
    }
    CurveReport report = new CurveReport(LearningCurve.of(points));
    PrintWriter print = spec.commandLine().getOut();
    if (json) {
      print.println(ControlCharacters.escape("" + report.toJson()));
    } else {
      print.print(report.toText());
    }
    return CommandLine.ExitCode.OK;
  }

  private void requireShares() {
    List<Integer> sorted = new ArrayList<>(new TreeSet<>(shares));
    if (!sorted.equals(shares) || sorted.get(0) < 1 || sorted.get(sorted.size() - 1) > 100) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--shares is '"
              + String.join(",", shares.stream().map(String::valueOf).toList())
              + "', expected percents from 1 to 100 in ascending order, such as 10,25,50,75,100");
    }
  }

  /** The sources, a part of the training sentences held out if no dev set was named. */
  private TrainingSources withDev(TrainingSources sources, long seed) throws IOException {
    if (sources.dev() != null) {
      return sources;
    }
    try {
      Split split = Splits.random(sources.train(), devShare, seed);
      return sources.withCorpora(split.train(), split.dev());
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--dev-share: " + e.getMessage(), e);
    }
  }
}
