package org.namespan.personaldata;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.util.Span;

/** What a finder of all types finds, as tests compare it. */
final class Found {

  private static final PersonalDataFinder FINDER = new PersonalDataFinder();

  private Found() {}

  /** Types and words: {@code email ann@example.org}. */
  static List<String> in(String text) {
    return in(text, FINDER);
  }

  static List<String> in(String text, PersonalDataFinder finder) {
    List<String> found = new ArrayList<>();
    for (Span span : finder.findInText(text)) {
      found.add(span.getType() + " " + text.substring(span.getStart(), span.getEnd()));
    }
    return found;
  }
}
