package org.namespan.trainer.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What lies behind the scores of an {@link EvaluationResult}. {@link DetailReport} writes it.
 *
 * @param matching counts in the four schemes of nervaluate
 * @param byEntityLength scores by the length of the entity: 1, 2, 3, and 4 or more tokens
 * @param bySentenceLength scores by the length of the sentence: to 10, to 20, to 40, and 41 or more
 *     tokens
 * @param byCase scores with the tokens as they are, in lower and in upper case; empty where no
 *     model is at hand
 * @param confusions the commonest words of each kind of error, the most frequent kind first
 * @param tokenizer what the tokenizer of the model has its part in; empty where it was not measured
 */
public record EvaluationDetail(
    Map<MatchScheme, MatchScores> matching,
    List<ScoreGroup> byEntityLength,
    List<ScoreGroup> bySentenceLength,
    List<ScoreGroup> byCase,
    List<ConfusedWords> confusions,
    Optional<TokenizerErrors> tokenizer) {

  /** Copies the map and the lists. */
  public EvaluationDetail {
    matching = Collections.unmodifiableMap(new EnumMap<>(matching));
    byEntityLength = List.copyOf(byEntityLength);
    bySentenceLength = List.copyOf(bySentenceLength);
    byCase = List.copyOf(byCase);
    confusions = List.copyOf(confusions);
  }

  /** What predictions alone tell: without cases and tokenizer. */
  public static EvaluationDetail of(List<ComparedSentence> corpus) {
    Map<MatchScheme, MatchScores> matching = new EnumMap<>(MatchScheme.class);
    for (MatchScheme scheme : MatchScheme.values()) {
      matching.put(scheme, MatchScores.of(corpus, scheme));
    }
    return new EvaluationDetail(
        matching,
        ScoreGroup.byEntityLength(corpus),
        ScoreGroup.bySentenceLength(corpus),
        List.of(),
        ConfusedWords.find(corpus),
        Optional.empty());
  }

  /** The same with what a model tells besides. */
  public EvaluationDetail withModel(List<ScoreGroup> byCase, Optional<TokenizerErrors> tokenizer) {
    return new EvaluationDetail(
        matching, byEntityLength, bySentenceLength, byCase, confusions, tokenizer);
  }
}
