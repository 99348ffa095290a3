package org.namespan.trainer.batch;

import java.util.List;
import org.namespan.model.feature.TokenFeatures;

/** Turns what is shown of a sentence into the ids that a network reads. */
@FunctionalInterface
public interface SentenceEncoder {

  /** Encodes tokens for training. */
  EncodedSentence encode(List<String> tokens, LabelTargets targets);

  /** Encodes tokens for tagging. */
  default EncodedSentence encode(List<String> tokens) {
    return encode(tokens, LabelTargets.NONE);
  }

  /** Encodes tokens by the features of a model. */
  static SentenceEncoder of(TokenFeatures features) {
    return (tokens, targets) -> EncodedSentence.of(tokens, targets, features);
  }
}
