package org.namespan.trainer.wordpiece;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A vocabulary of word pieces and how words are cut into them: always the longest piece that fits
 * (Wu et al. 2016). Pieces within a word begin with {@code ##}. Immutable, safe for use by many
 * threads.
 *
 * <p>With the pieces {@code un, ##aff, ##able}, {@code ids("Unaffable")} are the ids of all three.
 */
public final class WordPieces {

  /** Stands for what no pieces make up. */
  public static final String UNKNOWN = "[UNK]";

  /** Stands before every sequence. */
  public static final String START = "[CLS]";

  /** Stands behind every sequence. */
  public static final String END = "[SEP]";

  /** Stands for padding. */
  public static final String PADDING = "[PAD]";

  private static final String WITHIN = "##";
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> ids = new HashMap<>();
  private final int unknown;
  private final int start;
  private final int end;

  /**
   * @param pieces by id
   * @throws IllegalArgumentException if one of {@code [PAD]}, {@code [UNK]}, {@code [CLS]} and
   *     {@code [SEP]} is missing, padding is not the first, or a piece is there twice
   */
  public WordPieces(List<String> pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      if (ids.put(pieces.get(i), i) != null) {
        throw new IllegalArgumentException("piece " + i + " is there twice, expected each once");
      }
    }
    unknown = require(UNKNOWN);
    start = require(START);
    end = require(END);
    if (require(PADDING) != 0) {
      throw new IllegalArgumentException(
          PADDING + " is piece " + require(PADDING) + ", expected 0");
    }
  }

  private int require(String piece) {
    Integer id = ids.get(piece);
    if (id == null) {
      throw new IllegalArgumentException("found no piece " + piece + ", expected it once");
    }
    return id;
  }

  /** The id of what stands before every sequence. */
  public int start() {
    return start;
  }

  /** The id of what stands behind every sequence. */
  public int end() {
    return end;
  }

  /**
   * The ids of a token's pieces, at least one: where nothing is left of a token, such as one of
   * control characters alone, it is unknown.
   */
  public int[] ids(String token) {
    int[] pieces =
        UncasedText.words(token).stream()
            .flatMapToInt(word -> Arrays.stream(ofWord(word)))
            .toArray();
    return pieces.length == 0 ? new int[] {unknown} : pieces;
  }

  private int[] ofWord(String word) {
    int length = word.codePointCount(0, word.length());
    if (length > LONGEST_WORD) {
      return new int[] {unknown};
    }
    IntStream.Builder found = IntStream.builder();
    int from = 0;
    while (from < word.length()) {
      int to = word.length();
      Integer id = null;
      while (to > from && id == null) {
        String piece = word.substring(from, to);
        id = ids.get(from == 0 ? piece : WITHIN + piece);
        to = id == null ? word.offsetByCodePoints(to, -1) : to;
      }
      if (id == null) {
        return new int[] {unknown};
      }
      found.add(id);
      from = to;
    }
    return found.build().toArray();
  }
}
