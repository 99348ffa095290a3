package org.namespan.trainer.check;

import java.util.Locale;

/** How much a finding matters, the worst first. */
public enum Level {
  /** Surely wrong: it is lost in training, or scores mean nothing. */
  ERROR,
  /** Probably wrong, or makes scores look better than they are. */
  WARNING,
  /** Worth knowing. */
  NOTE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
