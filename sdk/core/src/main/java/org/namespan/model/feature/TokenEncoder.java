package org.namespan.model.feature;

import java.util.List;

/**
 * From the tokens of sentences, as {@link SentenceView} shows them, to their ids. All of a call are
 * made in one go, before the first run of the graph, which drives the tokens out of the processor's
 * caches. Immutable, safe for use by many threads.
 */
public final class TokenEncoder {

  private final TokenFeatures features;

  /** An encoder by some features. */
  public TokenEncoder(TokenFeatures features) {
    this.features = features;
  }

  /** The ids of the tokens that are shown of sentences. */
  public EncodedTokens encode(List<SentenceView> sentences) {
    EncodedTokens encoded = new EncodedTokens(sentences, features);
    int next = 0;
    for (SentenceView sentence : sentences) {
      for (int i = 0; i < sentence.size(); i++) {
        encoded.put(next++, sentence.token(i));
      }
    }
    return encoded;
  }
}
