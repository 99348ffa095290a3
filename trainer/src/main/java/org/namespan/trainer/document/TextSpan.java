package org.namespan.trainer.document;

import java.util.List;

/**
 * A typed stretch of a text, as people mark it: with offsets of characters, not of tokens. It may
 * consist of several fragments, as in brat: {@code Mr.} and {@code Smith} of {@code Mr. and Mrs.
 * Smith}. It may be empty, begin within a word and overlap others; {@link SpanAligner} says what
 * becomes of those. Immutable.
 *
 * @param type the entity type, such as {@code PER}
 * @param fragments one as a rule; in order, none overlapping
 * @param line its line in the file, counted from 1; 0 if it comes from no line
 */
public record TextSpan(String type, List<Fragment> fragments, int line) {

  /**
   * A stretch without gaps.
   *
   * @param start UTF-16 offset of its first {@code char}
   * @param end UTF-16 offset after its last {@code char}
   */
  public record Fragment(int start, int end) {
    /** Rejects what begins before the text or ends before it begins. */
    public Fragment {
      if (start < 0 || end < start) {
        throw new IllegalArgumentException("[" + start + ", " + end + ") is no stretch of a text");
      }
    }

    /** How many offsets it takes. */
    int length() {
      return end - start;
    }
  }

  /** Copies the list, which must hold a fragment or several in order. */
  public TextSpan {
    fragments = List.copyOf(fragments);
    if (fragments.isEmpty()) {
      throw new IllegalArgumentException("found no fragment, expected at least one");
    }
    for (int i = 1; i < fragments.size(); i++) {
      if (fragments.get(i).start() < fragments.get(i - 1).end()) {
        throw new IllegalArgumentException("fragments overlap or are out of order");
      }
    }
  }

  /** A span of one fragment. */
  public static TextSpan of(String type, int start, int end, int line) {
    return new TextSpan(type, List.of(new Fragment(start, end)), line);
  }

  /** The same with one fragment instead of its own. */
  TextSpan over(Fragment whole) {
    return new TextSpan(type, List.of(whole), line);
  }

  /** Offset of the first fragment's first {@code char}. */
  public int start() {
    return fragments.get(0).start();
  }

  /** Offset after the last fragment's last {@code char}. */
  public int end() {
    return fragments.get(fragments.size() - 1).end();
  }

  /** Whether there are gaps in it. */
  public boolean isDiscontinuous() {
    return fragments.size() > 1;
  }
}
