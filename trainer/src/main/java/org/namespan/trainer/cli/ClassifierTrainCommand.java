package org.namespan.trainer.cli;

import ai.djl.Device;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.export.ClassifierExporter;
import org.namespan.trainer.classifier.export.ClassifierParity;
import org.namespan.trainer.classifier.training.ClassifierCheckpoint;
import org.namespan.trainer.classifier.training.ClassifierSources;
import org.namespan.trainer.classifier.training.ClassifierTrainer;
import org.namespan.trainer.classifier.training.TrainedClassifier;
import org.namespan.trainer.config.ClassifierConfig;
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
          + " checkpoint of the last epoch and training.jsonl. A run that was cut off goes on with"
          + " --resume and the same options.",
      "",
      "Each option has two defaults, of the presets standard and plain. Below 2000 training texts"
          + " --batch-size is 8, --epochs 30, --patience 10 and --min-count 1 unless given."
    },
    footer = {
      "",
      "Examples:",
      "  namespan classifier train --data train.tsv --dev dev.tsv --out runs/moods",
      "  namespan classifier train --data reviews.csv --text review --label stars --out runs/stars",
      "  namespan classifier train --preset plain --clean html,addresses,lower-case \\",
      "    --data train.jsonl --dev dev.jsonl --out runs/plain"
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

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "DIR",
      description = "Folder of the run; created if missing.")
  private Path out;

  @Option(names = "--resume", description = "Go on from the checkpoint in the folder of the run.")
  private boolean resume;

  @Mixin private ClassifierPresetOption preset = new ClassifierPresetOption();

  @Mixin private ClassifierTokenizerOption tokenizer = new ClassifierTokenizerOption();

  @Option(
      names = "--fact",
      paramLabel = "NAME=TEXT",
      description =
          "Something that the model file shall say of itself, training.licence=CC0 for example; may"
              + " be repeated, and replaces what the trainer would say under that name.")
  private Map<String, String> facts = new TreeMap<>();

  @Option(
      names = "--device",
      paramLabel = "NAME",
      defaultValue = "cpu",
      description =
          "Where to train: cpu, gpu, or gpu1 and so on for one of several GPUs, counted from 0."
              + " Default: ${DEFAULT-VALUE}.")
  private String device;

  @Mixin private ClassifierPrecisionOption precision = new ClassifierPrecisionOption();

  @ArgGroup(validate = false, heading = LabelledTexts.HEADING)
  private LabelledTexts texts = new LabelledTexts();

  @Override
  public Integer call() throws IOException {
    // Before any work: what cannot be trained or written is a mistake of the command line.
    preset.read(Integer.MAX_VALUE);
    double maxLoss = precision.maxLoss(spec);
    Device trainedOn = DeviceName.read(device, spec);
    Path file = out.resolve("model.onnx");
    Outputs.requireRoomForRun(out, ClassifierCheckpoint.FILE_NAME, file, resume);

    LabelledCorpus train = texts.read(data, preset.isSeveral());
    LabelledCorpus scored = dev.isEmpty() ? null : texts.read(dev, preset.isSeveral());
    ClassifierSources sources =
        new ClassifierSources(train, scored, tokenizer.read(), tokenizer.language());
    ClassifierConfig config = preset.read(train.texts().size());
    PrintWriter err = spec.commandLine().getErr();
    try (ConsoleMonitor console =
        new ConsoleMonitor(out.resolve(ClassifierCheckpoint.FILE_NAME), err)) {
      ClassifierTrainer trainer = new ClassifierTrainer(config, trainedOn, out, console);
      TrainedClassifier classifier;
      if (resume) {
        classifier = trainer.resume(sources, facts);
      } else {
        describe(train, scored, config, err);
        classifier = trainer.train(sources, facts);
      }
      ClassifierParity parity =
          ClassifierExporter.exportOrFiner(
              classifier,
              precision.precision(),
              maxLoss,
              (scored == null ? train : scored).first(PARITY_TEXTS),
              file,
              PrecisionOption.refusals(err));
      ClassifierSummary.print(spec.commandLine().getOut(), file, classifier, parity);
    }
    return CommandLine.ExitCode.OK;
  }

  private static void describe(
      LabelledCorpus train,
      @Nullable LabelledCorpus dev,
      ClassifierConfig config,
      PrintWriter err) {
    err.printf(
        Locale.ROOT,
        "train: %,d texts of %,d classes; dev: %s; batches of %d, %s%d epochs%n",
        train.texts().size(),
        train.classes().size(),
        dev == null ? "none" : String.format(Locale.ROOT, "%,d texts", dev.texts().size()),
        config.training().optimization().batchSize(),
        dev == null ? "" : "at most ",
        config.training().optimization().epochs());
    err.flush();
  }
}
