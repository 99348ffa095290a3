package org.namespan.format;

import java.util.Arrays;
import java.util.BitSet;

/** A text as the models read it: the page's normalised copy, which has the length of the text. */
final class PlainCopy {

  /** Chars of the longest run that the models see as it is. */
  static final int LONG_RUN = 256;

  /** What stands for the first separator of a blank line. */
  static final char BLANK_LINE = '\n';

  private static final String IN_WORDS = "‘’‚‛′·°‐‑‒–−\u055A";

  private final String text;
  private final char[] chars;

  /** Places before what extends a character, and inside surrogate pairs. */
  private final BitSet joined = new BitSet();

  /** Where isolated code points begin. */
  private final BitSet isolated = new BitSet();

  PlainCopy(String text) {
    this.text = text;
    chars = text.toCharArray();
    for (int start = 0; start < chars.length; ) {
      int end = runEnd(start);
      if (end > start) {
        copyRun(start, end);
      } else {
        end = separatorsEnd(start);
        Arrays.fill(chars, start, end, ' ');
        if (lineBreaks(start, end) >= 2) {
          chars[start] = BLANK_LINE;
        }
      }
      start = end;
    }
  }

  int length() {
    return chars.length;
  }

  char charAt(int i) {
    return chars[i];
  }

  String substring(int start, int end) {
    return new String(chars, start, end - start);
  }

  boolean isLetterOrDigit(int i) {
    return Character.isLetterOrDigit(chars[i]);
  }

  /** Whether no boundary may be found before this char. */
  boolean isJoined(int i) {
    return joined.get(i);
  }

  /** Whether an isolated code point begins here. */
  boolean isIsolated(int i) {
    return isolated.get(i);
  }

  static boolean isSeparator(int c) {
    return c == ' '
        || c >= 0x09 && c <= 0x0D
        || c >= 0x1C && c <= 0x1F
        || c == 0x85
        || Character.isSpaceChar(c)
        || c == 0x200B;
  }

  /** The end of the run that begins here. */
  private int runEnd(int start) {
    int end = start;
    while (end < text.length() && !isSeparator(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The end of the separators that begin here. */
  private int separatorsEnd(int start) {
    int end = start;
    while (end < text.length() && isSeparator(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int lineBreaks(int start, int end) {
    int breaks = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == 0x2029) {
        breaks += 2;
      } else if (c >= 0x0A && c <= 0x0D || c == 0x85 || c == 0x2028) {
        breaks += c == '\n' && i > start && text.charAt(i - 1) == '\r' ? 0 : 1;
      }
    }
    return breaks;
  }

  private void copyRun(int start, int end) {
    int before = -1;
    boolean openFlag = false;
    int length;
    for (int i = start; i < end; i += length) {
      int c = text.codePointAt(i);
      length = Character.charCount(c);
      boolean regional = c >= 0x1F1E6 && c <= 0x1F1FF;
      boolean extending = i > start && (isExtending(c) || before == 0x200D || regional && openFlag);
      openFlag = extending ? openFlag && !regional && c >= 0x80 : regional;
      before = c;
      joined.set(i, extending);
      joined.set(i + 1, i + length);
      if (extending && c >= 0x80 || length == 2 && Character.isLetterOrDigit(c)) {
        Arrays.fill(chars, i, i + length, 'a');
      } else if (length == 1) {
        chars[i] = PlainFeatures.fold(chars[i]);
      }
      isolated.set(i, !extending && standsAlone(c));
    }
    if (end - start > LONG_RUN) {
      for (int i = start; i < end - 1; i++) {
        if (!Character.isLetterOrDigit(chars[i])) {
          chars[i] = '_';
        }
      }
    }
  }

  static boolean isExtending(int c) {
    int type = Character.getType(c);
    return c >= 0x1F3FB && c <= 0x1F3FF
        || c >= 0x300
            && (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK)
        || c >= 0x200C && type == Character.FORMAT;
  }

  private static boolean standsAlone(int c) {
    if (c < 0xA1 || IN_WORDS.indexOf(c) >= 0) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.OTHER_SYMBOL,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION ->
          true;
      case Character.OTHER_PUNCTUATION, Character.DASH_PUNCTUATION -> c < 0x590 || c > 0x5FF;
      default -> false;
    };
  }
}
