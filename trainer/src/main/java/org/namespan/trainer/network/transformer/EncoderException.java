package org.namespan.trainer.network.transformer;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A pre-trained encoder cannot be read, or is none that can be fine-tuned. The message is one line
 * that can be shown as it is.
 */
public final class EncoderException extends IOException {
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
  EncoderException(Path file, int line, String found, String expected, String remedy) {
    super(file + (line > 0 ? ":" + line : "") + ": " + found + "; " + expected + "; " + remedy);
  }
}
