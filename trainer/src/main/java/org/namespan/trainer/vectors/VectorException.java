package org.namespan.trainer.vectors;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file of word vectors cannot be read. The message is one line that can be shown as it is:
 *
 * <pre>{@code
 * wiki.vec:17: found 57 fields; expected 101: a word and 100 numbers; fetch the file again
 * }</pre>
 *
 * <p>It never holds a word of the file.
 */
public final class VectorException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Composes the message.
   *
   * @param file where it was found, as the user named it
   * @param line counted from 1; 0 if no line is to blame
   * @param found what was found
   * @param expected what should have been there
   * @param remedy what the user can do
   */
  VectorException(Path file, int line, String found, String expected, String remedy) {
    super(file + (line > 0 ? ":" + line : "") + ": " + found + "; " + expected + "; " + remedy);
  }
}
