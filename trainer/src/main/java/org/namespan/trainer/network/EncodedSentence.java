package org.namespan.trainer.network;

import java.util.List;
import org.namespan.internal.feature.TokenFeatures;

/**
 * A sentence as ids.
 *
 * @param words word ids {@code [time]}
 * @param hashes ids of hashed features {@code [time, features]}
 * @param targets what the tokens are to be labelled; null outside training
 */
public record EncodedSentence(int[] words, int[] hashes, LabelTargets targets) {

  /** A sentence with one gold label per token. */
  public EncodedSentence(int[] words, int[] hashes, int[] labels) {
    this(words, hashes, LabelTargets.gold(labels));
  }

  /** Encodes tokens by the features of a model, for tagging. */
  public static EncodedSentence of(List<String> tokens, TokenFeatures features) {
    return of(tokens, null, features);
  }

  /** Encodes tokens by the features of a model, for training. */
  public static EncodedSentence of(
      List<String> tokens, LabelTargets targets, TokenFeatures features) {
    int hashCount = features.hashedCount();
    int[] words = new int[tokens.size()];
    int[] hashes = new int[tokens.size() * hashCount];
    for (int t = 0; t < words.length; t++) {
      words[t] = features.wordId(tokens.get(t));
      features.hashIds(tokens.get(t), hashes, t * hashCount);
    }
    return new EncodedSentence(words, hashes, targets);
  }

  /** Tokens of the sentence. */
  public int length() {
    return words.length;
  }
}
