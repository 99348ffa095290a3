package org.namespan.trainer.io;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes the exception for a file that cannot be used, in the terms of its reader; the constructor
 * of that exception as a rule, {@code CorpusException::new} for example.
 */
@FunctionalInterface
public interface Refusal {

  /**
   * Makes the exception; it is thrown by the caller.
   *
   * @param file as the user named it
   * @param line counted from 1; 0 if no line is to blame
   * @param found what was found, such as {@code found a folder}
   * @param expected what should have been there, such as {@code expected UTF-8}
   * @param remedy what the user can do
   */
  IOException of(Path file, int line, String found, String expected, String remedy);
}
