package org.namespan.trainer.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.namespan.EntityTagger;
import picocli.CommandLine.Option;

/** The option that names a model file. */
final class ModelOption {

  @Option(
      names = {"-m", "--model"},
      paramLabel = "FILE",
      description = "Model file (.onnx). Default: the bundled English model.")
  private Path file;

  /** Loads the model that was named, or the bundled one. */
  EntityTagger load() throws IOException {
    return load(file);
  }

  /** Loads {@code file}, or the bundled model for null. */
  static EntityTagger load(Path file) throws IOException {
    return file == null ? EntityTagger.english() : EntityTagger.load(file);
  }
}
