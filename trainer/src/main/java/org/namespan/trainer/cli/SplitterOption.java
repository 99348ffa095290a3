package org.namespan.trainer.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.namespan.EntityTagger;
import org.namespan.model.session.TaggerSession;
import org.namespan.model.text.TextSplitter;
import org.namespan.trainer.training.Checkpoint;
import org.namespan.trainer.training.TrainedTagger;
import picocli.CommandLine.Option;

/** The option that names the model whose tokenizer and sentence detector split text. */
final class SplitterOption {

  private static final String BUNDLED = "/org/namespan/model/en/namespan-en.onnx";

  @Option(
      names = {"-m", "--model"},
      paramLabel = "MODEL",
      description =
          "Model file, or folder of a run, whose tokenizer and sentence detector split text."
              + " Default: the bundled English model.")
  private @Nullable Path model;

  /** The splitter of the model that was named, or of the bundled one. */
  TextSplitter load() throws IOException {
    if (model != null && Checkpoint.isIn(model)) {
      return TextSplitter.of(TrainedTagger.read(model).metadata().textModels());
    }
    if (model != null) {
      try (TaggerSession session = TaggerSession.open(model)) {
        return session.splitter();
      }
    }
    try (InputStream stream = EntityTagger.class.getResourceAsStream(BUNDLED)) {
      if (stream == null) {
        throw new FileNotFoundException("the bundled English model is not on the class path");
      }
      try (TaggerSession session = TaggerSession.open(stream)) {
        return session.splitter();
      }
    }
  }
}
