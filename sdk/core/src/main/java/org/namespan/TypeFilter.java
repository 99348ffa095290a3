package org.namespan;

import java.util.Set;

/** Which types of a model are reported. Immutable, safe for use by many threads. */
final class TypeFilter {

  /** Empty for all. */
  private final Set<String> wanted;

  /**
   * @param wanted empty for all
   * @param known those of the model
   * @throws IllegalArgumentException if the model does not know one
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

  boolean accepts(String type) {
    return wanted.isEmpty() || wanted.contains(type);
  }
}
