package org.namespan.model.feature;

import java.util.Arrays;
import org.namespan.model.text.CharacterFolding;

/**
 * The characters of a token, folded as {@link CharacterFolding} does and in their case, with {@link
 * TokenFeatures#PAD} after the last of them. Of a token longer than {@link #width} only both ends
 * are read: its first {@code width - width / 2} and its last {@code width / 2} characters, in this
 * order.
 */
public final class CharacterInput extends TokenInput {

  /** Name of its tensor. */
  public static final String NAME = "chars";

  /** The characters that are read of a token at most: buffers of ids have so many for each. */
  public static final int MAX_WIDTH = 256;

  private final String alphabet;

  /** The characters of the alphabet in the order of Unicode, and the id of each. */
  private final int[] sorted;

  private final int[] ids;

  /**
   * Characters by an alphabet; the first has id {@link TokenFeatures#FIRST_WORD}, and those that it
   * does not hold have {@link TokenFeatures#UNK}.
   *
   * @param alphabet the code points that have an id of their own, each once
   * @param width code points that are read of a token at most, 1 to {@link #MAX_WIDTH}
   * @throws IllegalArgumentException if no token could be read so
   */
  public CharacterInput(String alphabet, int width) {
    super(
        NAME,
        "characters",
        TokenFeatures.FIRST_WORD + alphabet.codePointCount(0, alphabet.length()),
        width);
    if (width < 1) {
      throw new IllegalArgumentException(
          "characters of a token are " + width + ", expected at least 1");
    }
    if (width > MAX_WIDTH) {
      throw new IllegalArgumentException(
          "characters of a token are " + width + ", expected at most " + MAX_WIDTH);
    }
    this.alphabet = alphabet;
    int[] inOrder = alphabet.codePoints().toArray();
    sorted = inOrder.clone();
    Arrays.sort(sorted);
    ids = new int[sorted.length];
    for (int i = 0; i < inOrder.length; i++) {
      int c = inOrder[i];
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        throw new IllegalArgumentException("alphabet holds half a surrogate pair");
      }
      int place = Arrays.binarySearch(sorted, c);
      if (ids[place] != 0) {
        throw new IllegalArgumentException(
            "alphabet holds U+" + Integer.toHexString(c) + " twice, expected each once");
      }
      ids[place] = TokenFeatures.FIRST_WORD + i;
    }
  }

  /** The code points that have an id of their own, in the order of their ids. */
  public String alphabet() {
    return alphabet;
  }

  @Override
  public void encode(String token, int[] target, int at) {
    int count = token.codePointCount(0, token.length());
    int read = Math.min(count, width());
    int tail = count > width() ? width() / 2 : 0;
    int next = 0;
    for (int i = 0; i < read; i++) {
      if (tail > 0 && i == read - tail) {
        next = token.offsetByCodePoints(token.length(), -tail);
      }
      int c = token.codePointAt(next);
      next += Character.charCount(c);
      int found = Arrays.binarySearch(sorted, CharacterFolding.fold(c));
      target[at + i] = found < 0 ? TokenFeatures.UNK : ids[found];
    }
    Arrays.fill(target, at + read, at + width(), TokenFeatures.PAD);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CharacterInput characters
        && characters.alphabet.equals(alphabet)
        && characters.width() == width();
  }

  @Override
  public int hashCode() {
    return 31 * alphabet.hashCode() + width();
  }
}
