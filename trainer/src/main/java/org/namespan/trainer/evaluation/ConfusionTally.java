package org.namespan.trainer.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.namespan.model.tag.Span;

/** Counts the cells of a {@link Confusion}. */
final class ConfusionTally {

  /** Takes a span and the cell in which it counts. */
  @FunctionalInterface
  interface CellHandler {
    /** Takes a span, the gold one where there are two. */
    void accept(String row, String column, Span span);
  }

  private final Map<String, Map<String, Long>> rows = new TreeMap<>();

  void add(List<Span> gold, List<Span> predicted) {
    forEachCell(gold, predicted, (row, column, span) -> count(row, column));
  }

  /** Gives all spans of a sentence with their cells. */
  static void forEachCell(List<Span> gold, List<Span> predicted, CellHandler handler) {
    for (Span span : gold) {
      Span twin = twin(span, predicted);
      String column = twin != null ? twin.type() : meets(span, predicted, Confusion.MISSED);
      handler.accept(span.type(), column, span);
    }
    for (Span span : predicted) {
      if (twin(span, gold) == null) {
        handler.accept(meets(span, gold, Confusion.SPURIOUS), span.type(), span);
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
