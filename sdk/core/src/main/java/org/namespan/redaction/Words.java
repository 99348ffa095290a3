package org.namespan.redaction;

/** Where words begin and end. */
final class Words {

  private Words() {}

  /** Whether a character is part of a word: a letter, a digit or a mark on one. */
  static boolean isPart(int codePoint) {
    if (codePoint < 0x80) {
      return (codePoint >= '0' && codePoint <= '9')
          || ((codePoint | 0x20) >= 'a' && (codePoint | 0x20) <= 'z');
    }
    int type = Character.getType(codePoint);
    return Character.isLetterOrDigit(codePoint)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /** Whether a word may begin or end at an offset: not between two parts of one. */
  static boolean isBound(CharSequence text, int offset) {
    return offset == 0
        || offset == text.length()
        || !isPart(Character.codePointBefore(text, offset))
        || !isPart(Character.codePointAt(text, offset));
  }
}
