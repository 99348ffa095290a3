package org.namespan.trainer.server;

import java.util.Set;
import java.util.TreeSet;
import org.namespan.redaction.RedactorOptions;

/** Entity types as Presidio calls them: {@code per} is {@code PERSON}. */
final class PresidioTypes {

  private PresidioTypes() {}

  static String of(String type) {
    return RedactorOptions.defaults().label(type);
  }

  static Set<String> of(Set<String> types) {
    Set<String> names = new TreeSet<>();
    types.forEach(type -> names.add(of(type)));
    return names;
  }
}
