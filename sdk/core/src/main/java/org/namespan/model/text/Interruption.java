package org.namespan.model.text;

import java.util.concurrent.CancellationException;

/**
 * Ends long work whose thread is interrupted. Work asks between its steps, so that what it holds is
 * freed on the way out as after any other exception.
 */
public final class Interruption {

  private Interruption() {}

  /**
   * Leaves the interrupt status as it is.
   *
   * @throws CancellationException if this thread is interrupted
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the thread was interrupted before the work was done");
    }
  }
}
