package org.namespan.model.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.namespan.model.feature.EncodedTokens;

/** Tokens {@code start..end} of a sentence, which one run of the graph sees. */
final class Window implements Comparable<Window> {

  private final int sentence;
  private final int start;
  private final int end;

  private Window(int sentence, int start, int end) {
    this.sentence = sentence;
    this.start = start;
    this.end = end;
  }

  /**
   * The windows of all sentences with tokens, the shortest first.
   *
   * @param size tokens of a window at most; those of a longer sentence overlap by half of it
   */
  static List<Window> of(EncodedTokens tokens, int size) {
    List<Window> windows = new ArrayList<>(tokens.sentences());
    for (int i = 0; i < tokens.sentences(); i++) {
      int time = tokens.count(i);
      int start = 0;
      while (time - start > size) {
        windows.add(new Window(i, start, start + size));
        start += size - overlap(size);
      }
      if (time > 0) {
        windows.add(new Window(i, start, time));
      }
    }
    Collections.sort(windows);
    return windows;
  }

  /** Tokens that two windows of a sentence have in common. */
  static int overlap(int size) {
    return size / 2;
  }

  /** Which sentence, counted from 0. */
  int sentence() {
    return sentence;
  }

  /** Its first token in the sentence. */
  int start() {
    return start;
  }

  /** The token after its last. */
  int end() {
    return end;
  }

  int length() {
    return end - start;
  }

  /** The shorter comes first. */
  @Override
  public int compareTo(Window other) {
    return Integer.compare(length(), other.length());
  }
}
