package org.namespan.trainer.corpus;

/**
 * Tells from the letters of its tags in which scheme a file is written, where nobody says: {@code
 * L} and {@code U} occur in BILOU alone, {@code E} and {@code S} in BIOES alone; all others are
 * read as BIO.
 */
final class SchemeDetector {

  /** Lines of the first letter of each scheme; 0 if it has none. */
  private int bilou;

  private int bioes;

  /**
   * Looks at a tag's letter.
   *
   * @return whether it goes with those before it; one that does not is forgotten
   */
  boolean add(char letter, int line) {
    boolean ofBilou = "LU".indexOf(letter) >= 0;
    boolean ofBioes = "ES".indexOf(letter) >= 0;
    if ((ofBilou && bioes > 0) || (ofBioes && bilou > 0)) {
      return false;
    }
    bilou = ofBilou && bilou == 0 ? line : bilou;
    bioes = ofBioes && bioes == 0 ? line : bioes;
    return true;
  }

  /** The scheme of the letters so far. */
  CorpusScheme scheme() {
    if (bilou > 0) {
      return CorpusScheme.BILOU;
    }
    return bioes > 0 ? CorpusScheme.BIOES : CorpusScheme.BIO;
  }

  /** The line of the first letter that told the scheme; 0 if it is BIO. */
  int line() {
    return Math.max(bilou, bioes);
  }

  /**
   * Whether the scheme was told wrongly by a stray letter.
   *
   * @param malformed spans of the file that the scheme would not write so
   * @param spans all spans of the file
   */
  boolean isUnlikely(int malformed, int spans) {
    return line() > 0 && 2 * malformed > spans;
  }
}
