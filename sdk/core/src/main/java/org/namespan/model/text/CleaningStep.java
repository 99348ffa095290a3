package org.namespan.model.text;

/**
 * What may be taken out of a text before a classifier reads it. A step replaces chars, most of them
 * by spaces, and leaves all others where they are, so that offsets stay true. Steps are taken in
 * the order in which they stand here.
 */
public enum CleaningStep {
  /** Tags, comments, scripts and styles go; references to characters are decoded. */
  HTML("html"),

  /** Web and mail addresses go. */
  ADDRESSES("addresses"),

  /** Emoticons such as {@code :-)} and pictographs go. */
  EMOTICONS("emoticons"),

  /** Punctuation and symbols go, but not what stands inside words: {@code don't} stays. */
  PUNCTUATION("punctuation"),

  /** Digits go. */
  DIGITS("digits"),

  /** White space of every kind becomes spaces, so that line breaks mean nothing. */
  WHITE_SPACE("white-space"),

  /** Letters become small. */
  LOWER_CASE("lower-case");

  private final String id;

  CleaningStep(String id) {
    this.id = id;
  }

  /** Its name in options and model files. */
  public String id() {
    return id;
  }

  @Override
  public String toString() {
    return id;
  }
}
