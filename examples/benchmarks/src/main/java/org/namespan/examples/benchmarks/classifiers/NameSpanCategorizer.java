package org.namespan.examples.benchmarks.classifiers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.namespan.classification.TextClassifier;

/** A model of NameSpan. */
final class NameSpanCategorizer implements Categorizer {

  private final Path file;
  private final TextClassifier classifier;

  NameSpanCategorizer(Path file) throws IOException {
    this.file = file;
    this.classifier = TextClassifier.load(file);
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public List<String> classify(List<String> texts) {
    return classifier.classifyAll(texts).stream().map(found -> found.best().name()).toList();
  }

  @Override
  public long bytes() {
    return file.toFile().length();
  }

  @Override
  public void close() {
    classifier.close();
  }

  /** Whether the file holds a classifier that gives texts one class. */
  static void require(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + ": no such file; expected a model of a classifier");
    }
    try (TextClassifier classifier = TextClassifier.load(file)) {
      if (classifier.info().severalClasses()) {
        throw new IOException(
            file + ": gives texts any number of classes; expected a model that gives them one");
      }
    }
  }
}
