package org.namespan.trainer.network;

import java.util.Locale;

/** What stands on top of the recurrent layers and turns their output into tags. */
public enum Head {
  /** Each token's label distribution by itself; paths are only held to the tag scheme. */
  SOFTMAX,
  /** A linear-chain conditional random field with learned transitions (Lafferty et al. 2001). */
  CRF;

  /** The name used by options: {@code softmax}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return id();
  }
}
