package org.namespan.internal.feature;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The word forms that a model knows, as one text: tens of thousands of strings would cost a loader
 * more time, and a small device more memory, than all else in a model file. Immutable.
 */
public final class Vocabulary extends AbstractList<String> implements RandomAccess {

  /** The words, a line feed after each but the last. */
  private final String lines;

  /** Where each word begins, and where one after the last would. */
  private final int[] starts;

  private Vocabulary(String lines, int size) {
    this.lines = lines;
    this.starts = new int[size + 1];
    char[] chars = lines.toCharArray();
    int word = 0;
    for (int i = 0; size > 0 && i <= chars.length; i++) {
      if (i == chars.length || chars[i] == '\n') {
        if (i == starts[word]) {
          throw new IllegalArgumentException("word " + (word + 1) + " of the vocabulary is empty");
        }
        if (++word > size) {
          throw new IllegalArgumentException("a word of the vocabulary holds a line feed");
        }
        starts[word] = i + 1;
      }
    }
  }

  /**
   * The words of a list.
   *
   * @return {@code words} itself if it is a vocabulary
   * @throws IllegalArgumentException if a word is empty or holds a line feed
   */
  public static Vocabulary of(List<String> words) {
    return words instanceof Vocabulary
        ? (Vocabulary) words
        : new Vocabulary(String.join("\n", words), words.size());
  }

  /**
   * The words of a text, one in each line.
   *
   * @param lines a line feed between words; empty for no word
   * @throws IllegalArgumentException if a line is empty
   */
  public static Vocabulary ofLines(String lines) {
    int size = lines.isEmpty() ? 0 : 1;
    for (char c : lines.toCharArray()) {
      size += c == '\n' ? 1 : 0;
    }
    return new Vocabulary(lines, size);
  }

  /** All words, a line feed between them. */
  public String lines() {
    return lines;
  }

  /** Where a word begins in {@link #lines}. */
  int start(int word) {
    return starts[word];
  }

  /** Where a word ends in {@link #lines}. */
  int end(int word) {
    return starts[word + 1] - 1;
  }

  @Override
  public String get(int word) {
    if (word < 0 || word >= size()) {
      throw new IndexOutOfBoundsException("word " + word + " of " + size());
    }
    return lines.substring(start(word), end(word));
  }

  @Override
  public int size() {
    return starts.length - 1;
  }
}
