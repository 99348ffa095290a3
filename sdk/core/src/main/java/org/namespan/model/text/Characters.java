package org.namespan.model.text;

/** What a code point means for token boundaries. */
final class Characters {

  /** Punctuation that is a token of its own wherever it stands. */
  private static final String ISOLATED = "“”„‟«»—―…•¿¡、。「」『』！？，：；";

  /** Symbols below this code point, such as © or °, may belong to a word. */
  private static final int FIRST_PICTOGRAPH = 0x2190;

  private static final int ZERO_WIDTH_SPACE = 0x200B;
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int NEXT_LINE = 0x85;

  static final int ZERO_WIDTH_JOINER = 0x200D;

  private Characters() {}

  /** Whether {@code c} separates tokens: white space of any kind, or a zero-width space. */
  static boolean isSeparator(char c) {
    if (c < NEXT_LINE) {
      return c == ' ' || (c >= '\t' && c <= '\r') || (c >= '\u001C' && c <= '\u001F');
    }
    return c == NEXT_LINE
        || c == ZERO_WIDTH_SPACE
        || c == BYTE_ORDER_MARK
        || Character.isSpaceChar(c)
        || Character.isWhitespace(c);
  }

  /** As {@link Character#isLetterOrDigit(char)}, sooner for ASCII. */
  static boolean isLetterOrDigit(char c) {
    if (c < 0x80) {
      return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c);
  }

  /** How many line breaks {@code c} stands for; two of them end a paragraph. */
  static int lineBreaks(char c) {
    if (c == '\u2029') {
      return 2;
    }
    return (c >= '\n' && c <= '\r') || c == NEXT_LINE || c == '\u2028' ? 1 : 0;
  }

  /** Whether {@code codePoint} goes with the character before it: marks, modifiers, joiners. */
  static boolean isExtending(int codePoint) {
    if (codePoint < 0x300) {
      return codePoint == 0xAD;
    }
    switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK:
      case Character.ENCLOSING_MARK:
      case Character.COMBINING_SPACING_MARK:
        return true;
      case Character.FORMAT:
        return codePoint >= ZERO_WIDTH_NON_JOINER;
      default:
        return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
    }
  }

  static boolean isRegionalIndicator(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }

  /** Whether {@code codePoint} is a token of its own: emoji, pictographs, some punctuation. */
  static boolean isIsolated(int codePoint) {
    if (codePoint < 0xA1) {
      return false;
    }
    return (codePoint >= FIRST_PICTOGRAPH && Character.getType(codePoint) == Character.OTHER_SYMBOL)
        || ISOLATED.indexOf(codePoint) >= 0;
  }
}
