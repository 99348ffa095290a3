package org.namespan.trainer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.SoftCorpus;
import org.namespan.trainer.network.transformer.PretrainedEncoder;
import org.namespan.trainer.pretrained.PretrainedTagger;
import org.namespan.trainer.training.TrainingSources;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that name what a tagger learns from and is scored on. */
final class SourceOptions {

  private static final List<String> DECIDED_BY_FROM =
      List.of("--preset", "--vectors", "--encoder", "--tokenizer", "--language");

  /** Stands for the bundled model, for no file has this name. */
  private static final String BUNDLED = "";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

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
  private @Nullable List<Path> dev;

  @Option(
      names = "--soft",
      paramLabel = "FILE",
      description =
          "Text labelled by 'namespan label', to train on beside --data; may be repeated.")
  private List<Path> soft = new ArrayList<>();

  @Mixin private VectorsOption vectors = new VectorsOption();

  @Option(
      names = "--from",
      arity = "0..1",
      fallbackValue = BUNDLED,
      paramLabel = "FILE",
      description = {
        "Model file (.onnx) to begin from, the bundled English model if no FILE follows: its network,"
            + " its words and how it splits text are taken over, and types that --data lacks are"
            + " kept. For 50 to 500 sentences of a new type or domain."
      })
  private @Nullable String from;

  @Option(
      names = "--encoder",
      paramLabel = "FILE",
      description =
          "Pre-trained encoder to fine-tune as a teacher, with --preset teacher: an ONNX file of a"
              + " BERT in float, or a jar with one.")
  private @Nullable Path encoder;

  @Option(
      names = "--tokenizer-json",
      paramLabel = "FILE",
      description =
          "Word pieces of the --encoder. Default: tokenizer.json in its jar or beside its file.")
  private @Nullable Path tokenizerJson;

  @Option(
      names = "--test",
      paramLabel = "FILE[=MAP]",
      description =
          "Corpus on which each finished tagger is scored once; nothing is chosen by it. May be"
              + " repeated.")
  private @Nullable List<Path> test;

  /**
   * What the files hold.
   *
   * @param training what the tagger learns from and each epoch is scored on
   * @param test what the finished tagger is scored on; null for nothing
   */
  record Sources(TrainingSources training, @Nullable Corpus test) {

    /** What to compare model file and network on; rather what was not learned by heart. */
    Corpus unlearned() {
      Corpus unlearned = training.dev() == null ? test : training.dev();
      return unlearned == null ? training.train() : unlearned;
    }
  }

  /**
   * Checks what goes with the preset.
   *
   * @param isTeacher whether the preset is the one for pre-trained encoders
   */
  void requireEncoder(boolean isTeacher) {
    if ((encoder != null) != isTeacher) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--encoder and --preset teacher need each other: give both or none");
    }
    if (encoder != null && vectors.isGiven()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--vectors are for a word table, which an --encoder does not have");
    }
  }

  /**
   * The tagger to begin from; null for none.
   *
   * @throws CommandLine.ParameterException if an option is given that such a tagger decides
   */
  @Nullable PretrainedTagger readFrom() throws IOException {
    if (from == null) {
      return null;
    }
    refuseBesideFrom(DECIDED_BY_FROM, spec);
    return from.equals(BUNDLED) ? PretrainedTagger.english() : PretrainedTagger.read(Path.of(from));
  }

  /** Refuses options whose values a model to begin from decides. */
  static void refuseBesideFrom(List<String> decided, CommandSpec spec) {
    for (String option : decided) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new CommandLine.ParameterException(
            spec.commandLine(),
            option + " does not go with --from, whose model decides that; leave one of them out");
      }
    }
  }

  /**
   * Reads all files, corpora by the options that say how.
   *
   * @param pretrained what {@link #readFrom} gave
   */
  Sources read(CorpusOptions options, @Nullable PretrainedTagger pretrained) throws IOException {
    Corpus train = Corpus.concat(options.readAll(data, spec));
    Set<String> types = new TreeSet<>(train.types());
    if (pretrained != null) {
      types.addAll(pretrained.types());
    }
    Corpus held = dev == null ? null : read(dev, types, options);
    Corpus unseen = test == null ? null : read(test, types, options);
    List<SoftCorpus> labelled = new ArrayList<>();
    for (Path file : soft) {
      labelled.add(SoftCorpus.read(file));
    }
    PretrainedEncoder transformer =
        encoder == null ? null : PretrainedEncoder.read(encoder, tokenizerJson);
    return new Sources(
        TrainingSources.of(train, held)
            .withSoft(labelled)
            .withVectors(vectors.read())
            .withEncoder(transformer)
            .withFrom(pretrained),
        unseen);
  }

  /** Checks types file by file: once joined, the line of a sentence no longer tells its file. */
  private Corpus read(List<Path> files, Set<String> known, CorpusOptions options)
      throws IOException {
    List<Corpus> corpora = options.readAll(files, spec);
    for (Corpus corpus : corpora) {
      corpus.requireTypes(known, "the training data");
    }
    return Corpus.concat(corpora);
  }
}
