package org.namespan.trainer.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.namespan.EntityTagger;
import org.namespan.model.session.TaggerSession;
import org.namespan.model.text.TextModels;
import picocli.CommandLine.Option;

/** The option that says how a classifier will split text. */
final class ClassifierTokenizerOption {

  private static final String BUNDLED = "/org/namespan/model/en/namespan-en.onnx";

  @Option(
      names = "--tokenizer",
      paramLabel = "NAME",
      defaultValue = "english",
      description =
          "How the model will split text: english, as the bundled English model does; whitespace, at"
              + " white space; or as a tagger does, whose model file is given. Default:"
              + " ${DEFAULT-VALUE}.")
  private String tokenizer;

  /** The text models that were chosen. */
  TextModels read() throws IOException {
    if (tokenizer.equals("whitespace")) {
      return TextModels.whitespace();
    }
    if (!tokenizer.equals("english")) {
      try (TaggerSession session = TaggerSession.open(Path.of(tokenizer))) {
        return session.metadata().textModels();
      }
    }
    try (InputStream stream = EntityTagger.class.getResourceAsStream(BUNDLED)) {
      if (stream == null) {
        throw new FileNotFoundException("the bundled English model is not on the class path");
      }
      try (TaggerSession session = TaggerSession.open(stream)) {
        return session.metadata().textModels();
      }
    }
  }
}
