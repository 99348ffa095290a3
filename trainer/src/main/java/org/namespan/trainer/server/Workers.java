package org.namespan.trainer.server;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The threads that tag, apart from those that read and write, and the clock of time limits. */
final class Workers implements AutoCloseable {

  /** A request that waits behind so many others is refused at once, rather than late. */
  private static final int LONGEST_QUEUE = 2000;

  /** Each holds a thread while its client sends and reads, however slowly. */
  static final int STREAMS = 16;

  private final ExecutorService taggers;
  private final ExecutorService streams;
  private final ScheduledThreadPoolExecutor clock;
  private volatile boolean ending;

  Workers(int threads) {
    taggers =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(LONGEST_QUEUE),
            named("tagger"));
    streams =
        new ThreadPoolExecutor(
            0, STREAMS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), named("stream"));
    clock = new ScheduledThreadPoolExecutor(1, named("clock"));
    clock.setRemoveOnCancelPolicy(true);
  }

  private static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "serve-" + name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Runs a task when a thread is free; null if too many wait already. */
  @Nullable Future<?> tag(Runnable task) {
    return submit(taggers, task);
  }

  /** Runs a task that waits for its client; null if there are too many of them. */
  @Nullable Future<?> stream(Runnable task) {
    return submit(streams, task);
  }

  private static @Nullable Future<?> submit(ExecutorService threads, Runnable task) {
    try {
      return threads.submit(task);
    } catch (RejectedExecutionException e) {
      return null;
    }
  }

  ScheduledFuture<?> after(Duration delay, Runnable task) {
    return clock.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  void every(Duration period, Runnable task) {
    long millis = period.toMillis();
    Runnable lasting =
        () -> {
          try {
            task.run();
          } catch (OutOfMemoryError e) {
            // A task that throws is never run again, and the memory will be free again.
          }
        };
    // It ends with the clock.
    Future<?> unused = clock.scheduleWithFixedDelay(lasting, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** Says that the server stops; what runs goes on. */
  void end() {
    ending = true;
  }

  boolean isEnding() {
    return ending;
  }

  /** Interrupts what still runs, and waits a little for its end, so that the tagger can close. */
  @Override
  public void close() {
    taggers.shutdownNow();
    streams.shutdownNow();
    clock.shutdownNow();
    try {
      boolean unused =
          taggers.awaitTermination(2, TimeUnit.SECONDS)
              && streams.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
