package org.namespan.redaction;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives each name a placeholder with an id of its own, which stands nowhere else in the text. */
final class PlaceholderReplacer implements Replacer {

  /** Where ids come from. */
  interface Ids {
    /**
     * An id of a name.
     *
     * @param attempt how many are in use already
     */
    String next(Name name, int attempt);
  }

  private final Ids ids;
  private final Set<String> taken;
  private final Map<Name, String> given = new HashMap<>();

  /**
   * @param taken labels with ids that stand in the text, {@code PERSON_1}; those given are added
   */
  PlaceholderReplacer(Ids ids, Set<String> taken) {
    this.ids = ids;
    this.taken = taken;
  }

  /** Ids that count the names of each label. */
  static Ids numbers() {
    Map<String, Integer> last = new HashMap<>();
    return (name, attempt) -> String.valueOf(last.merge(name.label(), 1, Integer::sum));
  }

  @Override
  public String replace(Name name, String written, int form) {
    @Nullable String id = given.get(name);
    for (int attempt = 0; id == null; attempt++) {
      String next = ids.next(name, attempt);
      if (taken.add(name.label() + "_" + next)) {
        id = next;
        given.put(name, id);
      }
    }
    return Placeholder.of(name.label(), id, form);
  }
}
