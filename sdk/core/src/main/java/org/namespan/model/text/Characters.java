package org.namespan.model.text;

/** What a code point means for token boundaries. */
final class Characters {

  /** Signs beyond ASCII that stand inside words and numbers. */
  private static final String INSIDE_WORDS = "‘’‚‛′·°‐‑‒–−\u055A";

  /** Symbols below this code point, such as © or °, may belong to a word. */
  private static final int FIRST_PICTOGRAPH = 0x2190;

  private static final int ZERO_WIDTH_SPACE = 0x200B;
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int NEXT_LINE = 0x85;

  static final int ZERO_WIDTH_JOINER = 0x200D;
  static final char SOFT_HYPHEN = 0xAD;

  /** What encloses a digit after a variation selector. */
  private static final String KEYCAP = "\u20E3";

  private Characters() {}

  /** Whether {@code c} separates tokens: white space of any kind, or a zero-width space. */
  static boolean isSeparator(char c) {
    if (c < NEXT_LINE) {
      return c == ' ' || (c >= '\t' && c <= '\r') || (c >= '\u001C' && c <= '\u001F');
    }
    return c == NEXT_LINE
        || c == ZERO_WIDTH_SPACE
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

  /**
   * Whether {@code codePoint} is a token of its own: emoji and every other sign beyond ASCII, but
   * for what stands inside words, such as apostrophes, hyphens and the signs of Hebrew.
   */
  static boolean isIsolated(int codePoint) {
    if (codePoint < 0xA1 || INSIDE_WORDS.indexOf(codePoint) >= 0) {
      return false;
    }
    switch (Character.getType(codePoint)) {
      case Character.OTHER_SYMBOL:
      case Character.MATH_SYMBOL:
      case Character.CURRENCY_SYMBOL:
      case Character.START_PUNCTUATION:
      case Character.END_PUNCTUATION:
      case Character.INITIAL_QUOTE_PUNCTUATION:
      case Character.FINAL_QUOTE_PUNCTUATION:
        return true;
      case Character.OTHER_PUNCTUATION:
      case Character.DASH_PUNCTUATION:
        return codePoint < 0x590 || codePoint > 0x5FF;
      default:
        return false;
    }
  }

  /** Whether a sign is a footnote's when it follows a word. */
  static boolean isSuperscript(int codePoint) {
    return codePoint == 0xB9
        || codePoint == 0xB2
        || codePoint == 0xB3
        || (codePoint >= 0x2070 && codePoint <= 0x208E);
  }

  /**
   * Unicode's property {@code Default_Ignorable_Code_Point}, but for the zero-width space, which
   * separates words: what no reader sees.
   */
  static boolean isDefaultIgnorable(int c) {
    if (c < 0x180B) {
      return c == SOFT_HYPHEN
          || c == 0x34F
          || c == 0x61C
          || c == 0x115F
          || c == 0x1160
          || c == 0x17B4
          || c == 0x17B5;
    }
    return c <= 0x180F
        || (c >= ZERO_WIDTH_NON_JOINER && c <= 0x200F)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || c == 0x3164
        || (c >= 0xFE00 && c <= 0xFE0F)
        || c == 0xFEFF
        || c == 0xFFA0
        || (c >= 0xFFF0 && c <= 0xFFF8)
        || (c >= 0x1BCA0 && c <= 0x1BCA3)
        || (c >= 0x1D173 && c <= 0x1D17A)
        || (c >= 0xE0000 && c <= 0xE0FFF);
  }

  /**
   * Whether a default-ignorable code point belongs to the text: in an emoji sequence, or joining
   * letters of a script that needs it, as Arabic and those of India do.
   */
  static boolean keepsIgnorable(String text, int i, int codePoint) {
    if (i == 0) {
      return false;
    }
    int previous = text.codePointBefore(i);
    boolean joiner = codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER;
    boolean selector = (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || codePoint >= 0xE0020;
    if (((joiner || selector) && isPictograph(previous)) || text.startsWith(KEYCAP, i + 1)) {
      return true;
    }
    if (joiner) {
      boolean sequence = previous >= 0xFE00 && previous <= 0xFE0F;
      return (sequence && i > 1 && isPictograph(text.codePointBefore(i - 1)))
          || isOfJoiningScript(previous);
    }
    return codePoint >= 0xE0020
        && previous >= 0xE0020
        && previous <= 0xE007E
        && codePoint <= 0xE007F;
  }

  private static boolean isOfJoiningScript(int c) {
    return (c >= 0x600 && c < 0x1100) || (c >= 0x1780 && c < 0x1900);
  }

  static boolean isPictograph(int c) {
    return (c >= 0x1F000 && c < 0x1FB00)
        || (c >= FIRST_PICTOGRAPH && Character.getType(c) == Character.OTHER_SYMBOL);
  }
}
