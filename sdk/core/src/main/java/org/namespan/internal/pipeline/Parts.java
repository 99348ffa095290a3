package org.namespan.internal.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.namespan.model.text.Interruption;

/**
 * The parts of the list of one call. The thread that calls and those that help it take one after
 * another until none is left; so the call ends even if no thread is free to help, as where all wait
 * for calls that a finder made.
 */
final class Parts<T, R> implements Runnable {

  private final List<List<T>> parts = new ArrayList<>();
  private final Function<List<T>, List<R>> work;
  private final OpenCalls calls;

  /** Per part, empty until it is done. */
  private final List<List<R>> results;

  /** The part to be taken next. */
  private int next;

  private int atWork;
  private boolean stopped;

  /** Of the first part, in the order of the list, that failed. */
  private @Nullable Throwable failure;

  private int failed = Integer.MAX_VALUE;

  /**
   * @param size items of a part
   * @param calls of which the call is one
   */
  Parts(List<T> items, int size, Function<List<T>, List<R>> work, OpenCalls calls) {
    this.work = work;
    this.calls = calls;
    for (int from = 0; from < items.size(); from += size) {
      parts.add(items.subList(from, Math.min(from + size, items.size())));
    }
    results = new ArrayList<>(Collections.nCopies(parts.size(), Collections.emptyList()));
  }

  /**
   * Does all of the work.
   *
   * @param helpers threads that help at most
   * @return the results of all parts in their order
   */
  List<R> finish(ExecutorService executor, int helpers) {
    List<Future<?>> helping = new ArrayList<>();
    try {
      while (helping.size() < Math.min(helpers, parts.size() - 1)) {
        helping.add(executor.submit(this));
      }
      run();
    } finally {
      await(helping);
    }
    if (failure != null) {
      Parts.<RuntimeException>rethrow(failure);
    }
    List<R> all = new ArrayList<>();
    for (List<R> result : results) {
      all.addAll(result);
    }
    return all;
  }

  /** Takes parts until none is left, or one has failed. */
  @Override
  public void run() {
    for (int part = take(); part >= 0; part = take()) {
      try {
        calls.join();
        try {
          put(part, work.apply(parts.get(part)));
        } finally {
          calls.leave();
        }
      } catch (Throwable e) {
        fail(part, e);
      } finally {
        end();
      }
    }
  }

  private synchronized int take() {
    if (stopped || next == parts.size()) {
      return -1;
    }
    atWork++;
    return next++;
  }

  private synchronized void put(int part, List<R> result) {
    results.set(part, result);
  }

  /** Parts before this one have been taken, and may fail yet. */
  private synchronized void fail(int part, Throwable thrown) {
    stopped = true;
    if (part < failed) {
      failed = part;
      failure = thrown;
    }
  }

  private synchronized void end() {
    atWork--;
    notifyAll();
  }

  /**
   * Waits until no part is at work, and interrupts those that are if this thread is interrupted.
   *
   * @throws java.util.concurrent.CancellationException if it was
   */
  private synchronized void await(List<Future<?>> helping) {
    stopped = true;
    boolean interrupted = false;
    while (atWork > 0) {
      try {
        wait();
      } catch (InterruptedException e) {
        // A second interrupt asks for what is being done.
        interrupted = true;
        cancel(helping, true);
      }
    }
    cancel(helping, false);
    if (interrupted) {
      Thread.currentThread().interrupt();
      Interruption.check();
    }
  }

  private static void cancel(List<Future<?>> helping, boolean interrupt) {
    for (Future<?> each : helping) {
      each.cancel(interrupt);
    }
  }

  /** Throws what was thrown by another thread, checked or not. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void rethrow(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
