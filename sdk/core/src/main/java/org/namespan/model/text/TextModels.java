package org.namespan.model.text;

import java.util.Arrays;

/** How a model splits text, as its file says it. The arrays are not copied. */
public final class TextModels {

  /** OpenNLP's statistical tokenizer and sentence detector. */
  public static final String OPENNLP = "opennlp-me";

  /** Tokens between white space, sentences between blank lines. */
  public static final String WHITESPACE = "opennlp-whitespace";

  private final String tokenizer;
  private final byte[] tokenizerModel;
  private final byte[] sentenceModel;

  private TextModels(String tokenizer, byte[] tokenizerModel, byte[] sentenceModel) {
    this.tokenizer = tokenizer;
    this.tokenizerModel = tokenizerModel;
    this.sentenceModel = sentenceModel;
  }

  /**
   * Splits by two models.
   *
   * @param tokenizerModel a serialised OpenNLP tokenizer model
   * @param sentenceModel a serialised OpenNLP sentence model
   */
  public static TextModels openNlp(byte[] tokenizerModel, byte[] sentenceModel) {
    return new TextModels(OPENNLP, tokenizerModel, sentenceModel);
  }

  /** Splits at white space. */
  public static TextModels whitespace() {
    return new TextModels(WHITESPACE, new byte[0], new byte[0]);
  }

  /** {@value #OPENNLP} or {@value #WHITESPACE}. */
  public String tokenizer() {
    return tokenizer;
  }

  /** A serialised OpenNLP tokenizer model; empty for {@value #WHITESPACE}. */
  public byte[] tokenizerModel() {
    return tokenizerModel;
  }

  /** A serialised OpenNLP sentence model; empty for {@value #WHITESPACE}. */
  public byte[] sentenceModel() {
    return sentenceModel;
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
