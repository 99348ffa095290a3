package org.namespan.trainer.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.WordCase;
import org.namespan.model.text.TokenView;
import org.namespan.trainer.corpus.ShownCorpus;
import org.namespan.trainer.vectors.WordVectors;

/**
 * Finds words without a vector. Words are told apart as networks do it at the most generous: in
 * lower case, digits as 0; tokens that networks are not shown, such as quotation marks, do not
 * count.
 */
public final class VectorCheck implements CorpusCheck {

  private static final FeatureRecipe FORMS = new FeatureRecipe(WordCase.LOWER, true, List.of());

  private final Set<String> known = new HashSet<>();

  /** Looks up words in these vectors. */
  public VectorCheck(WordVectors vectors) {
    vectors.words().forEach(word -> known.add(FORMS.wordForm(TokenView.of(word))));
  }

  @Override
  public List<Finding> run(CheckedCorpora corpora) {
    Map<String, Integer> counts = new HashMap<>();
    for (List<String> sentence : ShownCorpus.tokens(corpora.joined())) {
      sentence.forEach(token -> counts.merge(FORMS.wordForm(token), 1, Integer::sum));
    }
    List<Map.Entry<String, Integer>> unknown = new ArrayList<>();
    long tokens = 0;
    long unknownTokens = 0;
    for (Map.Entry<String, Integer> word : counts.entrySet()) {
      tokens += word.getValue();
      if (!known.contains(word.getKey())) {
        unknown.add(word);
        unknownTokens += word.getValue();
      }
    }
    unknown.sort(
        Comparator.comparing((Map.Entry<String, Integer> word) -> -word.getValue())
            .thenComparing(Map.Entry::getKey));
    String summary =
        unknown.isEmpty()
            ? ""
            : String.format(
                Locale.ROOT,
                "%,d of %,d words (%.1f %%), %,d of %,d tokens (%.1f %%)",
                unknown.size(),
                counts.size(),
                100.0 * unknown.size() / counts.size(),
                unknownTokens,
                tokens,
                100.0 * unknownTokens / tokens);
    List<Case> cases = new ArrayList<>();
    for (Map.Entry<String, Integer> word : unknown) {
      cases.add(
          new Case(
              word.getKey() + " " + word.getValue(),
              Map.of("word", word.getKey(), "count", word.getValue()),
              List.of()));
    }
    return List.of(new Finding(FindingKind.WITHOUT_VECTOR, summary, cases));
  }
}
