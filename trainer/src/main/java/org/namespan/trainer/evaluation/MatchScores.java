package org.namespan.trainer.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a corpus counts in one {@link MatchScheme}.
 *
 * @param overall all types together
 * @param perType counts of each type that occurs, sorted: a pair counts under the type of its gold
 *     span, a spurious span under its own, so that the types add up to {@code overall}
 */
public record MatchScores(MatchCounts overall, SortedMap<String, MatchCounts> perType) {

  /** Copies the table. */
  public MatchScores {
    perType = Collections.unmodifiableSortedMap(new TreeMap<>(perType));
  }

  /** Counts a corpus. */
  public static MatchScores of(List<ComparedSentence> corpus, MatchScheme scheme) {
    MatchCounts overall = new MatchCounts(0, 0, 0, 0, 0);
    SortedMap<String, MatchCounts> perType = new TreeMap<>();
    for (ComparedSentence sentence : corpus) {
      for (SpanPair pair : SpanPair.of(sentence, scheme)) {
        MatchCounts one = count(pair, scheme);
        overall = overall.plus(one);
        perType.merge(pair.type(), one, MatchCounts::plus);
      }
    }
    return new MatchScores(overall, perType);
  }

  private static MatchCounts count(SpanPair pair, MatchScheme scheme) {
    if (pair.gold() == null) {
      return new MatchCounts(0, 0, 0, 0, 1);
    }
    if (pair.predicted() == null) {
      return new MatchCounts(0, 0, 0, 1, 0);
    }
    return switch (scheme.outcome(pair.gold(), pair.predicted())) {
      case CORRECT -> new MatchCounts(1, 0, 0, 0, 0);
      case INCORRECT -> new MatchCounts(0, 1, 0, 0, 0);
      case PARTIAL -> new MatchCounts(0, 0, 1, 0, 0);
    };
  }
}
