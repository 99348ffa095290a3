package org.namespan.model.text;

import org.jspecify.annotations.Nullable;

/**
 * Where the tokens of short pre-tokens end: a model's answer depends on the pre-token alone, and
 * many such as {@code said,} come again and again. Direct-mapped: each has the one slot that its
 * hash points to, until another takes it. Safe for use by many threads.
 */
final class PreTokenCache {

  /** A power of two. */
  private static final int SLOTS = 1 << 14;

  private static final int LONGEST = 24;

  /** Immutable, so that a thread that sees it sees all of it. */
  private static final class Entry {
    private final String preToken;
    private final int[] ends;

    Entry(String preToken, int[] ends) {
      this.preToken = preToken;
      this.ends = ends;
    }
  }

  private final Entry[] slots = new Entry[SLOTS];

  /**
   * What was put for the pre-token between two offsets of a text, null if it is not there any more.
   * The array is shared and must not be written to.
   */
  int @Nullable [] get(NormalizedText text, int start, int end) {
    Entry entry = slots[slot(text.hash(start, end))];
    return entry != null && text.contentEquals(start, end, entry.preToken) ? entry.ends : null;
  }

  /** Keeps the token ends of a pre-token, unless it is long. */
  void put(String preToken, int[] ends) {
    if (preToken.length() <= LONGEST) {
      slots[slot(preToken.hashCode())] = new Entry(preToken, ends);
    }
  }

  private static int slot(int hash) {
    return (hash ^ hash >>> 16) & (SLOTS - 1);
  }
}
