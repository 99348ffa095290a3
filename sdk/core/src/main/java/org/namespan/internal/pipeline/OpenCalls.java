package org.namespan.internal.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.namespan.model.text.Interruption;

/**
 * The calls that are running on something that is closed once. From the moment that closing begins
 * new calls are refused; those that run go on, with the calls that they make in turn, and the last
 * to end frees what they used. A call whose thread has died has ended too: where the heap is full,
 * HotSpot can end a thread without its {@code finally} blocks. Safe for use by many threads.
 */
public final class OpenCalls {

  /** How often a thread that closes looks for threads that have died, which tell nobody. */
  private static final long LOOK_MILLIS = 100;

  private final String owner;
  private final Runnable release;

  /** A thread for each call that it runs, and for each that it works for. */
  private final List<Thread> callers = new ArrayList<>();

  private boolean closing;
  private boolean releasing;
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
      last = isLast();
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
    synchronized (this) {
      closing = true;
    }
    if (!await()) {
      release();
    }
  }

  /** Whether this thread is the one to release what calls use: none runs any more. */
  private boolean isLast() {
    if (!closing || releasing) {
      return false;
    }
    // No lambda and no iterator: the heap may be full.
    for (int i = callers.size() - 1; i >= 0; i--) {
      if (!callers.get(i).isAlive()) {
        callers.remove(i);
      }
    }
    releasing = callers.isEmpty();
    return releasing;
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

  /** Waits until there is nothing to wait for; false if this thread is to release before. */
  private synchronized boolean await() {
    try {
      while (!released && !callers.contains(Thread.currentThread())) {
        if (isLast()) {
          return false;
        }
        wait(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }
}
