package org.namespan.model.text;

/** Splits pre-tokens by a maxent model over the features of OpenNLP's default tokenizer. */
final class MaxentTokenizer extends StatisticalTokenizer {

  private final BinaryMaxentModel model;
  private final TokenBoundaryFeatures features;

  /**
   * @param model its positive outcome is a boundary
   */
  MaxentTokenizer(BinaryMaxentModel model) {
    this.model = model;
    this.features = new TokenBoundaryFeatures(model);
  }

  BinaryMaxentModel model() {
    return model;
  }

  @Override
  boolean isBoundary(String preToken, int place) {
    return model.isPositive(features.logOdds(preToken, place));
  }
}
