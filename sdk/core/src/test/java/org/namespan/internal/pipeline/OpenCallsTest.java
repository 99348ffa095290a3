package org.namespan.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OpenCallsTest {

  private final AtomicInteger released = new AtomicInteger();
  private final OpenCalls calls = new OpenCalls("Thing", released::incrementAndGet);

  private Thread closing() {
    Thread thread = new Thread(calls::close);
    thread.start();
    return thread;
  }

  /** Waits until calls of this thread are refused. */
  private void awaitRefusal() {
    while (true) {
      try {
        calls.enter();
        calls.leave();
      } catch (IllegalStateException e) {
        assertEquals("this Thing is closed", e.getMessage());
        return;
      }
      Thread.yield();
    }
  }

  /** Runs a call in another thread until the latch is open. */
  private Thread caller(CountDownLatch end) throws InterruptedException {
    return caller(end, calls::leave);
  }

  private Thread caller(CountDownLatch end, Runnable atEnd) throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              calls.enter();
              entered.countDown();
              try {
                end.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              } finally {
                atEnd.run();
              }
            });
    thread.start();
    entered.await();
    return thread;
  }

  @Test
  void refusesCallsAsSoonAsClosingBegins() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Thread caller = caller(end);
    Thread closing = closing();
    awaitRefusal();
    assertTrue(closing.isAlive());
    assertEquals(0, released.get());
    end.countDown();
    closing.join();
    assertEquals(1, released.get());
    caller.join();
  }

  @Test
  void aRunningCallMakesOthers() {
    calls.enter();
    calls.close();
    calls.enter();
    assertEquals(0, released.get());
    calls.leave();
    assertEquals(0, released.get());
    calls.leave();
    assertEquals(1, released.get());
    assertThrows(IllegalStateException.class, calls::enter);
  }

  @Test
  void aThreadThatWorksForACallIsItsCaller() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Thread caller = caller(end);
    calls.join();
    calls.close();
    calls.enter();
    calls.leave();
    calls.leave();
    assertThrows(IllegalStateException.class, calls::enter);
    assertEquals(0, released.get());
    end.countDown();
    caller.join();
    assertEquals(1, released.get());
  }

  @Test
  void anInterruptEndsTheWait() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Thread caller = caller(end);
    Thread.currentThread().interrupt();
    calls.close();
    assertTrue(Thread.interrupted());
    Thread waiting = closing();
    waiting.interrupt();
    waiting.join();
    assertEquals(0, released.get());
    end.countDown();
    caller.join();
    assertEquals(1, released.get());
    calls.close();
    assertEquals(1, released.get());
  }

  @Test
  void anInterruptedThreadFreesWhatNoCallUses() {
    Thread.currentThread().interrupt();
    calls.close();
    assertTrue(Thread.interrupted());
    assertEquals(1, released.get());
  }

  @Test
  void allWhoCloseWaitAndOneFrees() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Thread caller = caller(end);
    List<Thread> closing = new ArrayList<>();
    List<Integer> seen = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread =
          new Thread(
              () -> {
                calls.close();
                synchronized (seen) {
                  seen.add(released.get());
                }
              });
      thread.start();
      closing.add(thread);
    }
    awaitRefusal();
    end.countDown();
    for (Thread each : closing) {
      each.join();
    }
    caller.join();
    assertEquals(List.of(1, 1, 1, 1), seen);
  }

  @Test
  void aThreadThatDiedInACallKeepsNobodyWaiting() throws InterruptedException {
    Thread died = new Thread(calls::enter);
    died.start();
    died.join();
    CountDownLatch end = new CountDownLatch(1);
    Thread caller = caller(end);
    Thread closing = closing();
    awaitRefusal();
    assertEquals(0, released.get());
    end.countDown();
    caller.join();
    closing.join();
    assertEquals(1, released.get());
    calls.close();
    assertEquals(1, released.get());
  }

  @Test
  void aThreadThatDiesWhileAnotherWaitsEndsTheWait() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Thread dying = caller(end, () -> {});
    Thread closing = closing();
    awaitRefusal();
    end.countDown();
    closing.join();
    assertFalse(dying.isAlive());
    assertEquals(1, released.get());
  }

  @Test
  void aFailureToFreeKeepsNobodyWaiting() {
    OpenCalls failing =
        new OpenCalls(
            "Thing",
            () -> {
              throw new IllegalStateException("not freed");
            });
    IllegalStateException e = assertThrows(IllegalStateException.class, failing::close);
    assertEquals("not freed", e.getMessage());
    failing.close();
    assertFalse(Thread.currentThread().isInterrupted());
  }
}
