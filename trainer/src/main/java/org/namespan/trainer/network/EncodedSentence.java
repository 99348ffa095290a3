package org.namespan.trainer.network;

import java.util.List;
import org.namespan.internal.feature.TokenFeatures;

/**
 * A sentence as ids.
 *
 * @param words word ids {@code [time]}
 * @param hashes ids of hashed features {@code [time, features]}
 * @param labels gold label ids {@code [time]}
 */
public record EncodedSentence(int[] words, int[] hashes, int[] labels) {

  /** Encodes tokens by the features of a model. */
  public static EncodedSentence of(List<String> tokens, int[] labels, TokenFeatures features) {
    int hashCount = features.hashedCount();
    int[] words = new int[tokens.size()];
    int[] hashes = new int[tokens.size() * hashCount];
    for (int t = 0; t < words.length; t++) {
      words[t] = features.wordId(tokens.get(t));
      features.hashIds(tokens.get(t), hashes, t * hashCount);
    }
    return new EncodedSentence(words, hashes, labels);
  }

  /** Tokens of the sentence. */
  public int length() {
    return words.length;
  }
}
