package org.namespan.redaction;

import java.util.LinkedHashMap;
import java.util.Map;

/** A name of one text, in all the ways in which it is written there. Used by one thread. */
final class Name {

  private final String label;
  private final String folded;

  /** Replacements by way of writing. */
  private final Map<String, String> forms = new LinkedHashMap<>();

  /**
   * @param label what its type is called in placeholders
   * @param folded the name as {@link FoldedText} has it
   */
  Name(String label, String folded) {
    this.label = label;
    this.folded = folded;
  }

  String label() {
    return label;
  }

  String folded() {
    return folded;
  }

  Map<String, String> forms() {
    return forms;
  }
}
