package org.namespan.internal.text;

import java.util.Arrays;

/**
 * How a model splits text, as its file says it. The arrays are not copied.
 *
 * @param tokenizer {@value #OPENNLP} or {@value #WHITESPACE}
 * @param tokenizerModel a serialised OpenNLP tokenizer model; empty for {@value #WHITESPACE}
 * @param sentenceModel a serialised OpenNLP sentence model; empty for {@value #WHITESPACE}
 */
public record TextModels(String tokenizer, byte[] tokenizerModel, byte[] sentenceModel) {

  /** OpenNLP's statistical tokenizer and sentence detector. */
  public static final String OPENNLP = "opennlp-me";

  /** Tokens between white space, sentences between blank lines. */
  public static final String WHITESPACE = "opennlp-whitespace";

  /** Splits by two models. */
  public static TextModels openNlp(byte[] tokenizerModel, byte[] sentenceModel) {
    return new TextModels(OPENNLP, tokenizerModel, sentenceModel);
  }

  /** Splits at white space. */
  public static TextModels whitespace() {
    return new TextModels(WHITESPACE, new byte[0], new byte[0]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TextModels
        && tokenizer.equals(((TextModels) other).tokenizer)
        && Arrays.equals(tokenizerModel, ((TextModels) other).tokenizerModel)
        && Arrays.equals(sentenceModel, ((TextModels) other).sentenceModel);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(tokenizerModel) + Arrays.hashCode(sentenceModel);
  }
}
