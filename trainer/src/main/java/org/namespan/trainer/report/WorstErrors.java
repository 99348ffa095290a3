package org.namespan.trainer.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.evaluation.SpanError;

/**
 * The errors that a page shows, the worst first. Of each kind the surest predictions come first,
 * those without a score after them in the order of the text; and the kinds take turns, so that a
 * page that cannot hold all has some of each.
 *
 * @param shown at most {@link #MOST}
 * @param counts of all errors by kind
 */
record WorstErrors(List<SpanError> shown, Map<SpanError.Kind, Integer> counts) {

  /** A page of as many has about a megabyte of errors. */
  static final int MOST = 2000;

  static WorstErrors of(List<SpanError> errors) {
    Map<SpanError.Kind, List<SpanError>> byKind = new EnumMap<>(SpanError.Kind.class);
    Map<SpanError.Kind, Integer> counts = new EnumMap<>(SpanError.Kind.class);
    for (SpanError.Kind kind : SpanError.Kind.values()) {
      List<SpanError> ofKind =
          errors.stream()
              .filter(error -> error.kind() == kind)
              .sorted(Comparator.comparingDouble((SpanError error) -> -score(error.score())))
              .toList();
      byKind.put(kind, ofKind);
      counts.put(kind, ofKind.size());
    }
    List<SpanError> shown = new ArrayList<>();
    for (int rank = 0; shown.size() < Math.min(MOST, errors.size()); rank++) {
      for (List<SpanError> ofKind : byKind.values()) {
        if (rank < ofKind.size() && shown.size() < MOST) {
          shown.add(ofKind.get(rank));
        }
      }
    }
    return new WorstErrors(shown, counts);
  }

  private static double score(@Nullable Double score) {
    return score == null ? -1 : score;
  }
}
