package org.namespan.internal.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.namespan.model.text.Interruption;

/**
 * The calls that are running on something that is closed once. From the moment that closing begins
 * new calls are refused; those that run go on, with the calls that they make in turn, and the last
 * to end frees what they used. Safe for use by many threads.
 */
public final class OpenCalls {

  private final String owner;
  private final Runnable release;

  /** A thread for each call that it runs, and for each that it works for. */
  private final List<Thread> callers = new ArrayList<>();

  private boolean closing;
  private boolean released;

  /**
   * @param owner what is closed, for the message
   * @param release frees what the calls use; run once, by the thread that closes or that ends the
   *     last call
   */
  public OpenCalls(String owner, Runnable release) {
    this.owner = owner;
    this.release = release;
  }

  /**
   * Begins a call, which {@link #leave} ends.
   *
   * @throws java.util.concurrent.CancellationException if this thread is interrupted
   * @throws IllegalStateException if closing has begun, unless this thread runs a call already
   */
  public synchronized void enter() {
    Interruption.check();
    Thread caller = Thread.currentThread();
    if (closing && !callers.contains(caller)) {
      throw new IllegalStateException("this " + owner + " is closed");
    }
    callers.add(caller);
  }

  /** Makes this thread one that works for a call, until {@link #leave}; the call ends later. */
  synchronized void join() {
    callers.add(Thread.currentThread());
  }

  /** Ends a call that {@link #enter} began, or work for one that {@link #join} began. */
  public void leave() {
    boolean last;
    synchronized (this) {
      callers.remove(Thread.currentThread());
      last = closing && callers.isEmpty();
    }
    if (last) {
      release();
    }
  }

  /**
   * Refuses calls from now on, and waits until what the running ones use has been freed; but not if
   * this thread runs one of them, nor longer than until it is interrupted, which leaves its
   * interrupt status set.
   */
  public void close() {
    boolean last;
    synchronized (this) {
      last = !closing && callers.isEmpty();
      closing = true;
    }
    if (last) {
      release();
    } else {
      await();
    }
  }

  private void release() {
    try {
      release.run();
    } finally {
      synchronized (this) {
        released = true;
        notifyAll();
      }
    }
  }

  private synchronized void await() {
    try {
      while (!released && !callers.contains(Thread.currentThread())) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
