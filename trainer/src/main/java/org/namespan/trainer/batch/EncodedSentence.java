package org.namespan.trainer.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.feature.TokenInput;

/**
 * A sentence as ids.
 *
 * @param length tokens of the sentence
 * @param inputs what the tokens are read by, by name, in the order of {@link TokenFeatures#inputs}
 * @param pieces the word pieces of the tokens, for networks that read these
 * @param targets what the tokens are to be labelled; {@link LabelTargets#NONE} outside training
 */
public record EncodedSentence(
    int length, Map<String, TokenIds> inputs, PieceIds pieces, LabelTargets targets) {

  /** A sentence that is read by its tokens alone. */
  public EncodedSentence(int length, Map<String, TokenIds> inputs, LabelTargets targets) {
    this(length, inputs, PieceIds.NONE, targets);
  }

  /** Encodes the tokens that are shown of a sentence by the features of a model, for tagging. */
  public static EncodedSentence of(List<String> tokens, TokenFeatures features) {
    return of(tokens, LabelTargets.NONE, features);
  }

  /** Encodes the tokens that are shown of a sentence by the features of a model, for training. */
  public static EncodedSentence of(
      List<String> tokens, LabelTargets targets, TokenFeatures features) {
    Map<String, TokenIds> inputs = new LinkedHashMap<>();
    for (TokenInput input : features.inputs()) {
      int width = input.width();
      int[] ids = new int[tokens.size() * width];
      for (int t = 0; t < tokens.size(); t++) {
        input.encode(tokens.get(t), ids, t * width);
      }
      inputs.put(input.name(), new TokenIds(width, input.hasAxis(), ids));
    }
    return new EncodedSentence(tokens.size(), inputs, targets);
  }

  /**
   * Ids of one kind {@code [time, width]}; empty if the tokens are not read by them.
   *
   * @param input name of a {@link TokenInput}
   */
  public int[] ids(String input) {
    return inputs.containsKey(input) ? inputs.get(input).values() : new int[0];
  }

  /** Positions that a network computes for the longest stretch that it reads at once. */
  public int positions() {
    return pieces.windows().isEmpty() ? length : pieces.longest();
  }
}
