package org.namespan.trainer.batch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.namespan.model.feature.CharacterInput;
import org.namespan.model.feature.HashedInput;
import org.namespan.model.feature.WordInput;

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
    Map<String, TokenIds> inputs = new LinkedHashMap<>();
    put(WordInput.NAME, words, words.length, inputs);
    put(HashedInput.NAME, hashes, words.length, inputs);
    put(CharacterInput.NAME, chars, words.length, inputs);
    return new EncodedSentence(words.length, inputs, targets);
  }

  private static void put(String input, int[] ids, int time, Map<String, TokenIds> inputs) {
    if (ids.length > 0) {
      inputs.put(input, new TokenIds(ids.length / time, !input.equals(WordInput.NAME), ids));
    }
  }
}
