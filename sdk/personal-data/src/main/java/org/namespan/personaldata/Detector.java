package org.namespan.personaldata;

/**
 * Finds one kind of personal data. Immutable, safe for use by many threads; takes time in
 * proportion to the text, whatever that holds.
 */
interface Detector {

  /** Adds what there is in a text. */
  void find(PlainText text, Findings found);
}
