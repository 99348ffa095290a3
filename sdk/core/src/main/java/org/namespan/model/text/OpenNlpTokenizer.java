package org.namespan.model.text;

import opennlp.tools.dictionary.Dictionary;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.tokenize.TokenContextGenerator;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.StringList;

/**
 * Splits pre-tokens by OpenNLP's own evaluation, as {@link TokenizerME} does: for models with a
 * dictionary of abbreviations, a factory of their own or another algorithm than maxent.
 */
final class OpenNlpTokenizer extends StatisticalTokenizer {

  private final Dictionary abbreviations;
  private final MaxentModel classifier;
  private final TokenContextGenerator contexts;

  OpenNlpTokenizer(TokenizerModel model) {
    Dictionary ofModel = model.getAbbreviations();
    this.abbreviations = ofModel == null ? new Dictionary() : ofModel;
    this.classifier = model.getMaxentModel();
    this.contexts = model.getFactory().getContextGenerator();
  }

  @Override
  boolean isAbbreviation(String preToken) {
    return abbreviations.contains(new StringList(preToken));
  }

  @Override
  boolean isBoundary(String preToken, int place) {
    double[] outcomes = classifier.eval(contexts.getContext(preToken, place));
    return classifier.getBestOutcome(outcomes).equals(TokenizerME.SPLIT);
  }
}
