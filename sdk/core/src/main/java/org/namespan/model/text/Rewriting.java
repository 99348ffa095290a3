package org.namespan.model.text;

import java.util.Arrays;

/** What is written of a text while it is cleaned, aligned with it. Used by one thread. */
final class Rewriting {

  private final String original;
  private final StringBuilder text;

  /** {@code [char]}: where in the original each char begins and ends. */
  private int[] starts;

  private int[] ends;

  /** The original up to here is written. */
  private int copied;

  Rewriting(String original) {
    this.original = original;
    this.text = new StringBuilder(original.length());
    this.starts = new int[original.length() + 1];
    this.ends = new int[original.length() + 1];
  }

  /** Up to where the original is written. */
  int copied() {
    return copied;
  }

  /** Where in the original the char at {@code i} begins. */
  int start(int i) {
    return starts[i];
  }

  /** Where in the original the char at {@code i} ends. */
  int end(int i) {
    return ends[i];
  }

  /** Writes the original up to {@code end} as it is. */
  void copyUntil(int end) {
    for (int i = copied; i < end; i++) {
      append(original.charAt(i), i, i + 1);
    }
    copied = Math.max(copied, end);
  }

  /** Writes what is between two offsets of the original as another text. */
  void replace(int start, int end, String with) {
    copyUntil(start);
    append(with, start, end);
    copied = end;
  }

  /**
   * Writes what is between two offsets of the original as marks, composed with the letter at the
   * end of what is written, if there is one.
   */
  void compose(int start, int end, String marks) {
    copyUntil(start);
    int letter = Composition.segmentStart(text);
    boolean found = letter < text.length() && Composition.isBase(text.codePointAt(letter));
    String composed = found ? Composition.compose(text.substring(letter) + marks) : null;
    if (composed != null) {
      int from = starts[letter];
      text.setLength(letter);
      append(composed, from, end);
    } else if (original.startsWith(marks, start)) {
      copyUntil(end);
    } else {
      append(marks, start, end);
    }
    copied = end;
  }

  private void append(String part, int start, int end) {
    for (int k = 0; k < part.length(); k++) {
      append(part.charAt(k), start, end);
    }
  }

  private void append(char c, int start, int end) {
    int at = text.length();
    if (at == starts.length) {
      starts = Arrays.copyOf(starts, 2 * at);
      ends = Arrays.copyOf(ends, 2 * at);
    }
    text.append(c);
    starts[at] = start;
    ends[at] = end;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
