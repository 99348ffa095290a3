package org.namespan.examples.reliability.mutants;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.namespan.EntityTagger;
import org.namespan.classification.TextClassifier;

/** A way to load a model. */
enum Route {
  PATH {
    @Override
    EntityTagger tagger(byte[] model, Path file) throws IOException {
      return EntityTagger.load(Files.write(file, model));
    }

    @Override
    TextClassifier classifier(byte[] model, Path file) throws IOException {
      return TextClassifier.load(Files.write(file, model));
    }
  },

  STREAM {
    @Override
    EntityTagger tagger(byte[] model, Path file) throws IOException {
      return EntityTagger.load(new ByteArrayInputStream(model));
    }

    @Override
    TextClassifier classifier(byte[] model, Path file) throws IOException {
      return TextClassifier.load(new ByteArrayInputStream(model));
    }
  },

  BUFFER {
    @Override
    EntityTagger tagger(byte[] model, Path file) throws IOException {
      return EntityTagger.load(ByteBuffer.wrap(model));
    }

    @Override
    TextClassifier classifier(byte[] model, Path file) throws IOException {
      return TextClassifier.load(ByteBuffer.wrap(model));
    }
  };

  /**
   * Loads a tagger.
   *
   * @param file to write it to, where a file is loaded
   */
  abstract EntityTagger tagger(byte[] model, Path file) throws IOException;

  /** Loads a classifier. */
  abstract TextClassifier classifier(byte[] model, Path file) throws IOException;
}
