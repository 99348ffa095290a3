package org.namespan.format;

import java.text.Normalizer;
import java.util.regex.Matcher;

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
  private static final int LONGEST_ESCAPE = 14;
  private static final String BREAKS = "\n\r\u000B\f\u0085\u2028";

  /** What stands for U+0080 to U+009F. */
  static final String WINDOWS = "€\u0081‚ƒ„\u0085†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

  private final String token;
  private final StringBuilder clean = new StringBuilder();

  private PlainClean(String token) {
    this.token = token;
    for (int i = 0; i < token.length(); ) {
      i = clean(i);
    }
  }

  static String of(String token) {
    String clean = composed(new PlainClean(PlainEscapes.of(token)).clean.toString());
    return clean.isEmpty() ? token : clean;
  }

  /** Writes the clean form of what begins here; returns where it ends. */
  private int clean(int i) {
    int c = token.codePointAt(i);
    int end = i + Character.charCount(c);
    Matcher reference = PlainReferences.at(token, i);
    if (reference.lookingAt() && PlainReferences.codePoint(reference) >= 0) {
      int codePoint = PlainReferences.codePoint(reference);
      clean.append(isIgnorable(codePoint) ? "" : Character.toString(codePoint));
      return reference.end();
    }
    if (BREAKS.indexOf(c) >= 0) {
      int word = hyphenatedWord(i);
      boolean joined = word > i;
      if (joined && Character.isLowerCase(token.charAt(word)) && token.charAt(i - 1) != 0xAD) {
        clean.setLength(clean.length() - 1);
      }
      clean.append(joined ? "" : token.substring(i, end));
      return joined ? word : end;
    }
    if (token.startsWith("\u001B[", i)) {
      return escapeEnd(end + 1);
    }
    boolean control = c < 0x1C && c != '\t' || c == 0x7F;
    if (!control && (!isIgnorable(c) || stays(c, i))) {
      clean.append(plain(c));
    }
    return end;
  }

  private int escapeEnd(int start) {
    int end = start;
    while (isChar(end) && !isLetter(end) && end - start < LONGEST_ESCAPE) {
      end++;
    }
    return Math.min(end + 1, token.length());
  }

  private static String plain(int c) {
    if (c >= 0x80 && c <= 0x9F) {
      return WINDOWS.substring(c - 0x80, c - 0x7F);
    }
    if (c == 0x2800) {
      return " ";
    }
    String text = Character.toString(c);
    if (isCompatible(c)) {
      return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
    return isMark(c) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** With NFC of each letter and the marks directly behind it. */
  private static String composed(String text) {
    StringBuilder composed = new StringBuilder();
    int end;
    for (int i = 0; i < text.length(); i = end) {
      int c = text.codePointAt(i);
      end = i + Character.charCount(c);
      int letterEnd = end;
      boolean letter = Character.isLetter(c) && !isMark(c);
      while (letter && end < text.length() && isMark(text.codePointAt(end))) {
        end += Character.charCount(text.codePointAt(end));
      }
      String segment = text.substring(i, end);
      composed.append(
          end > letterEnd ? Normalizer.normalize(segment, Normalizer.Form.NFC) : segment);
    }
    return composed.toString();
  }

  /** Where the word goes on that is hyphenated before a line break; the break if none is. */
  private int hyphenatedWord(int lineBreak) {
    int next = token.startsWith("\r\n", lineBreak) ? lineBreak + 2 : lineBreak + 1;
    int word = next;
    while (isChar(word)
        && BREAKS.indexOf(token.charAt(word)) < 0
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
    return c >= 0xFB00 && c <= 0xFB06
        || c >= 0xFF01 && c <= 0xFF5E
        || c >= 0x1D400 && c <= 0x1D7FF
        || c >= 0x24B6 && c <= 0x24E9
        || c >= 0x1F130 && c <= 0x1F149;
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
