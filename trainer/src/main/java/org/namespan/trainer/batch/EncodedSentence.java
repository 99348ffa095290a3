package org.namespan.trainer.batch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.namespan.model.feature.TokenFeatures;

/**
 * A sentence as ids.
 *
 * @param length tokens of the sentence
 * @param inputs what the tokens are read by, in the order of {@link TokenInput}
 * @param targets what the tokens are to be labelled; {@link LabelTargets#NONE} outside training
 */
public record EncodedSentence(int length, Map<TokenInput, TokenIds> inputs, LabelTargets targets) {

  /** Encodes tokens by the features of a model, for tagging. */
  public static EncodedSentence of(List<String> tokens, TokenFeatures features) {
    return of(tokens, LabelTargets.NONE, features);
  }

  /** Encodes tokens by the features of a model, for training. */
  public static EncodedSentence of(
      List<String> tokens, LabelTargets targets, TokenFeatures features) {
    Map<TokenInput, TokenIds> inputs = new EnumMap<>(TokenInput.class);
    for (TokenInput input : TokenInput.values()) {
      int width = input.width(features);
      if (width > 0) {
        int[] ids = new int[tokens.size() * width];
        for (int t = 0; t < tokens.size(); t++) {
          input.encode(tokens.get(t), features, ids, t * width);
        }
        inputs.put(input, new TokenIds(width, ids));
      }
    }
    return new EncodedSentence(tokens.size(), inputs, targets);
  }

  /** Ids of one kind {@code [time, width]}; empty if the tokens are not read by them. */
  public int[] ids(TokenInput input) {
    return inputs.containsKey(input) ? inputs.get(input).values() : new int[0];
  }
}
