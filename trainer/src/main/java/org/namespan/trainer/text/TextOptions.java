package org.namespan.trainer.text;

import java.io.IOException;
import java.util.Locale;
import org.namespan.model.text.TextModels;
import org.namespan.trainer.corpus.Corpus;

/**
 * How a model is to split text.
 *
 * @param tokenizer what finds tokens and sentences
 * @param language ISO 639-1 code of the corpus, such as {@code en}
 */
public record TextOptions(Tokenizer tokenizer, String language) {

  /** What each {@link Tokenizer} splits text by, in their order, for the help page. */
  public static final String TOKENIZERS =
      "by OpenNLP models learned from the training tokens, or at white space";

  /** What finds tokens and sentences. */
  public enum Tokenizer {
    /** OpenNLP models, learned from the training tokens. */
    LEARNED,
    /** White space, and blank lines between sentences. */
    WHITESPACE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Splits text by models learned from the training tokens. */
  public static TextOptions learned(String language) {
    return new TextOptions(Tokenizer.LEARNED, language);
  }

  /** Splits text at white space. */
  public static TextOptions whitespace(String language) {
    return new TextOptions(Tokenizer.WHITESPACE, language);
  }

  /**
   * The models for a model file; the same corpus always gives the same.
   *
   * @throws IOException if the corpus is too small to learn from
   */
  public TextModels models(Corpus train) throws IOException {
    if (tokenizer == Tokenizer.WHITESPACE) {
      return TextModels.whitespace();
    }
    try {
      return TextModelLearner.learn(train.sentences(), language);
    } catch (IllegalArgumentException e) {
      throw new IOException(
          train.name() + ": " + e.getMessage() + "; more sentences help, or --tokenizer whitespace",
          e);
    }
  }
}
