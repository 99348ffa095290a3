package org.namespan.trainer.batch;

import java.util.EnumMap;
import java.util.Map;

/** Encoded sentences from ids given by hand. */
public final class EncodedSentences {
  private EncodedSentences() {}

  /** A sentence of words alone. */
  public static EncodedSentence of(int[] words, LabelTargets targets) {
    return of(words, new int[0], new int[0], targets);
  }

  /**
   * A sentence of at least one token.
   *
   * @param words {@code [time]}
   * @param hashes {@code [time, features]}; empty for none
   * @param chars {@code [time, length]}; empty for none
   */
  public static EncodedSentence of(int[] words, int[] hashes, int[] chars, LabelTargets targets) {
    Map<TokenInput, TokenIds> inputs = new EnumMap<>(TokenInput.class);
    put(TokenInput.WORDS, words, words.length, inputs);
    put(TokenInput.HASHES, hashes, words.length, inputs);
    put(TokenInput.CHARS, chars, words.length, inputs);
    return new EncodedSentence(words.length, inputs, targets);
  }

  private static void put(TokenInput input, int[] ids, int time, Map<TokenInput, TokenIds> inputs) {
    if (ids.length > 0) {
      inputs.put(input, new TokenIds(ids.length / time, ids));
    }
  }
}
