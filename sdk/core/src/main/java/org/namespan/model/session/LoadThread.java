package org.namespan.model.session;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A part of loading a model that a thread of its own does, while ONNX Runtime starts. What the
 * thread runs is no lambda, for the first one of a JVM would cost 10 ms.
 *
 * @param <T> what comes of it
 */
abstract class LoadThread<T> implements Runnable {

  private final Thread thread;

  /** Null until the work is done, where it failed, and where nothing comes of it. */
  private @Nullable T result;

  /** Null unless the work failed. */
  private @Nullable Throwable failure;

  /**
   * @param name of the thread
   */
  LoadThread(String name) {
    thread = new Thread(this, name);
    thread.setDaemon(true);
  }

  /** Begins the work. */
  final void start() {
    thread.start();
  }

  /**
   * Does the work.
   *
   * @throws IOException if the model cannot be read, or is none that this version can use
   */
  abstract @Nullable T load() throws IOException;

  @Override
  public final void run() {
    try {
      result = load();
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
  }

  /** Waits until the work is done, even if this thread is interrupted meanwhile. */
  final void await() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Waits for what comes of the work.
   *
   * @throws IOException that the work failed with
   */
  final @Nullable T get() throws IOException {
    await();
    if (failure instanceof IOException) {
      throw (IOException) failure;
    }
    if (failure instanceof RuntimeException) {
      throw (RuntimeException) failure;
    }
    if (failure instanceof Error) {
      throw (Error) failure;
    }
    return result;
  }
}
