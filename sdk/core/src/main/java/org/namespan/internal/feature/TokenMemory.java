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
  private record Remembered(String token, int[] ids) {}

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
    int hash = token.hashCode();
    int place = (hash ^ hash >>> 16) & (PLACES - 1);
    Remembered remembered = places[place];
    if (remembered != null && remembered.token.equals(token)) {
      return remembered.ids;
    }
    int[] ids = new int[1 + features.hashedCount()];
    ids[0] = features.wordId(token);
    features.hashIds(token, ids, 1);
    if (token.length() <= LONGEST_REMEMBERED) {
      places[place] = new Remembered(token, ids);
    }
    return ids;
  }
}
