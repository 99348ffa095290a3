package org.namespan.trainer.corpus;

import java.nio.file.Path;

/**
 * What a reader found wrong in a place of a file. It never holds a token or a line of the file, for
 * these may be private.
 *
 * @param file as the user named it
 * @param line counted from 1; 0 if no line is to blame
 * @param found what was found
 * @param expected what should have been there
 * @param remedy what the user can do
 */
public record CorpusProblem(Path file, int line, String found, String expected, String remedy) {

  /** The exception that tells it, for readers that end here. */
  public CorpusException toException() {
    return new CorpusException(file, line, found, expected, remedy);
  }
}
