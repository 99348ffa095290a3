package org.namespan.trainer.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.namespan.model.tag.Span;

/** Counts the cells of a {@link Confusion}. */
final class ConfusionTally {

  private final Map<String, Map<String, Long>> rows = new TreeMap<>();

  void add(List<Span> gold, List<Span> predicted) {
    for (Span span : gold) {
      Span twin = twin(span, predicted);
      count(span.type(), twin != null ? twin.type() : meets(span, predicted, Confusion.MISSED));
    }
    for (Span span : predicted) {
      if (twin(span, gold) == null) {
        count(meets(span, gold, Confusion.SPURIOUS), span.type());
      }
    }
  }

  Confusion toConfusion() {
    return new Confusion(rows);
  }

  private void count(String gold, String predicted) {
    rows.computeIfAbsent(gold, type -> new TreeMap<>()).merge(predicted, 1L, Long::sum);
  }

  /** The span with the same boundaries, or null. */
  private static @Nullable Span twin(Span span, List<Span> others) {
    for (Span other : others) {
      if (other.start() == span.start() && other.end() == span.end()) {
        return other;
      }
    }
    return null;
  }

  private static String meets(Span span, List<Span> others, String otherwise) {
    for (Span other : others) {
      if (other.start() < span.end() && span.start() < other.end()) {
        return Confusion.BOUNDARY;
      }
    }
    return otherwise;
  }
}
