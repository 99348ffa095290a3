package org.namespan.trainer.cli;

import java.util.Locale;

/** How {@code namespan tag} prints what it finds. */
enum OutputFormat {
  /** One JSON object per text. */
  JSONL,
  /** A table for people, coloured on a terminal. */
  TABLE,
  /** A token and its tag per line, a blank line after each sentence. */
  CONLL,
  /** One page of all texts, with marked entities. */
  HTML;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
