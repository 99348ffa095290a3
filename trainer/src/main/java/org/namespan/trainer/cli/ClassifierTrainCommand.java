package org.namespan.trainer.cli;

import ai.djl.Device;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.corpus.LanguageFilter;
import org.namespan.trainer.classifier.export.ClassifierExporter;
import org.namespan.trainer.classifier.export.ClassifierParity;
import org.namespan.trainer.classifier.training.ClassifierCheckpoint;
import org.namespan.trainer.classifier.training.ClassifierMonitor;
import org.namespan.trainer.classifier.training.ClassifierSources;
import org.namespan.trainer.classifier.training.ClassifierTrainer;
import org.namespan.trainer.classifier.training.TrainedClassifier;
import org.namespan.trainer.config.ClassifierConfig;
import org.namespan.trainer.pretrained.PretrainedClassifier;
import org.namespan.trainer.report.TrainingPageMonitor;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code namespan classifier train}. */
@Command(
    name = "train",
    modelTransformer = ClassifierSettings.class,
    header = "Trains a classifier on your texts.",
    customSynopsis = "namespan classifier train --data FILE [--dev FILE] --out DIR [OPTION]...",
    description = {
      "Writes the classifier as one ONNX file, model.onnx in the folder of the run, beside the"
          + " checkpoint of the last epoch, training.jsonl, and training.html, its curves for a"
          + " browser. A run that was cut off goes on with --resume and the same options.",
      "",
      "Each option has two defaults, of the presets standard and plain. Below 2000 training texts"
          + " --batch-size is 8, --epochs 30, --patience 10 and --min-count 1 unless given.",
      "",
      "With --from, --epochs is 30, --batch-size 8, --patience 10, --learning-rate 0.006 for the head"
          + " and 0.002 for tables, --encoder-rate 0.002, --dropout 0.4 and --min-count 1, unless"
          + " given. The network is the model's; an option that would change it is refused."
    },
    footer = {
      "",
      "Examples:",
      "  namespan classifier train --data train.tsv --dev dev.tsv --out runs/moods",
      "  namespan classifier train --data reviews.csv --text review --label stars --out runs/stars",
      "  namespan classifier train --preset plain --clean html,addresses,lower-case \\",
      "    --data train.jsonl --dev dev.jsonl --out runs/plain",
      "  namespan classifier train --from model.onnx --data more.tsv --out runs/more"
    })
final class ClassifierTrainCommand implements Callable<Integer> {

  private static final int PARITY_TEXTS = 10_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Texts to train on; may be repeated.")
  private List<Path> data;

  @Option(
      names = "--dev",
      paramLabel = "FILE",
      description =
          "Texts to score each epoch on and to choose the best one by; may be repeated. Scores are"
              + " calibrated on them. Without, all epochs are run and the last one is kept.")
  private List<Path> dev = List.of();

  @Mixin private VectorsOption vectors = new VectorsOption();

  @Mixin private ClassifierFromOption fromOption = new ClassifierFromOption();

  @Mixin private RunOptions run = new RunOptions();

  @Mixin private ClassifierPresetOption preset = new ClassifierPresetOption();

  @Mixin private ClassifierTokenizerOption tokenizer = new ClassifierTokenizerOption();

  @Mixin private LanguageOption language = new LanguageOption();

  @Mixin private FilterOption filter = new FilterOption();

  @Mixin private DeviceOption device = new DeviceOption();

  @Mixin private PrecisionOption precision = new PrecisionOption();

  @ArgGroup(validate = false, heading = LabelledTexts.HEADING)
  private LabelledTexts texts = new LabelledTexts();

  @Override
  public Integer call() throws IOException {
    // Before any work: what cannot be trained or written is a mistake of the command line.
    PretrainedClassifier from = fromOption.read(spec);
    boolean several = preset.read(from, Integer.MAX_VALUE).severalClasses();
    double maxLoss = precision.maxLoss(spec);
    Device trainedOn = DeviceName.read(device.name(), spec);
    String code = from == null ? language.read() : from.language();
    LanguageFilter languages = filter.read(code, spec);
    run.requireRoom(ClassifierCheckpoint.FILE_NAME);

    Path folder = run.folder();
    Map<String, String> facts = new TreeMap<>(run.facts());
    PrintWriter err = spec.commandLine().getErr();
    LabelledCorpus train = texts.read(data, several);
    LabelledCorpus scored = dev.isEmpty() ? null : texts.read(dev, several);
    if (languages != null) {
      train = FilterOption.apply(languages, train, "training", facts, err);
      scored = scored == null ? null : FilterOption.apply(languages, scored, "dev", facts, err);
    }
    ClassifierSources sources =
        from == null
            ? new ClassifierSources(train, scored, tokenizer.read(), code)
                .withVectors(vectors.read())
            : ClassifierSources.of(train, scored, from);
    ClassifierConfig config = preset.read(from, train.texts().size());
    try (ConsoleMonitor console =
            new ConsoleMonitor(folder.resolve(ClassifierCheckpoint.FILE_NAME), err);
        TrainingPageMonitor page =
            new TrainingPageMonitor(config, sources, folder, console::pageUnwritten)) {
      ClassifierTrainer trainer =
          new ClassifierTrainer(config, trainedOn, folder, ClassifierMonitor.of(console, page));
      TrainedClassifier classifier;
      if (run.isResumed()) {
        classifier = trainer.resume(sources, facts);
      } else {
        describe(sources, config, err);
        classifier = trainer.train(sources, facts);
      }
      page.finish();
      ClassifierParity parity =
          ClassifierExporter.exportOrFiner(
              classifier,
              precision.precision(),
              maxLoss,
              (scored == null ? train : scored).first(PARITY_TEXTS),
              run.model(),
              PrecisionOption.refusals(err));
      ClassifierSummary.print(spec.commandLine().getOut(), run.model(), classifier, parity);
    }
    return CommandLine.ExitCode.OK;
  }

  private static void describe(
      ClassifierSources sources, ClassifierConfig config, PrintWriter err) {
    LabelledCorpus dev = sources.dev();
    err.printf(
        Locale.ROOT,
        "train: %,d texts of %,d classes; dev: %s; batches of %d, %s%d epochs%n",
        sources.train().texts().size(),
        sources.train().classes().size(),
        dev == null ? "none" : String.format(Locale.ROOT, "%,d texts", dev.texts().size()),
        config.training().optimization().batchSize(),
        dev == null ? "" : "at most ",
        config.training().optimization().epochs());
    if (sources.from() != null) {
      Set<String> classes = sources.train().classes();
      List<String> before = sources.from().metadata().classes();
      err.printf(
          Locale.ROOT,
          "from %s: knows %,d of these classes; drops %,d others%n",
          ControlCharacters.escape(sources.from().name()),
          before.stream().filter(classes::contains).count(),
          before.stream().filter(name -> !classes.contains(name)).count());
    }
    err.flush();
  }
}
