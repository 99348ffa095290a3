package org.namespan.internal.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.namespan.model.text.Interruption;

/**
 * Spreads the parts of a list over threads. Owns the threads, which do not keep a JVM alive and end
 * by {@link #close}; with one thread there are none, and the caller's own does the work. Safe for
 * use by many threads until closed.
 */
public final class Workers implements AutoCloseable {

  /**
   * Parts that each thread gets: so that one with a hard part does not end long after the others.
   */
  private static final int PARTS_PER_THREAD = 4;

  /** Items of a part at most: results of more need not wait for each other. */
  private static final int LARGEST_PART = 512;

  private final int threads;

  /** Null with one thread. */
  private final @Nullable ExecutorService executor;

  /**
   * @param threads at least 1
   */
  public Workers(int threads) {
    this.threads = threads;
    this.executor = threads == 1 ? null : Executors.newFixedThreadPool(threads, Workers::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "namespan-worker");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Does some work on each part of a list.
   *
   * @param work gives as many results as it gets items
   * @return the results of all parts in the order of the items, once all of the work is done
   * @throws CancellationException if this thread is interrupted, once no part is at work any more;
   *     the interrupt status stays set
   */
  public <T, R> List<R> map(List<T> items, Function<List<T>, List<R>> work) {
    int part = Math.min(LARGEST_PART, 1 + (items.size() - 1) / (threads * PARTS_PER_THREAD));
    if (executor == null || items.size() <= part) {
      return work.apply(items);
    }
    Interruption.check();
    Running running = new Running();
    List<Future<List<R>>> parts = new ArrayList<>();
    for (int from = 0; from < items.size(); from += part) {
      List<T> some = items.subList(from, Math.min(from + part, items.size()));
      parts.add(executor.submit(() -> running.apply(work, some)));
    }
    List<R> results = new ArrayList<>(items.size());
    @Nullable Throwable failure = null;
    for (Future<List<R>> each : parts) {
      try {
        results.addAll(each.get());
      } catch (ExecutionException e) {
        failure = failure == null ? e.getCause() : failure;
      } catch (InterruptedException e) {
        running.stop(parts);
        Thread.currentThread().interrupt();
        Interruption.check();
      }
    }
    if (failure instanceof Error) {
      throw (Error) failure;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
    return results;
  }

  /** The parts of one call that are at work. */
  private static final class Running {

    private int count;
    private boolean stopped;

    /** Does the work of a part, none if the call is stopped. */
    <T, R> List<R> apply(Function<List<T>, List<R>> work, List<T> some) {
      if (!begin()) {
        return Collections.emptyList();
      }
      try {
        return work.apply(some);
      } finally {
        end();
      }
    }

    private synchronized boolean begin() {
      count += stopped ? 0 : 1;
      return !stopped;
    }

    private synchronized void end() {
      count--;
      notifyAll();
    }

    /** Interrupts what is at work, lets nothing more begin, and waits until all has ended. */
    synchronized void stop(List<? extends Future<?>> parts) {
      stopped = true;
      for (Future<?> each : parts) {
        each.cancel(true);
      }
      while (count > 0) {
        try {
          wait();
        } catch (InterruptedException e) {
          // A second interrupt asks for what is being done.
        }
      }
    }
  }

  @Override
  public void close() {
    if (executor != null) {
      executor.shutdown();
    }
  }
}
