package org.namespan.model.feature;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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

  /** As many as there were threads that encoded at once. */
  private final Queue<TokenIdCache> idle = new ConcurrentLinkedQueue<>();

  /** An encoder by some features. */
  public TokenEncoder(TokenFeatures features) {
    this.features = features;
  }

  /** The ids of the tokens that are shown of sentences. */
  public EncodedTokens encode(List<SentenceView> sentences) {
    TokenIdCache found = idle.poll();
    TokenIdCache cache = found == null ? new TokenIdCache(features) : found;
    EncodedTokens encoded = new EncodedTokens(sentences, features);
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
    idle.add(cache);
    return encoded;
  }
}
