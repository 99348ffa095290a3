package org.namespan.trainer.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.vectors.WordVectors;
import picocli.CommandLine.Option;

/** The option that names word vectors to start from. */
final class VectorsOption {

  @Option(
      names = "--vectors",
      paramLabel = "FILE",
      description =
          "Word vectors that word embeddings start from, in the text form of word2vec, GloVe or"
              + " fastText, plain or gzip; projected to --word-dim by their principal components.")
  private @Nullable Path vectors;

  boolean isGiven() {
    return vectors != null;
  }

  /** The vectors; null for none. */
  @Nullable WordVectors read() throws IOException {
    return vectors == null ? null : WordVectors.read(vectors);
  }
}
