package org.namespan.redaction;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as names are compared: without case ({@code STRASSE} is {@code Straße}), letters and their
 * marks composed (NFC), white space of any length as one blank, apostrophes alike, what nobody sees
 * left out; aligned with the original.
 */
final class FoldedText {

  private static final char FIRST_MARK = 0x300;

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
      int end = marksEnd(text, i + Character.charCount(codePoint));
      if (end == i + Character.charCount(codePoint)) {
        folded.fold(codePoint, i, end);
      } else {
        folded.foldMarked(text.subSequence(i, end), i, end);
      }
      i = end;
    }
    return folded;
  }

  /** Where the marks end that stand from an offset on. */
  private static int marksEnd(CharSequence text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= FIRST_MARK) {
      int codePoint = Character.codePointAt(text, end);
      if (!Words.isMark(codePoint)) {
        return end;
      }
      end += Character.charCount(codePoint);
    }
    return end;
  }

  /** Folds a character and the marks on it as one, so that no name ends between them. */
  private void foldMarked(CharSequence marked, int start, int end) {
    String seen =
        marked
            .codePoints()
            .filter(codePoint -> !Words.isInvisible(codePoint))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    Normalizer.normalize(seen, Normalizer.Form.NFC)
        .codePoints()
        .forEach(codePoint -> fold(codePoint, start, end));
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
    } else if (codePoint == '\u2019') {
      add('\'', start, end);
    } else if (Words.isBlank(codePoint)) {
      addBlank(start, end);
    } else if (!Words.isInvisible(codePoint)) {
      // Lower case first, for the upper case of U+1E9E is itself and that of ß is SS.
      String letter = new String(Character.toChars(codePoint)).toLowerCase(Locale.ROOT);
      String same = letter.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
      for (int i = 0; i < same.length(); i++) {
        char c = same.charAt(i);
        add(c == Words.MODIFIER_APOSTROPHE ? '\'' : c, start, end);
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
