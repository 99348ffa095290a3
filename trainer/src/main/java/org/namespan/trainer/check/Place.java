package org.namespan.trainer.check;

import java.nio.file.Path;

/**
 * Where something stands.
 *
 * @param file as the user named it
 * @param line counted from 1; 0 for the whole file
 */
public record Place(Path file, int line) {

  /** {@code dev.conll:17}, or the file alone. */
  @Override
  public String toString() {
    return line == 0 ? file.toString() : file + ":" + line;
  }
}
