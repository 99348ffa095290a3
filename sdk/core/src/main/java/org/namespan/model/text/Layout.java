package org.namespan.model.text;

import java.util.Arrays;

/**
 * A text prepared for finding boundaries: a copy of the same length in which every separator is a
 * space, a blank line begins with a line feed, and characters that the models do not know have
 * given way to plain ones.
 */
final class Layout {

  /** Begins a run of white space with two line breaks or more. */
  static final char PARAGRAPH = '\n';

  /**
   * Longest run without white space that is shown to a model, in chars: what OpenNLP does grows
   * with the square of it.
   */
  static final int MAX_CHUNK = 256;

  /** Letters of the longest abbreviation before a number: {@code Sept. 11}. */
  private static final int LONGEST_ABBREVIATION = 4;

  private static final byte INNER = 1;
  private static final byte ALONE = 2;

  final char[] chars;

  /** What is said of each char; null while nothing is said of any, as in plain text. */
  private byte[] marks;

  private Layout(char[] chars) {
    this.chars = chars;
  }

  static Layout of(String text) {
    Layout layout = new Layout(text.toCharArray());
    char[] chars = layout.chars;
    int i = 0;
    while (i < chars.length) {
      i = Characters.isSeparator(chars[i]) ? layout.readSpace(i) : layout.readChunk(text, i);
    }
    return layout;
  }

  int length() {
    return chars.length;
  }

  /** Whether a boundary before {@code i} would break a character as a reader sees it. */
  boolean isInner(int i) {
    return marks != null && marks[i] == INNER;
  }

  /** The first character from a place on that is a token of its own, or {@code limit}. */
  int nextAlone(int from, int limit) {
    int i = marks == null ? limit : from;
    while (i < limit && marks[i] != ALONE) {
      i++;
    }
    return i;
  }

  boolean isSpace(int i) {
    return chars[i] == ' ' || chars[i] == PARAGRAPH;
  }

  /** The end of the run without white space that holds {@code i}, at most {@code limit}. */
  int chunkEnd(int i, int limit) {
    int end = i;
    while (end < limit && !isSpace(end)) {
      end++;
    }
    return end;
  }

  /**
   * Whether the full stop at {@code i} belongs to an initial in a name, as in {@code George W.
   * Bush}: a lone capital, not the word I, before another capital.
   */
  boolean isInitialStop(int i) {
    return chars[i] == '.'
        && i > 0
        && Character.isUpperCase(chars[i - 1])
        && chars[i - 1] != 'I'
        && startsWord(i - 1)
        && Character.isUpperCase(nextWord(i));
  }

  /**
   * Whether the full stop at {@code i} follows a short capitalised word and a number follows it.
   */
  boolean isNumberedStop(int i) {
    int start = i;
    while (start > 0 && i - start <= LONGEST_ABBREVIATION && Character.isLetter(chars[start - 1])) {
      start--;
    }
    return chars[i] == '.'
        && start < i
        && i - start <= LONGEST_ABBREVIATION
        && Character.isUpperCase(chars[start])
        && startsWord(start)
        && Character.isDigit(nextWord(i));
  }

  private boolean startsWord(int i) {
    return i == 0 || isSpace(i - 1) || "(\"'[".indexOf(chars[i - 1]) >= 0;
  }

  /** The first char after the one space behind {@code i}; a space if there is none. */
  private char nextWord(int i) {
    return i + 2 < chars.length && chars[i + 1] == ' ' ? chars[i + 2] : ' ';
  }

  /** The next blank line from {@code i} on, or the end of the text. */
  int paragraphEnd(int i) {
    int end = i;
    while (end < chars.length && chars[end] != PARAGRAPH) {
      end++;
    }
    return end;
  }

  private int readSpace(int start) {
    int breaks = 0;
    char previous = ' ';
    int i = start;
    while (i < chars.length && Characters.isSeparator(chars[i])) {
      char c = chars[i];
      breaks += c == '\n' && previous == '\r' ? 0 : Characters.lineBreaks(c);
      chars[i] = ' ';
      previous = c;
      i++;
    }
    if (breaks > 1) {
      chars[start] = PARAGRAPH;
    }
    return i;
  }

  private int readChunk(String text, int start) {
    int previous = -1;
    boolean flagOpen = false;
    int i = start;
    while (i < chars.length && !Characters.isSeparator(chars[i])) {
      char c = chars[i];
      if (c < 0x80) {
        if (previous == Characters.ZERO_WIDTH_JOINER) {
          mark(i, i + 1, INNER);
        }
        do {
          chars[i] = CharacterFolding.fold(c);
          i++;
          c = i < chars.length ? chars[i] : ' ';
        } while (c > ' ' && c < 0x80);
        previous = chars[i - 1];
        flagOpen = false;
        continue;
      }
      int codePoint = text.codePointAt(i);
      int end = i + Character.charCount(codePoint);
      boolean flag = Characters.isRegionalIndicator(codePoint);
      boolean extending =
          Characters.isExtending(codePoint)
              || previous == Characters.ZERO_WIDTH_JOINER
              || flag && flagOpen;
      if (i > start && extending) {
        mark(i, end, INNER);
        Arrays.fill(chars, i, end, 'a');
        flagOpen = flagOpen && !flag;
      } else {
        read(codePoint, i, end);
        flagOpen = flag;
      }
      previous = codePoint;
      i = end;
    }
    if (i - start > MAX_CHUNK) {
      hideInside(start, i);
    }
    return i;
  }

  private void read(int codePoint, int start, int end) {
    if (Characters.standsAlone(codePoint)) {
      mark(start, start + 1, ALONE);
    }
    if (end - start == 2) {
      mark(start + 1, end, INNER);
      if (Character.isLetterOrDigit(codePoint)) {
        Arrays.fill(chars, start, end, 'a');
      }
    } else {
      chars[start] = CharacterFolding.fold(chars[start]);
    }
  }

  /** Leaves no sentence end inside an overlong chunk. */
  private void hideInside(int start, int end) {
    for (int i = start; i < end - 1; i++) {
      if (!Character.isLetterOrDigit(chars[i])) {
        chars[i] = '_';
      }
    }
  }

  private void mark(int start, int end, byte mark) {
    if (marks == null) {
      marks = new byte[chars.length + 1];
    }
    Arrays.fill(marks, start, end, mark);
  }
}
