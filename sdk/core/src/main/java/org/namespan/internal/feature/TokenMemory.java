package org.namespan.internal.feature;

/**
 * The ids of tokens, kept for the next time: most of a text is made of few words. Each stands where
 * its hash points to, until another takes the place. Safe for use by many threads.
 */
public final class TokenMemory {

  /** A power of two: as many tokens are remembered at most. */
  private static final int PLACES = 4096;

  private static final int LONGEST_REMEMBERED = 24;

  /** Immutable, so that a thread that sees it sees all of it. */
  private static final class Remembered {
    private final String token;
    private final int[] ids;

    Remembered(String token, int[] ids) {
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
   * The {@link TokenFeatures#wordId} of a token and, behind it, its {@link TokenFeatures#hashIds}.
   * The array is shared and must not be written to.
   */
  public int[] ids(String token) {
    return ids(token, 0, token.length(), token.hashCode());
  }

  /** The {@link #ids(String)} of a part of a text, of which no string is made if it is known. */
  public int[] ids(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return ids(text, start, end, hash);
  }

  private int[] ids(String text, int start, int end, int hash) {
    int place = (hash ^ hash >>> 16) & (PLACES - 1);
    Remembered remembered = places[place];
    if (remembered != null
        && remembered.token.length() == end - start
        && text.startsWith(remembered.token, start)) {
      return remembered.ids;
    }
    String token = text.substring(start, end);
    int[] ids = new int[1 + features.hashedCount()];
    ids[0] = features.wordId(token);
    features.hashIds(token, ids, 1);
    if (token.length() <= LONGEST_REMEMBERED) {
      places[place] = new Remembered(token, ids);
    }
    return ids;
  }
}
