package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.namespan.model.tag.Span;

/**
 * A gold span and the predicted span that is taken for it, as {@link MatchScheme} describes; or one
 * that none is taken for.
 *
 * @param gold null if the predicted span is spurious
 * @param predicted null if the gold span is missed
 */
record SpanPair(@Nullable Span gold, @Nullable Span predicted) {

  /** All spans of a sentence, each in one pair: the predicted ones in order, then missed ones. */
  static List<SpanPair> of(ComparedSentence sentence, MatchScheme scheme) {
    List<Span> left = new ArrayList<>(sentence.gold());
    List<SpanPair> pairs = new ArrayList<>();
    for (Span predicted : sentence.predicted()) {
      Span gold = choose(left, predicted, scheme);
      left.remove(gold);
      pairs.add(new SpanPair(gold, predicted));
    }
    left.forEach(gold -> pairs.add(new SpanPair(gold, null)));
    return pairs;
  }

  /** The type under which the pair counts: that of the gold span, where there is one. */
  String type() {
    return Objects.requireNonNull(gold != null ? gold : predicted).type();
  }

  private static @Nullable Span choose(List<Span> golds, Span predicted, MatchScheme scheme) {
    Span first = null;
    Span nearest = null;
    for (Span gold : golds) {
      if (gold.start() >= predicted.end()) {
        break;
      }
      if (predicted.start() >= gold.end()) {
        continue;
      }
      first = first == null ? gold : first;
      if (gold.type().equals(predicted.type())
          && (nearest == null || distance(gold, predicted) < distance(nearest, predicted))) {
        nearest = gold;
      }
    }
    return scheme == MatchScheme.TYPE && nearest != null ? nearest : first;
  }

  private static int distance(Span one, Span other) {
    return Math.abs(one.start() - other.start()) + Math.abs(one.end() - other.end());
  }
}
