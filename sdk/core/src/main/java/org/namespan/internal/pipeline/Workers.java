package org.namespan.internal.pipeline;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.namespan.model.text.Interruption;

/**
 * Spreads the parts of a list over threads: the caller's own, and others that help it. Owns those,
 * which do not keep a JVM alive and end by {@link #close}. Safe for use by many threads until
 * closed.
 */
public final class Workers implements AutoCloseable {

  /**
   * Parts that each thread gets: so that one with a hard part does not end long after the others.
   */
  private static final int PARTS_PER_THREAD = 4;

  /** Items of a part at most: results of more need not wait for each other. */
  private static final int LARGEST_PART = 512;

  private final int threads;
  private final OpenCalls calls;

  /** Null with one thread. */
  private final @Nullable ExecutorService helpers;

  /**
   * @param threads that work for one call, its own among them, at least 1
   * @param calls for which they work
   */
  public Workers(int threads, OpenCalls calls) {
    this.threads = threads;
    this.calls = calls;
    this.helpers = threads == 1 ? null : Executors.newFixedThreadPool(threads - 1, Workers::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "namespan-worker");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Does some work on each part of a list. What the work throws for the first part in the order of
   * the list for which it throws is thrown here, a checked exception too.
   *
   * @param work gives as many results as it gets items
   * @return the results of all parts in the order of the items, once all of the work is done
   * @throws CancellationException if this thread is interrupted, once no part is at work any more;
   *     the interrupt status stays set
   */
  public <T, R> List<R> map(List<T> items, Function<List<T>, List<R>> work) {
    int part = Math.min(LARGEST_PART, 1 + (items.size() - 1) / (threads * PARTS_PER_THREAD));
    if (helpers == null || items.size() <= part) {
      return work.apply(items);
    }
    Interruption.check();
    return new Parts<>(items, part, work, calls).finish(helpers, threads - 1);
  }

  @Override
  public void close() {
    if (helpers != null) {
      helpers.shutdown();
    }
  }
}
