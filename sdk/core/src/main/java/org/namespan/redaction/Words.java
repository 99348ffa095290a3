package org.namespan.redaction;

/** Where words begin and end. */
final class Words {

  /** Typed as an apostrophe, though Unicode has it as a letter. */
  static final char MODIFIER_APOSTROPHE = '\u02BC';

  private static final int BRAILLE_BLANK = 0x2800;

  private Words() {}

  /** Whether a character is part of a word: a letter, a digit or a mark on one. */
  static boolean isPart(int codePoint) {
    if (codePoint < 0x80) {
      return (codePoint >= '0' && codePoint <= '9')
          || ((codePoint | 0x20) >= 'a' && (codePoint | 0x20) <= 'z');
    }
    return codePoint != MODIFIER_APOSTROPHE
        && !isInvisible(codePoint)
        && (Character.isLetterOrDigit(codePoint) || isMark(codePoint));
  }

  /** Whether a character is a mark on the one before it. */
  static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Whether nobody sees a character: format characters, variation selectors and joiners. */
  static boolean isInvisible(int codePoint) {
    return Character.getType(codePoint) == Character.FORMAT
        || codePoint == 0x34F
        || (codePoint >= 0x180B && codePoint <= 0x180D)
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }

  /** Whether a character stands for white space. */
  static boolean isBlank(int codePoint) {
    return codePoint == BRAILLE_BLANK
        || Character.isISOControl(codePoint)
        || Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint);
  }

  /** Whether a word may begin or end at an offset: not between two parts of one. */
  static boolean isBound(CharSequence text, int offset) {
    return offset == 0
        || offset == text.length()
        || !isPart(Character.codePointBefore(text, offset))
        || !isPart(Character.codePointAt(text, offset));
  }
}
