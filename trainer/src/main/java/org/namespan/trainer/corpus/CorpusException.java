package org.namespan.trainer.corpus;

import java.io.IOException;
import java.nio.file.Path;
import org.namespan.model.text.ControlCharacters;

/**
 * A corpus cannot be read, mapped, split or written as asked. The message is one line that can be
 * shown as it is:
 *
 * <pre>{@code
 * data/train.conll:17: found 1 column; expected at least 2; add what is missing or choose other columns
 * }</pre>
 *
 * <p>It never holds a token or a line of the file, for these may be private.
 */
public final class CorpusException extends IOException {
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
  public CorpusException(Path file, int line, String found, String expected, String remedy) {
    this(file + (line > 0 ? ":" + line : ""), found, expected, remedy);
  }

  /** Composes a message about a corpus that is no longer tied to its file. */
  CorpusException(String where, String found, String expected, String remedy) {
    super(ControlCharacters.escape(where + ": " + found + "; " + expected + "; " + remedy));
  }
}
