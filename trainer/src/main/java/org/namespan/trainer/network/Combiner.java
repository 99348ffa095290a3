package org.namespan.trainer.network;

import java.util.Locale;

/** How the embeddings of a token's word and of its hashed features become one vector. */
public enum Combiner {
  /** One after the other: each keeps its place, and the first layer is as wide as all together. */
  CONCAT,
  /** Added up, all of one width, as fastText adds its n-grams (Bojanowski et al. 2017). */
  SUM;

  /** The name used by options: {@code concat}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return id();
  }
}
