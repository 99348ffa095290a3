package org.namespan.trainer.server;

/** Answers the lines of one path that takes JSON lines. Used by many threads at once. */
@FunctionalInterface
interface LineEndpoint {

  /**
   * Answers a line by one line of JSON without its end.
   *
   * @throws RequestException if it cannot be answered, which is told in its place
   * @throws java.util.concurrent.CancellationException if this thread is interrupted
   */
  String answer(byte[] line) throws RequestException;
}
