package org.namespan.examples.spark.model;

import java.io.IOException;
import java.io.InputStream;
import org.namespan.classification.TextClassifier;
import org.namespan.model.session.ClassifierSession;
import org.namespan.model.text.TextTokenizer;

/** A text classifier, and how it reads text. Owns the classifier. */
public final class ClassifierModel implements SharedModel {

  private final TextClassifier classifier;
  private final TextTokenizer tokenizer;

  private ClassifierModel(TextClassifier classifier, TextTokenizer tokenizer) {
    this.classifier = classifier;
    this.tokenizer = tokenizer;
  }

  /** Loads a model file, as {@link ModelFiles#find} finds it. */
  static ClassifierModel load(String model) throws IOException {
    try (InputStream file = ModelFiles.open(model);
        ClassifierSession session = ClassifierSession.open(file)) {
      return new ClassifierModel(TextClassifier.load(ModelFiles.find(model)), session.tokenizer());
    }
  }

  /** Tells classes. */
  public TextClassifier classifier() {
    return classifier;
  }

  @Override
  public int countTokens(String text) {
    return tokenizer.tokens(text).size();
  }

  @Override
  public void close() {
    classifier.close();
  }
}
