package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.TypeMap;

/**
 * What becomes of the types of predicted spans before they are compared with gold.
 *
 * @param map what the types are called there; null to keep them
 * @param dropped mapped types whose spans are then left out, in alphabetical order
 */
record PredictedTypes(@Nullable TypeMap map, SortedSet<String> dropped) {

  /** Maps the spans of one sentence. */
  List<Span> apply(List<Span> spans) {
    List<Span> kept = new ArrayList<>(map == null ? spans : map.apply(spans));
    kept.removeIf(span -> dropped.contains(span.type()));
    return kept;
  }
}
