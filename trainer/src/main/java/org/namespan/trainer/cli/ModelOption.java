package org.namespan.trainer.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.namespan.EntityTagger;
import org.namespan.TaggerOptions;
import org.namespan.trainer.io.Sha256;
import org.namespan.trainer.training.Checkpoint;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that name a model file and say how it is run. */
final class ModelOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = {"-m", "--model"},
      paramLabel = "FILE",
      description = "Model file (.onnx). Default: the bundled English model.")
  private @Nullable Path file;

  @Option(
      names = "--min-score",
      paramLabel = "SCORE",
      description =
          "Report entities above this score, from 0 to below 1: 0.7 for fewer and surer ones, 0.2 for"
              + " more of them, 0 for those of the best path. Default: the model's own, see 'namespan"
              + " inspect'.")
  private @Nullable Double minScore;

  /** Loads the model that was named, or the bundled one, with a min score of its own. */
  EntityTagger load(double minScore) throws IOException {
    return load(file, options(minScore));
  }

  /** Loads the model that was named, or the bundled one. */
  EntityTagger load() throws IOException {
    requireMinScore(minScore, spec);
    return load(file, options(minScore));
  }

  /** Loads the model that was named, or the bundled one, with other options than those of here. */
  EntityTagger load(UnaryOperator<TaggerOptions> more) throws IOException {
    requireMinScore(minScore, spec);
    return load(file, more.apply(options(minScore)));
  }

  /** SHA-256 of the model file. */
  String digest() throws IOException {
    Sha256 digest = new Sha256();
    try (InputStream in = digest.adding(file == null ? bundled() : Files.newInputStream(file))) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return digest.hex();
  }

  private static InputStream bundled() throws IOException {
    InputStream bundled =
        EntityTagger.class
            .getClassLoader()
            .getResourceAsStream("org/namespan/model/en/namespan-en.onnx");
    if (bundled == null) {
      throw new FileNotFoundException("the bundled English model is not on the class path");
    }
    return bundled;
  }

  /** Loads the model that was named, which may be the folder of a run, to score it. */
  ScoredTagger loadScored() throws IOException {
    requireMinScore(minScore, spec);
    return ScoredTagger.open(file, minScore);
  }

  /** What a page calls the model. */
  String name() {
    return file == null ? "the bundled English model" : file.toString();
  }

  /** Whether the folder of a run was named. */
  boolean isRun() {
    return file != null && Checkpoint.isIn(file);
  }

  /** How a model runs with a min score; null for its own. */
  static TaggerOptions options(@Nullable Double minScore) {
    return minScore == null
        ? TaggerOptions.defaults()
        : TaggerOptions.defaults().withMinScore(minScore);
  }

  /** Refuses what is no score to report entities from; null, for none given, is let through. */
  static void requireMinScore(@Nullable Double minScore, CommandSpec spec) {
    if (minScore != null && !(minScore >= 0 && minScore < 1)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--min-score is " + minScore + ", expected 0 to less than 1");
    }
  }

  /** Loads {@code file}, or the bundled model for null. */
  static EntityTagger load(@Nullable Path file) throws IOException {
    return load(file, TaggerOptions.defaults());
  }

  /** Loads {@code file}, or the bundled model for null. */
  static EntityTagger load(@Nullable Path file, TaggerOptions options) throws IOException {
    return file == null ? EntityTagger.english(options) : EntityTagger.load(file, options);
  }
}
