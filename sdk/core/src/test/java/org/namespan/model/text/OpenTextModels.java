package org.namespan.model.text;

/** What the models of {@link TextModels} say before any rule, for tests of other packages. */
public final class OpenTextModels {

  private final StatisticalTokenizer tokenizer;
  private final StatisticalSentenceDetector sentenceDetector;

  /**
   * @param models not of white space
   */
  public OpenTextModels(TextModels models) {
    this.tokenizer = (StatisticalTokenizer) models.tokenizer();
    this.sentenceDetector = (StatisticalSentenceDetector) models.sentenceDetector();
  }

  /** Whether the tokenizer parts a pre-token at a place inside it. */
  public boolean isBoundary(String preToken, int place) {
    return tokenizer.isBoundary(preToken, place);
  }

  /** The sentence ends inside a paragraph. */
  public int[] sentenceEnds(String paragraph) {
    return sentenceDetector.innerEnds(paragraph);
  }
}
