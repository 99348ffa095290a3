package org.namespan.redaction;

/** A name and the markup that stood inside of it. No record: it would print the name. */
final class MarkedName {

  private final String opening;
  private final String words;
  private final String rest;

  /**
   * A name.
   *
   * @param opening markup that is kept before what takes the place of the name
   * @param words the name as it is written, without the markup
   * @param rest markup that is kept behind it
   */
  MarkedName(String opening, String words, String rest) {
    this.opening = opening;
    this.words = words;
    this.rest = rest;
  }

  String words() {
    return words;
  }

  /** What takes the place of the words, between the markup. */
  String around(String replacement) {
    return opening + replacement + rest;
  }
}
