package org.namespan.internal.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.namespan.ExplainedToken;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.tag.Tag;
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
   * The tokens of a sentence, explained. What is not shown to the network is surely outside.
   *
   * @param marginals probabilities {@code [time, labels]} of what is shown, row after row
   */
  List<ExplainedToken> explain(List<Token> sentence, SentenceView view, float[] marginals) {
    List<ExplainedToken> explained = new ArrayList<>(sentence.size());
    int shown = 0;
    for (int t = 0; t < sentence.size(); t++) {
      Token token = sentence.get(t);
      boolean isShown = shown < view.size() && view.place(shown) == t;
      boolean unknown = isShown && !features.holdsWord(view.token(shown));
      Map<String, Double> probabilities = isShown ? likeliestFirst(marginals, shown) : outside();
      shown += isShown ? 1 : 0;
      explained.add(
          new ExplainedToken(token.text(), token.start(), token.end(), unknown, probabilities));
    }
    return explained;
  }

  private Map<String, Double> outside() {
    Map<String, Double> probabilities = new LinkedHashMap<>();
    probabilities.put(Tag.OUTSIDE.toString(), 1.0);
    for (String label : labels) {
      probabilities.putIfAbsent(label, 0.0);
    }
    return Collections.unmodifiableMap(probabilities);
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
