package org.namespan;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.namespan.model.ModelBytes;

/** Tags by several threads while the heap is full, and after that. */
final class FullHeapProgram {

  private static final int THREADS = 4;
  private static final int CALLS = 15;
  private static final String TEXT = "Barack Obama flew to Thailand in December. ".repeat(40);

  private FullHeapProgram() {}

  public static void main(String[] args) throws Exception {
    EntityTagger tagger = EntityTagger.load(ByteBuffer.wrap(ModelBytes.fixture(2)));
    List<Entity> expected = tagger.tag(TEXT);
    AtomicInteger refused = new AtomicInteger();
    AtomicInteger wrong = new AtomicInteger();
    CountDownLatch full = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(() -> tag(tagger, full, expected, refused, wrong));
      thread.start();
      threads.add(thread);
    }
    List<byte[]> filling = fill();
    full.countDown();
    // No iterator: there is no room for one.
    for (int i = 0; i < THREADS; i++) {
      threads.get(i).join();
    }
    filling.clear();
    System.out.println(wrong + " wrong, refused " + (refused.get() > 0));
    System.out.println("afterwards right " + expected.equals(tagger.tag(TEXT)));
    tagger.close();
  }

  /** Takes all but some hundred kB. */
  private static List<byte[]> fill() {
    List<byte[]> filling = new ArrayList<>(100_000);
    for (int size = 1 << 20; size >= 1024; size /= 2) {
      try {
        while (true) {
          filling.add(new byte[size]);
        }
      } catch (OutOfMemoryError e) {
        // Smaller ones may still find room.
      }
    }
    for (int freed = 0; freed < 512 << 10 && !filling.isEmpty(); ) {
      freed += filling.remove(filling.size() - 1).length;
    }
    return filling;
  }

  private static void tag(
      EntityTagger tagger,
      CountDownLatch full,
      List<Entity> expected,
      AtomicInteger refused,
      AtomicInteger wrong) {
    try {
      full.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    for (int call = 0; call < CALLS; call++) {
      try {
        wrong.addAndGet(expected.equals(tagger.tag(TEXT)) ? 0 : 1);
      } catch (OutOfMemoryError e) {
        refused.incrementAndGet();
      }
    }
  }
}
