package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.namespan.internal.text.TextModels;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.export.ModelExporter;
import org.namespan.trainer.export.ParityReport;
import org.namespan.trainer.network.Cell;
import org.namespan.trainer.text.TextModelLearner;
import org.namespan.trainer.training.Checkpoint;
import org.namespan.trainer.training.TaggerTrainer;
import org.namespan.trainer.training.TrainedTagger;
import org.namespan.trainer.training.TrainingConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code namespan train}. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    versionProvider = NamespanCommand.VersionProvider.class,
    sortOptions = false,
    description = {
      "Trains a tagger and writes it as one ONNX file, model.onnx in the folder of the run, beside"
          + " the checkpoint of the last epoch and training.jsonl."
    },
    footer = {
      "",
      "Example:",
      "  namespan train --preset standard --data train.conll --dev dev.conll --out runs/mine"
    })
final class TrainCommand implements Callable<Integer> {

  private static final int PARITY_SENTENCES = 1000;

  enum Tokenizer {
    LEARNED,
    WHITESPACE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      defaultValue = "standard",
      description = {
        "plain: the textbook recipe, a one-directional LSTM of 50 over word embeddings of 50.",
        "standard: the best recipe known. Default: ${DEFAULT-VALUE}."
      })
  private String preset;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Corpus to train on.")
  private Path data;

  @Option(
      names = "--dev",
      required = true,
      paramLabel = "FILE",
      description = "Corpus on which each epoch is scored and the best one chosen.")
  private Path dev;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the run; created if missing.")
  private Path out;

  @Option(names = "--resume", description = "Go on from the checkpoint in the folder of the run.")
  private boolean resume;

  @Mixin private CorpusOptions corpusOptions;

  @Option(
      names = "--tokenizer",
      paramLabel = "KIND",
      defaultValue = "learned",
      description =
          "How the model will split text: by OpenNLP models learned from the training tokens, or at"
              + " white space: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Tokenizer tokenizer;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      defaultValue = "en",
      description = "Language of the corpus, for the model file. Default: ${DEFAULT-VALUE}.")
  private String language;

  @Option(
      names = "--licence",
      paramLabel = "TEXT",
      description = "Licence of the corpus, for the model file.")
  private String licence;

  @Option(names = "--epochs", paramLabel = "N", description = "Passes over the data at most.")
  private Integer epochs;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description = "Stop after so many epochs without a better dev F1.")
  private Integer patience;

  @Option(names = "--batch-size", paramLabel = "N", description = "Sentences per step.")
  private Integer batchSize;

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      description = "Adam's rate at the start, for tables too.")
  private Double learningRate;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of everything random.")
  private Long seed;

  @Option(
      names = "--cell",
      paramLabel = "CELL",
      description = "Recurrent cell: ${COMPLETION-CANDIDATES}.")
  private Cell cell;

  @Option(
      names = "--bidirectional",
      paramLabel = "true|false",
      description = "Whether layers also read backwards.")
  private Boolean bidirectional;

  @Option(names = "--layers", paramLabel = "N", description = "Recurrent layers.")
  private Integer layers;

  @Option(names = "--hidden", paramLabel = "N", description = "State size per direction.")
  private Integer hidden;

  @Option(
      names = "--skip",
      paramLabel = "true|false",
      description = "Whether layers above the first add their input to their output.")
  private Boolean skip;

  @Option(names = "--word-dim", paramLabel = "N", description = "Width of word embeddings.")
  private Integer wordDim;

  @Option(
      names = "--min-count",
      paramLabel = "N",
      description = "Occurrences that a word needs for an embedding of its own.")
  private Integer minCount;

  @Option(
      names = "--dropout",
      paramLabel = "SHARE",
      description = "Share of the recurrent layers' inputs and outputs set to 0 in training.")
  private Double dropout;

  @Override
  public Integer call() throws IOException {
    TrainingConfig config = config();
    PrintWriter err = spec.commandLine().getErr();
    requireNoOtherRun();
    Corpus train = corpusOptions.read(data, err);
    Corpus held = corpusOptions.read(dev, err);
    err.printf(
        Locale.ROOT,
        "train: %,d sentences, %,d tokens; dev: %,d sentences, %,d tokens; types: %s%n",
        train.sentences().size(),
        train.tokenCount(),
        held.sentences().size(),
        held.tokenCount(),
        String.join(" ", train.types()));
    Files.createDirectories(out);
    try (ConsoleMonitor monitor = new ConsoleMonitor(err)) {
      TaggerTrainer trainer = new TaggerTrainer(config, out, monitor);
      TrainedTagger tagger =
          resume
              ? trainer.resume(train, held)
              : trainer.train(train, held, textModels(train), facts());
      Path file = out.resolve("model.onnx");
      ParityReport parity = ModelExporter.export(tagger, sample(held), file);
      ExportSummary.print(spec.commandLine().getOut(), file, tagger, parity);
    }
    return CommandLine.ExitCode.OK;
  }

  /** A run that took hours is not written over by chance. */
  private void requireNoOtherRun() throws IOException {
    Path checkpoint = out.resolve(Checkpoint.FILE_NAME);
    if (!resume && Files.exists(checkpoint)) {
      throw new IOException(
          checkpoint
              + ": the folder holds another run; add --resume to go on with it, or choose another"
              + " --out");
    }
  }

  private TrainingConfig config() {
    try {
      TrainingConfig.Builder builder = TrainingConfig.preset(preset);
      if (epochs != null) {
        builder.optEpochs(epochs);
      }
      if (patience != null) {
        builder.optPatience(patience);
      }
      if (batchSize != null) {
        builder.optBatchSize(batchSize);
      }
      if (learningRate != null) {
        builder.optLearningRate(learningRate).optTableLearningRate(learningRate);
      }
      if (seed != null) {
        builder.optSeed(seed);
      }
      if (cell != null) {
        builder.optCell(cell);
      }
      if (bidirectional != null) {
        builder.optBidirectional(bidirectional);
      }
      if (layers != null) {
        builder.optLayers(layers);
      }
      if (hidden != null) {
        builder.optHidden(hidden);
      }
      if (skip != null) {
        builder.optSkip(skip);
      }
      if (wordDim != null) {
        builder.optWordDim(wordDim);
      }
      if (minCount != null) {
        builder.optMinCount(minCount);
      }
      if (dropout != null) {
        builder.optDropout(dropout);
      }
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private TextModels textModels(Corpus train) {
    if (tokenizer == Tokenizer.WHITESPACE) {
      return TextModels.whitespace();
    }
    List<List<String>> sentences = new ArrayList<>();
    for (Sentence sentence : train.sentences()) {
      sentences.add(sentence.tokens());
    }
    return TextModelLearner.learn(sentences, language);
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("language", language);
    if (licence != null) {
      facts.put("training.licence", licence);
    }
    return facts;
  }

  private static List<List<String>> sample(Corpus corpus) {
    return corpus.sentences().stream().limit(PARITY_SENTENCES).map(Sentence::tokens).toList();
  }
}
