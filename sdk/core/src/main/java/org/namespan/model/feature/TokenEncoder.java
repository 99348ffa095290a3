package org.namespan.model.feature;

import java.util.List;
import org.namespan.model.text.Token;
import org.namespan.model.text.TokenView;

/**
 * From the tokens of sentences to their ids, as {@link TokenView} shows them. All of a call are
 * made in one go, before the first run of the graph, which drives the tokens out of the processor's
 * caches. Immutable, safe for use by many threads.
 */
public final class TokenEncoder {

  private final TokenFeatures features;

  /** An encoder by some features. */
  public TokenEncoder(TokenFeatures features) {
    this.features = features;
  }

  /** The ids of the tokens of sentences. */
  public EncodedTokens encode(List<List<Token>> sentences) {
    EncodedTokens encoded = new EncodedTokens(sentences, features);
    int next = 0;
    for (List<Token> sentence : sentences) {
      for (Token token : sentence) {
        encoded.put(next++, TokenView.of(token.text()));
      }
    }
    return encoded;
  }
}
