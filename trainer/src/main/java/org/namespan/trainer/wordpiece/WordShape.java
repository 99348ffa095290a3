package org.namespan.trainer.wordpiece;

/**
 * How a token is written, which an encoder that reads lower case cannot see. The id of a shape is
 * its {@link #ordinal}; {@link #NONE} is that of what belongs to no token.
 */
public enum WordShape {
  /** No token: padding and the signs around a sequence. */
  NONE,
  /** Letters in lower case, such as {@code house}. */
  LOWER,
  /** A capital and letters in lower case, such as {@code Paris}. */
  TITLE,
  /** Capitals, at least two, such as {@code NATO} and {@code U.S.}. */
  UPPER,
  /** One capital, such as {@code J.}. */
  INITIAL,
  /** Letters in another order of cases, such as {@code iPhone}. */
  MIXED,
  /** Digits without letters, such as {@code 1,000}. */
  NUMBER,
  /** Digits and letters, such as {@code B2B}. */
  ALPHANUMERIC,
  /** Neither letters nor digits. */
  OTHER;

  /** The shape of a token. Letters without case count as lower case. */
  public static WordShape of(String token) {
    int letters = 0;
    int capitals = 0;
    boolean digits = false;
    boolean firstIsCapital = false;
    for (int i = 0; i < token.length(); ) {
      int c = token.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isDigit(c)) {
        digits = true;
      } else if (Character.isLetter(c)) {
        boolean capital = Character.isUpperCase(c) || Character.isTitleCase(c);
        firstIsCapital |= capital && letters == 0;
        capitals += capital ? 1 : 0;
        letters++;
      }
    }
    if (letters == 0) {
      return digits ? NUMBER : OTHER;
    }
    if (digits) {
      return ALPHANUMERIC;
    }
    if (capitals == 0) {
      return LOWER;
    }
    if (capitals == letters) {
      return letters == 1 ? INITIAL : UPPER;
    }
    return firstIsCapital && capitals == 1 ? TITLE : MIXED;
  }
}
