package org.namespan.trainer.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Tells, when a long run is stopped with Ctrl-C, that it can go on, and lets the step in progress
 * end: the process would crash where PyTorch is taken down beneath one.
 */
final class InterruptNotice implements AutoCloseable {

  private static final long LONGEST_STEP_SECONDS = 5;

  /** Whether one of the process is stopped; it then ends, whatever still fails in it. */
  private static volatile boolean ending;

  private final Thread hook;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean stopping;

  /**
   * @param notice what is told, asked for when the run is stopped
   */
  InterruptNotice(Supplier<String> notice, PrintWriter err) {
    hook = new Thread(() -> stop(notice, err));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stop(Supplier<String> notice, PrintWriter err) {
    ending = true;
    err.printf("%nnamespan: %s%n", notice.get());
    err.flush();
    stopping = true;
    try {
      // Between epochs there are no steps, and this ends by its limit.
      stopped.await(LONGEST_STEP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether a long run of this process was stopped: what fails then, fails for that. */
  static boolean isEnding() {
    return ending;
  }

  /** Called by the running thread between steps; does not return once the run is stopped. */
  void stepDone() {
    if (stopping) {
      stopped.countDown();
      while (true) {
        LockSupport.park();
      }
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // Stopped in the very moment it was done: the notice is on its way.
    }
  }
}
