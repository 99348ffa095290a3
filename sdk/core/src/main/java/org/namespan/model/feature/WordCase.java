package org.namespan.model.feature;

import java.util.Locale;

/** In which case words are looked up in the vocabulary. */
public enum WordCase {
  /** As they stand. */
  KEEP,
  /** In lower case. */
  LOWER,
  /**
   * As they stand; a word that the vocabulary does not hold so is taken as the first word there
   * that differs from it in case only: {@code iraq} and {@code IRAQ} as {@code Iraq}.
   */
  ANY;

  /** The name used in model files and options: {@code any}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return id();
  }
}
