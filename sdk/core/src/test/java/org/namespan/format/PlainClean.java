package org.namespan.format;

import java.text.Normalizer;

/** The clean form of one token: the page's part "What the network is shown". */
final class PlainClean {

  private static final int[][] IGNORABLE = {
    {0xAD, 0xAD},
    {0x34F, 0x34F},
    {0x61C, 0x61C},
    {0x115F, 0x1160},
    {0x17B4, 0x17B5},
    {0x180B, 0x180F},
    {0x200C, 0x200F},
    {0x202A, 0x202E},
    {0x2060, 0x206F},
    {0x3164, 0x3164},
    {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFF8},
    {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A},
    {0xE0000, 0xE0FFF}
  };

  private static final int MOST_BLANKS = 120;

  private final String token;
  private final StringBuilder clean = new StringBuilder();

  /** What is not in {@link #clean} yet, for marks may follow. */
  private final StringBuilder segment = new StringBuilder();

  private PlainClean(String token) {
    this.token = token;
    int end;
    for (int i = 0; i < token.length(); i = end) {
      int c = token.codePointAt(i);
      end = i + Character.charCount(c);
      int wordAfter = c == '\n' || c == '\r' ? hyphenatedWord(i) : i;
      if (wordAfter > i) {
        if (Character.isLowerCase(token.charAt(wordAfter))) {
          // It holds the hyphen alone.
          segment.setLength(0);
        }
        endSegment();
        end = wordAfter;
      } else if (isIgnorable(c) && !stays(c, i)) {
        endSegment();
      } else if (isCompatible(c)) {
        endSegment();
        clean.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
      } else {
        if (!isMark(c)) {
          endSegment();
        }
        segment.appendCodePoint(c);
      }
    }
    endSegment();
  }

  static String of(String token) {
    String clean = new PlainClean(token).clean.toString();
    return clean.isEmpty() ? token : clean;
  }

  private void endSegment() {
    clean.append(Normalizer.normalize(segment, Normalizer.Form.NFC));
    segment.setLength(0);
  }

  /** Where the word goes on that is hyphenated before a line break; the break if none is. */
  private int hyphenatedWord(int lineBreak) {
    int next = token.startsWith("\r\n", lineBreak) ? lineBreak + 2 : lineBreak + 1;
    int word = next;
    while (isChar(word)
        && token.charAt(word) != '\n'
        && token.charAt(word) != '\r'
        && word - next < MOST_BLANKS
        && PlainCopy.isSeparator(token.charAt(word))) {
      word++;
    }
    boolean hyphenated =
        isChar(lineBreak - 1)
            && "-\u2010\u00AD".indexOf(token.charAt(lineBreak - 1)) >= 0
            && isLetter(lineBreak - 2)
            && isLetter(lineBreak - 3)
            && isLetter(word);
    return hyphenated ? word : lineBreak;
  }

  private boolean isLetter(int i) {
    return isChar(i) && Character.isLetter(token.charAt(i));
  }

  private boolean isChar(int i) {
    return i >= 0 && i < token.length();
  }

  private static boolean isIgnorable(int c) {
    for (int[] range : IGNORABLE) {
      if (c >= range[0] && c <= range[1]) {
        return true;
      }
    }
    return false;
  }

  private boolean stays(int c, int i) {
    if (i == 0) {
      return false;
    }
    int before = token.codePointBefore(i);
    boolean joiner = c == 0x200C || c == 0x200D;
    if ((joiner || isSelector(c) || c >= 0xE0020) && isPictograph(before)) {
      return true;
    }
    if (joiner && isSelector(before) && i > 1 && isPictograph(token.codePointBefore(i - 1))) {
      return true;
    }
    if (joiner && (before >= 0x600 && before <= 0x10FF || before >= 0x1780 && before <= 0x18FF)) {
      return true;
    }
    return isTag(c, 0xE007F) && isTag(before, 0xE007E)
        || c <= 0xFFFF && isChar(i + 1) && token.charAt(i + 1) == 0x20E3;
  }

  private static boolean isSelector(int c) {
    return c >= 0xFE00 && c <= 0xFE0F;
  }

  private static boolean isTag(int c, int last) {
    return c >= 0xE0020 && c <= last;
  }

  private static boolean isCompatible(int c) {
    return c >= 0xFB00 && c <= 0xFB06 || c >= 0xFF01 && c <= 0xFF5E || c >= 0x1D400 && c <= 0x1D7FF;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return !isIgnorable(c)
        && (type == Character.NON_SPACING_MARK
            || type == Character.COMBINING_SPACING_MARK
            || c >= 0x1161 && c <= 0x11C2);
  }

  static boolean isPictograph(int c) {
    return c >= 0x1F000 && c <= 0x1FAFF
        || c >= 0x2190 && Character.getType(c) == Character.OTHER_SYMBOL;
  }
}
