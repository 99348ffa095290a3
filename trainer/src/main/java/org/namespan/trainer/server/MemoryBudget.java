package org.namespan.trainer.server;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the bytes of all bodies that are held at once, so that many clients cannot fill the heap.
 */
final class MemoryBudget {

  private final long most;
  private final AtomicLong held = new AtomicLong();

  MemoryBudget(long most) {
    this.most = most;
  }

  /** Takes bytes if they fit. */
  boolean tryTake(long bytes) {
    if (held.addAndGet(bytes) <= most) {
      return true;
    }
    held.addAndGet(-bytes);
    return false;
  }

  /** Takes bytes that are there already. */
  void take(long bytes) {
    held.addAndGet(bytes);
  }

  void give(long bytes) {
    held.addAndGet(-bytes);
  }

  long held() {
    return held.get();
  }
}
