package org.namespan.internal.feature;

/**
 * The ids of tokens, kept for the next time: most of a text is made of few words. Each stands where
 * its hash points to, until another takes the place. Safe for use by many threads.
 */
public final class TokenMemory {

  /** A power of two: as many tokens are remembered at most. */
  private static final int PLACES = 8192;

  private static final int LONGEST_REMEMBERED = 24;

  /** As many characters have room in a {@link #key}. */
  private static final int LONGEST_KEY = 8;

  /** Immutable, so that a thread that sees it sees all of it. */
  private static final class Remembered {
    private final long key;
    private final String token;
    private final int[] ids;

    Remembered(long key, String token, int[] ids) {
      this.key = key;
      this.token = token;
      this.ids = ids;
    }
  }

  private final TokenFeatures features;
  private final Remembered[] places = new Remembered[PLACES];

  /** An empty one. */
  public TokenMemory(TokenFeatures features) {
    this.features = features;
  }

  /**
   * The {@link TokenFeatures#wordId} of a part of a text and, behind it, its {@link
   * TokenFeatures#hashIds}; no string is made of a token that is known. The array is shared and
   * must not be written to.
   */
  public int[] ids(String text, int start, int end) {
    long key = key(text, start, end);
    // Multiplicative hashing (Knuth, The Art of Computer Programming, 6.4).
    long mixed = (key == 0 ? hash(text, start, end) : key) * 0x9E3779B97F4A7C15L;
    int place = (int) (mixed >>> 32) & (PLACES - 1);
    Remembered remembered = places[place];
    if (remembered != null
        && remembered.key == key
        && (key != 0
            || remembered.token.length() == end - start
                && text.startsWith(remembered.token, start))) {
      return remembered.ids;
    }
    String token = text.substring(start, end);
    int[] ids = new int[1 + features.hashedCount()];
    ids[0] = features.wordId(token);
    features.hashIds(token, ids, 1);
    if (token.length() <= LONGEST_REMEMBERED) {
      places[place] = new Remembered(key, token, ids);
    }
    return ids;
  }

  /** A short token of ASCII as one number, so that it is told from others at once; else 0. */
  private static long key(String text, int start, int end) {
    if (end - start > LONGEST_KEY) {
      return 0;
    }
    long key = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == 0 || c > 0x7f) {
        return 0;
      }
      key = key << 8 | c;
    }
    return key;
  }

  private static int hash(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash;
  }
}
