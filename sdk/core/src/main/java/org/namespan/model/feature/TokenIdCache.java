package org.namespan.model.feature;

import org.jspecify.annotations.Nullable;
import org.namespan.model.text.CleanText;
import org.namespan.model.text.Token;
import org.namespan.model.text.TokenView;
import org.namespan.model.text.WordKind;

/**
 * A cache of the ids of tokens: most of a text is made of few words. It is two-way set-associative:
 * a token lies in one of the two slots that its hash points to, and the one used longer ago is
 * replaced. Used by one thread at a time.
 */
public final class TokenIdCache {

  /** A power of two: as many tokens are kept at most. */
  private static final int SLOTS = 1 << 14;

  private static final int LONGEST = 24;

  /** As many characters have room in a {@link #key}. */
  private static final int LONGEST_KEY = 8;

  /** In which form tokens are read. */
  enum Form {
    /** As {@link TokenView} shows them to a tagger. */
    SHOWN,
    /** By their clean characters, as a classifier reads them. */
    CLEAN
  }

  private final Form form;
  private final TokenInput[] inputs;

  /** {@code [inputs]}: ids that each has of a token. */
  private final int[] widths;

  /** Ids of a token, of all inputs together. */
  private final int width;

  /** {@code [slot]}: the {@link #key} of its token. */
  private final long[] keys = new long[SLOTS];

  /** {@code [slot]}: its token if that has no key, else null. */
  private final @Nullable String[] tokens = new String[SLOTS];

  /** {@code [SLOTS + 1, width]}: the last row is for a token that is not kept. */
  private final int[] ids;

  /** {@code [SLOTS + 1]}: whether the token {@linkplain WordKind#isWord is a word}. */
  private final boolean[] words = new boolean[SLOTS + 1];

  /** {@code [slots / 2]}: whether the second of two slots was used last. */
  private final boolean[] secondIsNewer = new boolean[SLOTS / 2];

  /** An empty cache of what {@code features} gives for tokens as they are shown. */
  public TokenIdCache(TokenFeatures features) {
    this(features, Form.SHOWN);
  }

  /** An empty cache of what {@code features} gives. */
  TokenIdCache(TokenFeatures features, Form form) {
    this.form = form;
    inputs = features.inputs().toArray(new TokenInput[0]);
    widths = new int[inputs.length];
    int sum = 0;
    for (int i = 0; i < widths.length; i++) {
      widths[i] = inputs[i].width();
      sum += widths[i];
    }
    width = sum;
    ids = new int[(SLOTS + 1) * width];
  }

  /**
   * Writes the ids of a token that is a part of a text, in the form of this cache; no string is
   * made of one that is known.
   *
   * @param target {@code [inputs, tokens, width]}
   * @param token which one it is there
   * @return whether it {@linkplain WordKind#isWord is a word}
   */
  public boolean putIds(String text, int start, int end, int[][] target, int token) {
    int slot = slot(text, start, end);
    int from = slot * width;
    for (int i = 0; i < widths.length; i++) {
      int count = widths[i];
      System.arraycopy(ids, from, target[i], token * count, count);
      from += count;
    }
    return words[slot];
  }

  /** The slot that holds the ids of a token, filled if it does not yet. */
  private int slot(String text, int start, int end) {
    long key = key(text, start, end);
    // Multiplicative hashing (Knuth, The Art of Computer Programming, 6.4).
    long mixed = (key == 0 ? hash(text, start, end) : key) * 0x9E3779B97F4A7C15L;
    int pair = (int) (mixed >>> 32) & (SLOTS / 2 - 1);
    boolean first = isAt(2 * pair, key, text, start, end);
    boolean second = !first && isAt(2 * pair + 1, key, text, start, end);
    if (first || second) {
      secondIsNewer[pair] = second;
      return 2 * pair + (second ? 1 : 0);
    }
    String token = text.substring(start, end);
    String shown = form == Form.SHOWN ? TokenView.of(token) : CleanText.ofToken(token);
    int slot = SLOTS;
    if (token.length() <= LONGEST) {
      secondIsNewer[pair] ^= true;
      slot = 2 * pair + (secondIsNewer[pair] ? 1 : 0);
      keys[slot] = key;
      tokens[slot] = key == 0 ? token : null;
    }
    words[slot] = WordKind.isWord(new Token(text, start, end));
    int at = slot * width;
    for (TokenInput input : inputs) {
      input.encode(shown, ids, at);
      at += input.width();
    }
    return slot;
  }

  private boolean isAt(int slot, long key, String text, int start, int end) {
    if (key != 0) {
      return keys[slot] == key;
    }
    String token = tokens[slot];
    return token != null && token.length() == end - start && text.startsWith(token, start);
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
