package org.namespan.internal.pipeline;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.namespan.model.text.Interruption;

/**
 * The calls that are running on something that is closed once: closing waits for them, and every
 * later one is refused. Safe for use by many threads.
 */
public final class OpenCalls {

  private final String owner;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  /**
   * @param owner what is closed, for the message
   */
  public OpenCalls(String owner) {
    this.owner = owner;
  }

  /**
   * Keeps {@link #close} waiting until {@link #leave}.
   *
   * @throws java.util.concurrent.CancellationException if this thread is interrupted
   * @throws IllegalStateException if the owner is closed
   */
  public void enter() {
    Interruption.check();
    lock.readLock().lock();
    if (closed) {
      leave();
      throw new IllegalStateException("this " + owner + " is closed");
    }
  }

  /** Ends a call that {@link #enter} began. */
  public void leave() {
    lock.readLock().unlock();
  }

  /**
   * Waits for the calls that are running, and refuses every later one.
   *
   * @param release frees what the calls use; run by the first call of this method alone
   */
  public void close(Runnable release) {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        release.run();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
