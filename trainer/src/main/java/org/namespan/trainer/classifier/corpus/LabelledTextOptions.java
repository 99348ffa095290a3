package org.namespan.trainer.classifier.corpus;

import java.util.Optional;

/**
 * Where the files of a corpus have text and classes.
 *
 * @param textColumn of a table a column, by its number from 1 or by its name in the first line; of
 *     JSON the name of a field; empty for the second column, and for {@code text}
 * @param classColumn likewise; empty for the first column, and for {@code label}
 * @param severalClasses whether a text may have any number of classes; else it has exactly one
 */
public record LabelledTextOptions(
    Optional<String> textColumn, Optional<String> classColumn, boolean severalClasses) {

  /** The usual columns, and one class for each text. */
  public static final LabelledTextOptions DEFAULT =
      new LabelledTextOptions(Optional.empty(), Optional.empty(), false);
}
