package org.namespan.model.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.namespan.model.text.Token;

/**
 * From the tokens of sentences, as {@link SentenceView} shows them, to their ids. All of a call are
 * made in one go, before the first run of the graph, which drives the tokens out of the processor's
 * caches. Safe for use by many threads.
 */
public final class TokenEncoder {

  private static final String COMMA = ",";

  private final TokenFeatures features;
  private final TokenIdCaches caches;

  /** An encoder by some features. */
  public TokenEncoder(TokenFeatures features) {
    this.features = features;
    this.caches = new TokenIdCaches(features, TokenIdCache.Form.SHOWN);
  }

  /** The ids of the tokens that are shown of sentences. */
  public EncodedTokens encode(List<SentenceView> sentences) {
    TokenIdCache cache = caches.take();
    int[] counts = new int[sentences.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = sentences.get(i).size();
    }
    EncodedTokens encoded = new EncodedTokens(counts, features);
    int next = 0;
    for (SentenceView sentence : sentences) {
      for (int i = 0; i < sentence.size(); i++) {
        @Nullable Token token = sentence.original(i);
        boolean word =
            token == null
                ? cache.putIds(COMMA, 0, 1, encoded.ids, next)
                : cache.putIds(token.source(), token.start(), token.end(), encoded.ids, next);
        encoded.words[next++] = word && sentence.place(i) == i;
      }
    }
    caches.giveBack(cache);
    return encoded;
  }
}
