package org.namespan.model.session;

import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/**
 * Memory of the Java heap that is free again before the heap is full, for native code that cannot
 * do without.
 *
 * <p>When a graph has run, ONNX Runtime's {@code OrtSession.run} makes a Java array of a few bytes
 * and uses it without asking whether it got one; without, the JVM ends with SIGSEGV. What is softly
 * reachable is freed before any allocation fails. So a run that begins while the reserve is there
 * finds room at its end, unless others take all of it meanwhile; and where it cannot be had any
 * more, no run begins. {@code docs/decisions/full-heap.md} has the figures.
 */
final class HeapReserve {

  private static final int SIZE = size(Runtime.getRuntime().maxMemory());

  /** Of all sessions. */
  private static volatile SoftReference<byte @Nullable []> reserve = new SoftReference<>(null);

  private HeapReserve() {}

  /**
   * Two regions of G1, which has no room for anybody unless a whole one is free: there are 2048 at
   * least in a large heap, and of 1 MB in a small one. An array's header takes 16 bytes.
   */
  private static int size(long heap) {
    long ofSmall = Math.min(heap / 32, 2 << 20);
    long ofLarge = Math.min(heap / 1024, 64 << 20);
    return (int) Math.max(ofSmall, ofLarge) - 16;
  }

  /**
   * Sees to it that there is a reserve.
   *
   * @throws OutOfMemoryError if the heap has no room for it
   */
  static void require() {
    if (reserve.get() == null) {
      reserve = new SoftReference<>(new byte[SIZE]);
    }
  }
}
