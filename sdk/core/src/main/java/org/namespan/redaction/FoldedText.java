package org.namespan.redaction;

import java.util.Arrays;
import java.util.Locale;

/**
 * A text as names are compared: without case ({@code STRASSE} is {@code Straße}), white space of
 * any length as one blank, apostrophes alike, what nobody sees left out; aligned with the original.
 */
final class FoldedText {

  private char[] chars;

  /** Where the original of each {@code char} begins and ends in the text. */
  private int[] starts;

  private int[] ends;
  private int length;

  private FoldedText(int capacity) {
    chars = new char[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
  }

  static FoldedText of(CharSequence text) {
    FoldedText folded = new FoldedText(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int codePoint = Character.codePointAt(text, i);
      int end = i + Character.charCount(codePoint);
      folded.fold(codePoint, i, end);
      i = end;
    }
    return folded;
  }

  /** A name as it is compared. */
  static String fold(CharSequence name) {
    FoldedText folded = of(name);
    return new String(folded.chars, 0, folded.length);
  }

  private void fold(int codePoint, int start, int end) {
    if (codePoint < 0x80) {
      if (codePoint > ' ') {
        add(
            (char) (codePoint >= 'A' && codePoint <= 'Z' ? codePoint | 0x20 : codePoint),
            start,
            end);
      } else {
        addBlank(start, end);
      }
    } else if (codePoint == '\u2019' || codePoint == '\u02BC') {
      add('\'', start, end);
    } else if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
      addBlank(start, end);
    } else if (Character.getType(codePoint) != Character.FORMAT) {
      String letter = new String(Character.toChars(codePoint));
      String same = letter.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
      for (int i = 0; i < same.length(); i++) {
        add(same.charAt(i), start, end);
      }
    }
  }

  private void addBlank(int start, int end) {
    if (length > 0 && chars[length - 1] == ' ') {
      ends[length - 1] = end;
    } else {
      add(' ', start, end);
    }
  }

  private void add(char c, int start, int end) {
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, 2 * length);
      starts = Arrays.copyOf(starts, 2 * length);
      ends = Arrays.copyOf(ends, 2 * length);
    }
    chars[length] = c;
    starts[length] = start;
    ends[length] = end;
    length++;
  }

  int length() {
    return length;
  }

  char charAt(int i) {
    return chars[i];
  }

  /** Whether the original of two {@code char}s is one, as {@code ß} is of {@code ss}. */
  boolean isSplitBefore(int i) {
    return i > 0 && i < length && starts[i] == starts[i - 1];
  }

  /** Where the original of a {@code char} begins. */
  int start(int i) {
    return starts[i];
  }

  /** Where it ends. */
  int end(int i) {
    return ends[i];
  }
}
