package org.namespan.trainer.server;

/** Answers the requests of one path and method. Used by many threads at once. */
@FunctionalInterface
interface Endpoint {

  /**
   * Answers a call.
   *
   * @throws RequestException if it cannot be answered
   * @throws java.util.concurrent.CancellationException if this thread is interrupted
   */
  Reply answer(Call call) throws RequestException;
}
