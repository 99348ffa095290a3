package org.namespan.examples.benchmarks.serve;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests at times that were drawn before, however long the answers take: a Poisson process.
 * The latency of a request counts from when it should have been sent, so that one that waits behind
 * others, in the server or for a connection, is as late as its sender finds it.
 */
final class OpenLoop {

  private final InetSocketAddress address;
  private final List<byte[]> requests;
  private final long[] sendAt;
  private final long[] latencies;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();

  /**
   * A run.
   *
   * @param rate requests a second, in the mean
   * @param seed of their times
   */
  OpenLoop(InetSocketAddress address, List<String> texts, double rate, int seconds, long seed) {
    this.address = address;
    this.requests = texts.stream().map(TagClient::request).toList();
    Random random = new Random(seed);
    List<Long> times = new ArrayList<>();
    for (double at = 0; at < seconds; at -= Math.log(1 - random.nextDouble()) / rate) {
      times.add((long) (at * 1e9));
    }
    sendAt = times.stream().mapToLong(Long::longValue).toArray();
    latencies = new long[sendAt.length];
  }

  /** Runs over a number of connections, with a thread for each. */
  void run(int connections) throws InterruptedException {
    long start = System.nanoTime() + 200_000_000L;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      Thread thread = new Thread(() -> send(start), "load-" + i);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    Arrays.sort(latencies);
  }

  private void send(long start) {
    TagClient client = null;
    for (int i = next.getAndIncrement(); i < sendAt.length; i = next.getAndIncrement()) {
      long at = start + sendAt[i];
      for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      try {
        if (client == null) {
          client = new TagClient(address);
        }
        if (client.send(requests.get(i % requests.size())) != 200) {
          failures.incrementAndGet();
        }
      } catch (IOException e) {
        failures.incrementAndGet();
        client = null;
      }
      latencies[i] = System.nanoTime() - at;
    }
  }

  int count() {
    return latencies.length;
  }

  /** Requests that had no answer, or another than 200. */
  int failures() {
    return failures.get();
  }

  /** The latency that a share of the requests stays within, in milliseconds. */
  double millis(double share) {
    int rank = (int) Math.ceil(share * latencies.length);
    return latencies[Math.max(0, rank - 1)] / 1e6;
  }
}
