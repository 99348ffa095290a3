package org.namespan.examples.benchmarks.speed;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/** Where a benchmark thread is in its data; of n threads each takes every nth piece. */
@State(Scope.Thread)
public class Cursor {

  private long next;
  private int step;

  /** Starts at the thread's own first piece. */
  @Setup
  public void start(ThreadParams threads) {
    next = threads.getThreadIndex();
    step = threads.getThreadCount();
  }

  /** The number of the next piece, from 0 to {@code pieces - 1}, round and round. */
  int next(int pieces) {
    int found = (int) (next % pieces);
    next += step;
    return found;
  }
}
