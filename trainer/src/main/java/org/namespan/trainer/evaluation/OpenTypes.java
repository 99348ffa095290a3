package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.namespan.model.tag.Span;

/**
 * What gold leaves open in one sentence, and so which predictions are not scored.
 *
 * @param byToken the open types of each token; an empty list if nothing is open
 */
record OpenTypes(List<Set<String>> byToken) {

  /** Whether {@code type} is open at the token. */
  boolean at(int token, String type) {
    return !byToken.isEmpty() && byToken.get(token).contains(type);
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
