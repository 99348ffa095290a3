package org.namespan.model.feature;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.namespan.model.text.CleanText;
import org.namespan.model.text.SignFolding;
import org.namespan.model.text.Token;

/**
 * From the tokens of sentences, cleaned as {@link CleanText#ofToken} and {@link SignFolding} do, to
 * their ids. All of a call are made in one go, before the first run of the graph, which drives the
 * tokens out of the processor's caches. Safe for use by many threads.
 */
public final class TokenEncoder {

  private final TokenFeatures features;

  /** As many as there were threads that encoded at once. */
  private final Queue<TokenIdCache> idle = new ConcurrentLinkedQueue<>();

  /** An encoder by some features. */
  public TokenEncoder(TokenFeatures features) {
    this.features = features;
  }

  /** The ids of the tokens of sentences. */
  public EncodedTokens encode(List<List<Token>> sentences) {
    TokenIdCache found = idle.poll();
    TokenIdCache cache = found == null ? new TokenIdCache(features) : found;
    EncodedTokens encoded = new EncodedTokens(sentences, features);
    int next = 0;
    for (List<Token> sentence : sentences) {
      for (Token token : sentence) {
        put(token.source(), token.start(), token.end(), cache, encoded, next++);
      }
    }
    idle.add(cache);
    return encoded;
  }

  private void put(
      String text, int start, int end, TokenIdCache cache, EncodedTokens encoded, int token) {
    cache.putIds(text, start, end, encoded.words, encoded.hashes, token);
    int charLength = features.charLength();
    if (charLength > 0) {
      features.charIds(
          CleanText.ofToken(text.substring(start, end)), encoded.chars, token * charLength);
    }
  }
}
