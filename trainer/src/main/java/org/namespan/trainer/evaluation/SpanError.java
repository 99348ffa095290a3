package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.namespan.model.tag.Span;

/**
 * A wrong entity. A corpus has as many as {@link MatchScheme#STRICT} has incorrect, missed and
 * spurious ones: each gold span and each predicted span that is not right stands in one error.
 *
 * @param sentence where it stands
 * @param index of the sentence in the corpus, from 0
 * @param kind what is wrong
 * @param gold the entity that should have been found; null if it is spurious
 * @param predicted what was found; null if the entity is missed
 * @param score of the predicted span, from 0 to 1; null where it has none
 */
public record SpanError(
    ComparedSentence sentence,
    int index,
    Kind kind,
    @Nullable Span gold,
    @Nullable Span predicted,
    @Nullable Double score) {

  /** What is wrong with an entity. */
  public enum Kind {
    /** No predicted span is taken for the gold span. */
    MISSED,
    /** The predicted span is taken for no gold span. */
    SPURIOUS,
    /** The bounds are right, the type is another one. */
    TYPE,
    /** The spans share a token and have other bounds; the type may be another one, too. */
    BOUNDARY;

    /** The name as lists have it: {@code boundary}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * All errors of a corpus in the order of its text.
   *
   * @param scores of the predicted spans, or {@link SpanScores#NONE}
   */
  public static List<SpanError> find(List<ComparedSentence> corpus, SpanScores scores) {
    List<SpanError> errors = new ArrayList<>();
    for (int i = 0; i < corpus.size(); i++) {
      List<SpanError> found = new ArrayList<>();
      for (SpanPair pair : SpanPair.of(corpus.get(i), MatchScheme.STRICT)) {
        if (!Objects.equals(pair.gold(), pair.predicted())) {
          Double score = pair.predicted() == null ? null : scores.of(i, pair.predicted());
          found.add(
              new SpanError(corpus.get(i), i, kind(pair), pair.gold(), pair.predicted(), score));
        }
      }
      found.sort(Comparator.comparingInt(SpanError::firstToken));
      errors.addAll(found);
    }
    return errors;
  }

  private static Kind kind(SpanPair pair) {
    if (pair.gold() == null) {
      return Kind.SPURIOUS;
    }
    if (pair.predicted() == null) {
      return Kind.MISSED;
    }
    return MatchScheme.EXACT.outcome(pair.gold(), pair.predicted()) == MatchScheme.Outcome.CORRECT
        ? Kind.TYPE
        : Kind.BOUNDARY;
  }

  /** Line of its first token in the file of the corpus, from 1; 0 if it comes from no file. */
  public int line() {
    return sentence.sentence().line(firstToken());
  }

  private int firstToken() {
    int start = gold == null ? Integer.MAX_VALUE : gold.start();
    return predicted == null ? start : Math.min(start, predicted.start());
  }
}
