package org.namespan.trainer.wordpiece;

/**
 * How a token is written, which an encoder that reads lower case cannot see. {@link #NONE} is that
 * of what belongs to no token.
 */
public enum WordShape {
  /** No token: padding and the signs around a sequence. */
  NONE(0),
  /** Letters in lower case, such as {@code house}. */
  LOWER(1),
  /** A capital and letters in lower case, such as {@code Paris}. */
  TITLE(2),
  /** Capitals, at least two, such as {@code NATO} and {@code U.S.}. */
  UPPER(3),
  /** One capital, such as {@code J.}. */
  INITIAL(4),
  /** Letters in another order of cases, such as {@code iPhone}. */
  MIXED(5),
  /** Digits without letters, such as {@code 1,000}. */
  NUMBER(6),
  /** Digits and letters, such as {@code B2B}. */
  ALPHANUMERIC(7),
  /** Neither letters nor digits. */
  OTHER(8);

  private final int id;

  WordShape(int id) {
    this.id = id;
  }

  /** Its row in the table of shapes, from 0; a checkpoint relies on it. */
  public int id() {
    return id;
  }

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
