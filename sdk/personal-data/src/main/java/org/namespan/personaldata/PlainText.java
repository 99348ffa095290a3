package org.namespan.personaldata;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text as detectors look at it, aligned with the original: full-width forms and digits of all
 * scripts are ASCII, blanks within a line are spaces, hyphens and dashes are {@code -}, emoji are
 * one {@code char}, and what nobody sees is left out.
 */
final class PlainText {

  /** What stands outside of the text. */
  static final char NONE = '\n';

  /** Stands for any sign beyond U+FFFF that is no letter. */
  private static final char SYMBOL = '\u25A1';

  private static final int FIRST_FULL_WIDTH = 0xFF01;
  private static final int LAST_FULL_WIDTH = 0xFF5E;
  private static final int MINUS = 0x2212;
  private static final int HYPHEN_BULLET = 0x2043;

  private char[] chars;
  private int length;

  /** Where the original of each {@code char} begins and ends; null if it stands where it stood. */
  private int @Nullable [] starts;

  private int @Nullable [] ends;

  PlainText(String text) {
    chars = text.toCharArray();
    int plain = 0;
    while (plain < chars.length && chars[plain] < 0x80) {
      plain++;
    }
    length = plain;
    if (plain < text.length()) {
      fold(text, plain);
    }
  }

  private void fold(String text, int from) {
    int[] begin = new int[text.length()];
    int[] end = new int[text.length()];
    for (int i = 0; i < from; i++) {
      begin[i] = i;
      end[i] = i + 1;
    }
    for (int i = from; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      int after = i + Character.charCount(codePoint);
      int folded = codePoint < 0x80 ? codePoint : fold(codePoint);
      if (folded >= 0) {
        // A letter beyond U+FFFF stays two chars, of one place.
        for (char c : Character.toChars(folded)) {
          chars[length] = c;
          begin[length] = i;
          end[length] = after;
          length++;
        }
      }
      i = after;
    }
    starts = Arrays.copyOf(begin, length);
    ends = Arrays.copyOf(end, length);
  }

  /** A character beyond ASCII as it is looked at; -1 if nobody sees it. */
  private static int fold(int codePoint) {
    if (codePoint >= FIRST_FULL_WIDTH && codePoint <= LAST_FULL_WIDTH) {
      return codePoint - FIRST_FULL_WIDTH + '!';
    }
    if (codePoint == MINUS || codePoint == HYPHEN_BULLET) {
      return '-';
    }
    if (codePoint == 0x3002 || codePoint == 0xFF61) {
      return '.';
    }
    switch (Character.getType(codePoint)) {
      case Character.DECIMAL_DIGIT_NUMBER:
        return '0' + Character.digit(codePoint, 10);
      case Character.SPACE_SEPARATOR:
        return ' ';
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
        return '\n';
      case Character.DASH_PUNCTUATION:
        return '-';
      case Character.FORMAT:
        return -1;
      default:
        boolean selector = codePoint >= 0xFE00 && codePoint <= 0xFE0F;
        return selector || codePoint == 0x34F ? -1 : isSymbol(codePoint) ? SYMBOL : codePoint;
    }
  }

  /** Whether a code point of two {@code char}s is no part of a word: an emoji, as a rule. */
  private static boolean isSymbol(int codePoint) {
    return codePoint > Character.MAX_VALUE
        && !Character.isLetterOrDigit(codePoint)
        && Character.getType(codePoint) != Character.NON_SPACING_MARK
        && Character.getType(codePoint) != Character.COMBINING_SPACING_MARK;
  }

  int length() {
    return length;
  }

  /** The {@code char} at a place; {@link #NONE} outside of the text. */
  char at(int i) {
    return i >= 0 && i < length ? chars[i] : NONE;
  }

  /** The offset in the original of what begins at a place. */
  int start(int i) {
    return starts == null ? i : starts[i];
  }

  /** The offset in the original of what ends before a place. */
  int end(int i) {
    return ends == null ? i : ends[i - 1];
  }

  int indexOf(char c, int from) {
    for (int i = from; i < length; i++) {
      if (chars[i] == c) {
        return i;
      }
    }
    return -1;
  }

  boolean startsWith(String string, int from) {
    if (from < 0 || from + string.length() > length) {
      return false;
    }
    for (int i = 0; i < string.length(); i++) {
      if (chars[from + i] != string.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  String substring(int from, int to) {
    int first = Math.max(0, from);
    return new String(chars, first, Math.max(0, Math.min(to, length) - first));
  }

  /** Where the digits end that begin at a place, so many at most. */
  int digitsEnd(int from, int most) {
    int end = from;
    while (end - from < most && isDigit(at(end))) {
      end++;
    }
    return end;
  }

  /** Where the letters and digits end that begin at a place. */
  int wordEnd(int from) {
    int end = from;
    while (isLetterOrDigit(at(end))) {
      end++;
    }
    return end;
  }

  /** Whether a word may begin at a place: no letter or digit stands before it. */
  boolean isWordStart(int i) {
    return !isWord(at(i - 1));
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isAsciiLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  /** Whether a {@code char} is a letter, a digit, a mark on one, or {@code _}. */
  static boolean isWord(char c) {
    return c == '_' || isLetterOrDigit(c);
  }

  static boolean isLetterOrDigit(char c) {
    if (c < 0x80) {
      return isDigit(c) || isAsciiLetter(c);
    }
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
