package org.namespan.trainer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.pretrained.PretrainedClassifier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option that names a classifier to begin from. */
final class ClassifierFromOption {

  private static final List<String> DECIDED =
      List.of(
          "--preset",
          "--pooling",
          "--several",
          "--clean",
          "--vectors",
          "--tokenizer",
          "--language");

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description =
          "Model file (.onnx) of a classifier to begin from: its network, its words, and how it"
              + " cleans and splits text are taken over, and what it has learned of the classes that"
              + " --data has, too. For few texts of new classes or of another kind.")
  private @Nullable Path from;

  /**
   * The classifier to begin from; null for none.
   *
   * @throws picocli.CommandLine.ParameterException if an option is given that it decides
   */
  @Nullable PretrainedClassifier read(CommandSpec spec) throws IOException {
    if (from == null) {
      return null;
    }
    SourceOptions.refuseBesideFrom(DECIDED, spec);
    return PretrainedClassifier.read(from);
  }
}
