package org.namespan.trainer.network;

import java.util.Locale;

/** How the vectors of a text's tokens become one vector of the text. */
public enum Pooling {
  /** The last state of each direction: forward that of the last token, backward of the first. */
  LAST,
  /** Their mean. */
  MEAN,
  /** The largest number of each place (Collobert et al. 2011). */
  MAX,
  /** Their mean by weights that are learned (Yang et al. 2016). */
  ATTENTION;

  /** The name used by options: {@code attention}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return id();
  }
}
