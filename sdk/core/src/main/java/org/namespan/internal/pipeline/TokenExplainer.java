package org.namespan.internal.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.namespan.ExplainedToken;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.text.CleanText;
import org.namespan.model.text.Token;

/** Puts what a model says of tokens into words. Immutable, safe for use by many threads. */
final class TokenExplainer {

  private final TokenFeatures features;
  private final List<String> labels;

  TokenExplainer(TokenFeatures features, List<String> labels) {
    this.features = features;
    this.labels = labels;
  }

  /**
   * The tokens of a sentence, explained.
   *
   * @param marginals probabilities {@code [time, labels]}, row after row
   */
  List<ExplainedToken> explain(List<Token> sentence, float[] marginals) {
    List<ExplainedToken> explained = new ArrayList<>(sentence.size());
    for (int t = 0; t < sentence.size(); t++) {
      Token token = sentence.get(t);
      String text = token.text();
      boolean unknown = features.wordId(CleanText.ofToken(text)) == TokenFeatures.UNK;
      explained.add(
          new ExplainedToken(
              text, token.start(), token.end(), unknown, likeliestFirst(marginals, t)));
    }
    return explained;
  }

  private Map<String, Double> likeliestFirst(float[] marginals, int t) {
    int from = t * labels.size();
    List<Integer> order = new ArrayList<>();
    for (int y = 0; y < labels.size(); y++) {
      order.add(y);
    }
    order.sort((a, b) -> Float.compare(marginals[from + b], marginals[from + a]));
    Map<String, Double> probabilities = new LinkedHashMap<>();
    for (int y : order) {
      probabilities.put(labels.get(y), (double) marginals[from + y]);
    }
    return Collections.unmodifiableMap(probabilities);
  }
}
