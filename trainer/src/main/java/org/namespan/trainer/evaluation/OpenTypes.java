package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.namespan.model.tag.Span;

/**
 * What gold leaves open in one sentence, and so which predictions are not scored and which of
 * several types a span has.
 *
 * @param byToken the open types of each token; an empty list if nothing is open
 * @param inSpan the tokens that stand in gold spans
 */
record OpenTypes(List<Set<String>> byToken, BitSet inSpan) {

  /**
   * Reads what is open.
   *
   * @param byToken the open types of each token; an empty list if nothing is open
   */
  static OpenTypes of(List<Set<String>> byToken, List<Span> gold) {
    BitSet inSpan = new BitSet();
    for (Span span : gold) {
      inSpan.set(span.start(), span.end());
    }
    return new OpenTypes(byToken, inSpan);
  }

  /** Whether {@code type} is open at the token, which stands in no gold span. */
  boolean at(int token, String type) {
    return !byToken.isEmpty() && !inSpan.get(token) && byToken.get(token).contains(type);
  }

  /**
   * The gold spans, where one may be of several types with the type that a predicted span of the
   * same tokens has, if it is among them.
   */
  List<Span> settled(List<Span> gold, List<Span> predicted) {
    if (byToken.isEmpty()) {
      return gold;
    }
    List<Span> settled = new ArrayList<>();
    for (Span span : gold) {
      Set<String> others = byToken.get(span.start());
      Span same = span;
      for (Span found : predicted) {
        boolean bounds = found.start() == span.start() && found.end() == span.end();
        if (bounds && others.contains(found.type())) {
          same = found;
        }
      }
      settled.add(same);
    }
    return settled;
  }

  /** The predicted spans without those that meet a token where their type is open. */
  List<Span> scored(List<Span> predicted) {
    if (byToken.isEmpty()) {
      return predicted;
    }
    List<Span> scored = new ArrayList<>();
    for (Span span : predicted) {
      boolean open = false;
      for (int i = span.start(); i < span.end(); i++) {
        open |= at(i, span.type());
      }
      if (!open) {
        scored.add(span);
      }
    }
    return scored;
  }
}
