package org.namespan.model.feature;

import java.util.List;
import org.namespan.model.text.Token;

/**
 * From the tokens of whole texts, as a classifier reads them, to their ids. Safe for use by many
 * threads.
 */
public final class TextEncoder {

  private final TokenFeatures features;
  private final TokenIdCaches caches;

  /** An encoder by some features. */
  public TextEncoder(TokenFeatures features) {
    this.features = features;
    this.caches = new TokenIdCaches(features, TokenIdCache.Form.CLEAN);
  }

  /**
   * The ids of the tokens of texts, each in its {@linkplain
   * org.namespan.model.text.CleanText#ofToken clean form}.
   *
   * @param texts the tokens of each, as {@link org.namespan.model.text.TextTokenizer} gives them
   */
  public EncodedTokens encode(List<List<Token>> texts) {
    TokenIdCache cache = caches.take();
    int[] counts = new int[texts.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = texts.get(i).size();
    }
    EncodedTokens encoded = new EncodedTokens(counts, features);
    int next = 0;
    for (List<Token> text : texts) {
      for (Token token : text) {
        cache.putIds(token.source(), token.start(), token.end(), encoded.ids, next++);
      }
    }
    caches.giveBack(cache);
    return encoded;
  }
}
