package org.namespan.trainer.cli;

import ai.djl.Device;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.namespan.model.text.TextModels;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.config.TrainingConfigBuilder;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.SoftCorpus;
import org.namespan.trainer.export.ModelExporter;
import org.namespan.trainer.export.ParityReport;
import org.namespan.trainer.text.TextModelLearner;
import org.namespan.trainer.training.Checkpoint;
import org.namespan.trainer.training.TaggerScorer;
import org.namespan.trainer.training.TaggerTrainer;
import org.namespan.trainer.training.TrainedTagger;
import org.namespan.trainer.training.TrainingSources;
import org.namespan.trainer.vectors.WordVectors;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code namespan train}. */
@Command(
    name = "train",
    modelTransformer = SettingOptions.class,
    header = "Trains a tagger on your corpus.",
    customSynopsis = "namespan train --data FILE[=MAP] [--dev FILE[=MAP]] --out DIR [OPTION]...",
    description = {
      "Writes the tagger as one ONNX file, model.onnx in the folder of the run, beside the"
          + " checkpoint of the last epoch and training.jsonl. A run that was cut off goes on"
          + " with --resume and the same options.",
      "",
      "Each option has two defaults, of the presets standard and plain. Below "
          + TrainingConfigBuilder.SMALL_CORPUS
          + " training sentences --batch-size is 8, --epochs 30, --patience 10 and --min-count 1"
          + " unless given.",
      "",
      "Corpora whose types differ train one tagger when each has a type map, a file of lines such"
          + " as: PER = person. What a corpus does not tell can be left open in it: gpe ="
          + " location? or, for a type that it is not annotated with, open time."
    },
    footer = {
      "",
      "Examples:",
      "  namespan train --data train.conll --dev dev.conll --out runs/mine",
      "  namespan train --data train.conll --dev dev.conll --out runs/mine --resume",
      "  namespan train --data gmb.csv.gz=gmb.map --data ewt.iob2=uner.map \\",
      "    --dev dev.iob2=uner.map --out runs/both"
    })
final class TrainCommand implements Callable<Integer> {

  private static final int PARITY_SENTENCES = 10_000;
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

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
      names = "--data",
      required = true,
      paramLabel = "FILE[=MAP]",
      description =
          "Corpus to train on, with the map of its types; may be repeated, and a corpus given twice"
              + " counts twice.")
  private List<Path> data;

  @Option(
      names = "--dev",
      paramLabel = "FILE[=MAP]",
      description =
          "Corpus on which each epoch is scored and the best one chosen; may be repeated. Without"
              + " it, all epochs are run and the last one is kept.")
  private List<Path> dev;

  @Option(
      names = "--soft",
      paramLabel = "FILE",
      description =
          "Text labelled by 'namespan label', to train on beside --data; may be repeated.")
  private List<Path> soft = new ArrayList<>();

  @Option(
      names = "--vectors",
      paramLabel = "FILE",
      description =
          "Word vectors that word embeddings start from, in the text form of word2vec, GloVe or"
              + " fastText, plain or gzip; projected to --word-dim by their principal components.")
  private Path vectors;

  @Option(
      names = "--test",
      paramLabel = "FILE[=MAP]",
      description =
          "Corpus on which the finished tagger is scored once, for the model file; nothing is chosen"
              + " by it. May be repeated.")
  private List<Path> test;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "DIR",
      description = "Folder of the run; created if missing.")
  private Path out;

  @Option(names = "--resume", description = "Go on from the checkpoint in the folder of the run.")
  private boolean resume;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      defaultValue = "standard",
      completionCandidates = Names.Presets.class,
      description = {
        "standard: the best recipe known, a BiLSTM over embeddings of words and their parts.",
        "plain: the textbook recipe, a one-directional LSTM over word embeddings.",
        "Default: ${DEFAULT-VALUE}."
      })
  private String preset;

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
          "Where to train: cpu, gpu, or gpu1 and so on for one of several GPUs, counted from 0. A run"
              + " may be resumed on another device, but gives other weights then. Default:"
              + " ${DEFAULT-VALUE}.")
  private String device;

  @Mixin private PrecisionOption precision = new PrecisionOption();

  @ArgGroup(validate = false, heading = CorpusOptions.HEADING)
  private CorpusOptions corpusOptions = new CorpusOptions();

  @Override
  public Integer call() throws IOException {
    // Before any work: values that cannot train are mistakes of the command line.
    config(Integer.MAX_VALUE);
    double maxLoss = precision.maxLoss(spec);
    Device trainedOn = DeviceName.read(device, spec);
    requireNoOtherRun();
    Outputs.requireFolder(out);
    Path file = out.resolve("model.onnx");
    Outputs.requireFile(file);
    Corpus train = Corpus.concat(corpusOptions.readAll(data, spec));
    Corpus held = dev == null ? null : read(dev, train.types());
    TrainingConfig config = config(train.sentences().size());
    Corpus unseen = test == null ? null : read(test, train.types());
    TrainingSources sources =
        TrainingSources.of(train, held)
            .withSoft(readSoft())
            .withVectors(vectors == null ? null : WordVectors.read(vectors));
    PrintWriter err = spec.commandLine().getErr();
    try (ConsoleMonitor monitor = new ConsoleMonitor(out, err)) {
      TaggerTrainer trainer = new TaggerTrainer(config, trainedOn, out, monitor);
      TrainedTagger tagger;
      if (resume) {
        tagger = trainer.resume(sources);
      } else {
        describe(train, held, config, err);
        tagger = trainer.train(sources, textModels(train), allFacts());
      }
      if (unseen != null) {
        tagger =
            tagger
                .withFacts(Map.of("test.data", facts.getOrDefault("test.data", unseen.name())))
                .withTestScores(TaggerScorer.score(tagger, unseen));
      }
      Corpus sample = sample(held, unseen, train);
      ParityReport parity =
          ModelExporter.export(tagger, precision.precision(), maxLoss, sample, file);
      ExportSummary.print(spec.commandLine().getOut(), file, tagger, parity);
    }
    return CommandLine.ExitCode.OK;
  }

  /** Sentences to compare model file and network on; rather such as were not learned by heart. */
  private static Corpus sample(Corpus dev, Corpus test, Corpus train) {
    Corpus unlearned = dev == null ? test : dev;
    Corpus compared = unlearned == null ? train : unlearned;
    return compared.first(PARITY_SENTENCES);
  }

  private List<SoftCorpus> readSoft() throws IOException {
    List<SoftCorpus> read = new ArrayList<>();
    for (Path file : soft) {
      read.add(SoftCorpus.read(file));
    }
    return read;
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

  /** Checks types file by file: once joined, the line of a sentence no longer tells its file. */
  private Corpus read(List<Path> files, Set<String> known) throws IOException {
    List<Corpus> corpora = corpusOptions.readAll(files, spec);
    for (Corpus corpus : corpora) {
      corpus.requireTypes(known, "the training data");
    }
    return Corpus.concat(corpora);
  }

  private TrainingConfig config(int sentences) {
    if (!LANGUAGE.matcher(language).matches()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--language is '" + language + "', expected a code such as en");
    }
    try {
      TrainingConfigBuilder builder = TrainingConfig.preset(preset).optCorpusSize(sentences);
      SettingOptions.apply(spec, builder);
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static void describe(Corpus train, Corpus dev, TrainingConfig config, PrintWriter err) {
    err.printf(
        Locale.ROOT,
        "train: %s; dev: %s; types: %s; batches of %d, %s%d epochs%n",
        size(train),
        dev == null ? "none" : size(dev),
        String.join(" ", train.types()),
        config.optimization().batchSize(),
        dev == null ? "" : "at most ",
        config.optimization().epochs());
    err.flush();
  }

  private static String size(Corpus corpus) {
    return String.format(
        Locale.ROOT, "%,d sentences, %,d tokens", corpus.sentences().size(), corpus.tokenCount());
  }

  private TextModels textModels(Corpus train) throws IOException {
    if (tokenizer == Tokenizer.WHITESPACE) {
      return TextModels.whitespace();
    }
    try {
      return TextModelLearner.learn(train.tokens(), language);
    } catch (IllegalArgumentException e) {
      throw new IOException(
          train.name() + ": " + e.getMessage() + "; more sentences help, or --tokenizer whitespace",
          e);
    }
  }

  private Map<String, String> allFacts() {
    Map<String, String> all = new TreeMap<>(Map.of("language", language));
    all.putAll(facts);
    return all;
  }
}
