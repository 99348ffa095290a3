package org.namespan.model.feature;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The caches of an encoder: as many as there were threads that encoded at once. */
final class TokenIdCaches {

  private final TokenFeatures features;
  private final TokenIdCache.Form form;
  private final Queue<TokenIdCache> idle = new ConcurrentLinkedQueue<>();

  /** None yet. */
  TokenIdCaches(TokenFeatures features, TokenIdCache.Form form) {
    this.features = features;
    this.form = form;
  }

  /** A cache for one thread, to be given back. */
  TokenIdCache take() {
    TokenIdCache found = idle.poll();
    return found == null ? new TokenIdCache(features, form) : found;
  }

  void giveBack(TokenIdCache cache) {
    idle.add(cache);
  }
}
