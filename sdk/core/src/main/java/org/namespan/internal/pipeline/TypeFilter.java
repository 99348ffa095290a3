package org.namespan.internal.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.namespan.model.decode.ScoredSpan;

/** Which types of a model are reported. Immutable, safe for use by many threads. */
final class TypeFilter {

  /** Empty for all. */
  private final Set<String> wanted;

  /**
   * @param wanted empty for all
   * @param known those of the model, and of recognizers that tell theirs
   * @throws IllegalArgumentException if one is not known
   */
  TypeFilter(Set<String> wanted, Set<String> known) {
    for (String type : wanted) {
      if (!known.contains(type)) {
        throw new IllegalArgumentException(
            "type '" + type + "' is none of the model's, expected some of " + known);
      }
    }
    this.wanted = wanted;
  }

  /** Those of some spans whose types are reported. */
  List<ScoredSpan> filter(List<ScoredSpan> spans) {
    if (wanted.isEmpty() || spans.isEmpty()) {
      return spans;
    }
    List<ScoredSpan> accepted = new ArrayList<>(spans.size());
    for (ScoredSpan scored : spans) {
      if (wanted.contains(scored.span().type())) {
        accepted.add(scored);
      }
    }
    return accepted;
  }
}
