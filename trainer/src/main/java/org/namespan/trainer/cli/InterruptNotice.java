package org.namespan.trainer.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.namespan.trainer.training.Checkpoint;

/**
 * Tells, when training is stopped with Ctrl-C, that it can go on, and lets the step in progress
 * end: the process would crash where PyTorch is taken down beneath one.
 */
final class InterruptNotice implements AutoCloseable {

  private static final long LONGEST_STEP_SECONDS = 5;

  private final Thread hook;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean stopping;

  InterruptNotice(Path folder, PrintWriter err) {
    hook = new Thread(() -> stop(folder, err));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stop(Path folder, PrintWriter err) {
    if (Files.exists(folder.resolve(Checkpoint.FILE_NAME))) {
      err.printf("%nnamespan: stopped; give the same options and --resume to go on%n");
    } else {
      err.printf("%nnamespan: stopped before the first epoch was done%n");
    }
    err.flush();
    stopping = true;
    try {
      // Between epochs there are no steps, and this ends by its limit.
      stopped.await(LONGEST_STEP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Called by the training thread between steps; does not return once training is stopped. */
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
