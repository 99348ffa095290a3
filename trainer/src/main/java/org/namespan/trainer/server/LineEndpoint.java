package org.namespan.trainer.server;

import com.google.gson.JsonObject;

/** Answers the lines of one path that takes JSON lines. Used by many threads at once. */
@FunctionalInterface
interface LineEndpoint {

  /**
   * Answers the object of a line by another, to which the {@code id} of the line is added.
   *
   * @throws RequestException if it cannot be answered, which is told in its place
   * @throws java.util.concurrent.CancellationException if this thread is interrupted
   */
  JsonObject answer(JsonFields line) throws RequestException;
}
