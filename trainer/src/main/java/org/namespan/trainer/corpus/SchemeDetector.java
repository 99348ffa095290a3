package org.namespan.trainer.corpus;

import java.nio.file.Path;

/**
 * Tells from the letters of its tags in which scheme a file is written, where nobody says: {@code
 * L} and {@code U} occur in BILOU alone, {@code E} and {@code S} in BIOES alone; all others are
 * read as BIO.
 */
final class SchemeDetector {

  private final Path file;

  /** Lines of the first letter of each scheme; 0 if it has none. */
  private int bilou;

  private int bioes;

  SchemeDetector(Path file) {
    this.file = file;
  }

  /** Looks at a tag's letter. */
  void add(char letter, int line) throws CorpusException {
    if (bilou == 0 && "LU".indexOf(letter) >= 0) {
      bilou = line;
    }
    if (bioes == 0 && "ES".indexOf(letter) >= 0) {
      bioes = line;
    }
    if (bilou > 0 && bioes > 0) {
      throw new CorpusException(
          file,
          Math.max(bilou, bioes),
          "found a tag with the prefix " + letter + "-",
          "expected L- and U- (BILOU) or E- and S- (BIOES), not both",
          "correct the tag or choose its column or its scheme");
    }
  }

  /** The scheme of the letters so far. */
  CorpusScheme scheme() {
    if (bilou > 0) {
      return CorpusScheme.BILOU;
    }
    return bioes > 0 ? CorpusScheme.BIOES : CorpusScheme.BIO;
  }

  /**
   * Checks that the scheme was told rightly: a stray letter does not make one.
   *
   * @param malformed spans of the file that the scheme would not write so
   * @param spans all spans of the file
   */
  void check(int malformed, int spans) throws CorpusException {
    int line = Math.max(bilou, bioes);
    if (line > 0 && 2 * malformed > spans) {
      throw new CorpusException(
          file,
          line,
          "found a tag of " + scheme() + ", in which most spans of the file are not written",
          "expected O, " + CorpusScheme.BIO.tagPattern() + " (" + CorpusScheme.BIO + ")",
          "correct the tag or choose its column or its scheme");
    }
  }
}
