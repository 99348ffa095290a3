package org.namespan.redaction;

/**
 * A text whose names are hidden, and the map that restores them.
 *
 * <pre>{@code
 * Redaction redaction = new Redactor(tagger).redact("Barack Obama flew to Thailand.");
 * redaction.text(); // [PERSON_1] flew to [LOCATION_1].
 * redaction.count(); // 2
 * redaction.map().restore("In [LOCATION_1], [PERSON_1] rests."); // In Thailand, Barack Obama rests.
 * }</pre>
 *
 * <p>Immutable. No record: it would print the text.
 */
public final class Redaction {

  private final String text;
  private final RedactionMap map;
  private final int count;

  Redaction(String text, RedactionMap map, int count) {
    this.text = text;
    this.map = map;
    this.count = count;
  }

  /** The text without the names. */
  public String text() {
    return text;
  }

  /** What restores them, to be kept apart from the text. */
  public RedactionMap map() {
    return map;
  }

  /** In how many places a name was replaced. */
  public int count() {
    return count;
  }
}
