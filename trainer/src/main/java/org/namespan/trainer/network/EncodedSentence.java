package org.namespan.trainer.network;

import java.util.List;
import org.namespan.model.feature.TokenFeatures;

/**
 * A sentence as ids.
 *
 * @param words word ids {@code [time]}
 * @param hashes ids of hashed features {@code [time, features]}
 * @param chars ids of characters {@code [time, length]}
 * @param targets what the tokens are to be labelled; null outside training
 */
public record EncodedSentence(int[] words, int[] hashes, int[] chars, LabelTargets targets) {

  /** A sentence with one gold label per token, without characters. */
  public EncodedSentence(int[] words, int[] hashes, int[] labels) {
    this(words, hashes, LabelTargets.gold(labels));
  }

  /** A sentence without characters. */
  public EncodedSentence(int[] words, int[] hashes, LabelTargets targets) {
    this(words, hashes, new int[0], targets);
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
    int charLength = features.charLength();
    int[] chars = new int[tokens.size() * charLength];
    for (int t = 0; t < words.length; t++) {
      words[t] = features.wordId(tokens.get(t));
      features.hashIds(tokens.get(t), hashes, t * hashCount);
      features.charIds(tokens.get(t), chars, t * charLength);
    }
    return new EncodedSentence(words, hashes, chars, targets);
  }

  /** Tokens of the sentence. */
  public int length() {
    return words.length;
  }
}
