package org.namespan.trainer.config;

import java.util.Locale;

/** How learning rates change over a run. */
public enum Schedule {
  /** They stay. */
  CONSTANT,
  /** They fall by the same amount with each step, to 0 after the last. */
  LINEAR,
  /** They fall to 0 along half a cosine wave (Loshchilov and Hutter 2017). */
  COSINE;

  /** The share of the starting rate that is left after {@code done} (0 to 1) of all steps. */
  public double share(double done) {
    return switch (this) {
      case CONSTANT -> 1;
      case LINEAR -> 1 - done;
      case COSINE -> (1 + Math.cos(Math.PI * done)) / 2;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
