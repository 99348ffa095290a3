package org.namespan.model.feature;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * The word forms that a model knows, as one text: tens of thousands of strings would cost a loader
 * more time, and a small device more memory, than all else in a model file. Immutable.
 */
public final class Vocabulary extends AbstractList<String> implements RandomAccess {

  /** The words, a line feed after each but the last. */
  private final char[] lines;

  /** Where each word begins, and where one after the last would. */
  private final int[] starts;

  /** Reads the text once, for this runs in cold JVMs. */
  private Vocabulary(char[] text) {
    lines = text;
    int[] found = new int[lines.length / 2 + 2];
    int size = 0;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i] == '\n') {
        size = end(found, size, i);
      }
    }
    if (lines.length > 0) {
      size = end(found, size, lines.length);
    }
    starts = Arrays.copyOf(found, size + 1);
  }

  private static int end(int[] found, int word, int end) {
    if (end == found[word]) {
      throw new IllegalArgumentException("word " + (word + 1) + " of the vocabulary is empty");
    }
    found[word + 1] = end + 1;
    return word + 1;
  }

  /**
   * The words of a list.
   *
   * @return {@code words} itself if it is a vocabulary
   * @throws IllegalArgumentException if a word is empty or holds a line feed
   */
  public static Vocabulary of(List<String> words) {
    if (words instanceof Vocabulary known) {
      return known;
    }
    Vocabulary vocabulary = new Vocabulary(String.join("\n", words).toCharArray());
    if (vocabulary.size() < words.size()) {
      throw new IllegalArgumentException("word 1 of the vocabulary is empty");
    }
    if (vocabulary.size() > words.size()) {
      throw new IllegalArgumentException("a word of the vocabulary holds a line feed");
    }
    return vocabulary;
  }

  /**
   * The words of a text, one in each line.
   *
   * @param lines a line feed between words; empty for no word; kept, not copied
   * @throws IllegalArgumentException if a line is empty
   */
  public static Vocabulary ofLines(char[] lines) {
    return new Vocabulary(lines);
  }

  /** All words, a line feed between them. */
  public String lines() {
    return new String(lines);
  }

  /**
   * A code point of {@link #lines}.
   *
   * @param end of the word that it belongs to
   */
  int codePoint(int index, int end) {
    char c = lines[index];
    return Character.isHighSurrogate(c) ? Character.codePointAt(lines, index, end) : c;
  }

  /** Where a word begins in {@link #lines}. */
  int start(int word) {
    return starts[word];
  }

  /** Where a word ends in {@link #lines}. */
  int end(int word) {
    return starts[word + 1] - 1;
  }

  /** Whether two words are the same. */
  boolean areSame(int word, int other) {
    int from = starts[other];
    if (end(word) - starts[word] != end(other) - from) {
      return false;
    }
    for (int i = starts[word]; i < end(word); i++) {
      if (lines[i] != lines[from++]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String get(int word) {
    if (word < 0 || word >= size()) {
      throw new IndexOutOfBoundsException("word " + word + " of " + size());
    }
    return new String(lines, start(word), end(word) - start(word));
  }

  @Override
  public int size() {
    return starts.length - 1;
  }
}
