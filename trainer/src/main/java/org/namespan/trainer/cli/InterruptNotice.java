package org.namespan.trainer.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.namespan.trainer.training.Checkpoint;

/** Tells, when training is stopped with Ctrl-C, that it can go on. */
final class InterruptNotice implements AutoCloseable {

  private final Thread hook;

  InterruptNotice(Path folder, PrintWriter err) {
    hook = new Thread(() -> tell(folder, err));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private static void tell(Path folder, PrintWriter err) {
    if (Files.exists(folder.resolve(Checkpoint.FILE_NAME))) {
      err.printf("%nnamespan: stopped; give the same options and --resume to go on%n");
    } else {
      err.printf("%nnamespan: stopped before the first epoch was done%n");
    }
    err.flush();
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
