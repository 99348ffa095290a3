package org.namespan.examples.reliability.load;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.Recognizer;
import org.namespan.TaggerOptions;
import org.namespan.examples.reliability.ChildJvm;

/**
 * Injects one kind of fault many times into a JVM that tags, and prints how often all calls ended
 * as the documentation says, and the calls after them were right.
 */
final class FaultProgram {

  private static final String TEXT =
      "Barack Obama flew to Thailand in December. Anna Lopez met him in Lisbon.";
  private static final int THREADS = 4;
  private static final String FIXTURE = "sdk/core/src/test/resources/fixtures/format-3.onnx";

  private final Random random = new Random(11);

  /** What is injected. */
  enum Fault {
    FINDER("a finder that throws, 4 threads", "256m"),
    INTERRUPT("interrupted threads", "256m"),
    CLOSE("a tagger closed while 4 threads use it", "256m"),
    STREAM("a stream that fails while a model is loaded from it", "256m"),
    HEAP("a full Java heap, 4 threads", "64m");

    private final String title;
    private final String heap;

    Fault(String title, String heap) {
      this.title = title;
      this.heap = heap;
    }

    String title() {
      return title;
    }

    /** How much the JVM may have, as {@code -Xmx} has it. */
    String heap() {
      return heap;
    }
  }

  /** Takes the name of a fault, and how often it is to be injected. */
  public static void main(String[] args) throws Exception {
    FaultProgram program = new FaultProgram();
    Fault fault = Fault.valueOf(args[0]);
    int right = 0;
    for (int i = Integer.parseInt(args[1]); i > 0; i--) {
      right += program.isAsPromised(fault) ? 1 : 0;
    }
    System.out.println("right " + right);
  }

  /** Injects a fault once. */
  private boolean isAsPromised(Fault fault) throws Exception {
    return switch (fault) {
      case FINDER -> finder();
      case INTERRUPT -> interrupt();
      case CLOSE -> close();
      case STREAM -> stream();
      case HEAP -> heap();
    };
  }

  private static byte[] model() throws IOException {
    return Files.readAllBytes(ChildJvm.inClone(FIXTURE));
  }

  private static EntityTagger tagger(TaggerOptions options) throws IOException {
    return EntityTagger.load(new ByteArrayInputStream(model()), options);
  }

  private static boolean together(
      Callable<List<Entity>> call, List<Entity> right, List<Class<?>> expected)
      throws InterruptedException {
    return areAsPromised(together(() -> {}, call), right, expected);
  }

  /**
   * Lets all threads do the same. They are no thread pool's: its futures allocate, and one that
   * does so in a full heap may never end. From {@code first} on nothing is allocated here.
   *
   * @param first done when all threads are there and wait for it
   * @return what the calls gave or threw
   */
  private static @Nullable Object[] together(Runnable first, Callable<List<Entity>> call)
      throws InterruptedException {
    @Nullable Object[] outcomes = new @Nullable Object[THREADS];
    CountDownLatch begun = new CountDownLatch(1);
    Thread[] threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      int number = i;
      Thread thread =
          new Thread(
              () -> {
                try {
                  begun.await();
                  outcomes[number] = call.call();
                } catch (Throwable e) {
                  outcomes[number] = e;
                }
              });
      thread.start();
      threads[i] = thread;
    }
    first.run();
    begun.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    return outcomes;
  }

  /** Whether the calls gave what is right, or threw what was expected. */
  private static boolean areAsPromised(
      @Nullable Object[] outcomes, List<Entity> right, List<Class<?>> expected) {
    boolean promised = true;
    for (@Nullable Object outcome : outcomes) {
      promised &=
          right.equals(outcome) || expected.stream().anyMatch(type -> type.isInstance(outcome));
    }
    return promised;
  }

  private boolean finder() throws IOException, InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    int bad = random.nextInt(3 * THREADS);
    Recognizer.TextFinder finder =
        text -> {
          if (calls.getAndIncrement() == bad) {
            throw new ArithmeticException("of the finder");
          }
          return new Span[0];
        };
    TaggerOptions options =
        TaggerOptions.defaults().withRecognizer(Recognizer.beforeModel("bad", finder));
    try (EntityTagger plain = tagger(TaggerOptions.defaults());
        EntityTagger tagger = tagger(options)) {
      List<Entity> right = plain.tag(TEXT);
      List<Class<?>> expected = List.of(ArithmeticException.class);
      boolean promised = true;
      for (int i = 0; i < 3; i++) {
        promised &= together(() -> tagger.tag(TEXT), right, expected);
      }
      return promised && tagger.tag(TEXT).equals(right);
    }
  }

  private boolean interrupt() throws IOException, InterruptedException {
    String text = TEXT.repeat(50);
    try (EntityTagger tagger = tagger(TaggerOptions.defaults())) {
      List<Entity> right = tagger.tag(text);
      List<Boolean> promised = new ArrayList<>();
      Thread thread =
          new Thread(
              () -> {
                try {
                  while (true) {
                    if (!tagger.tag(text).equals(right)) {
                      return;
                    }
                  }
                } catch (CancellationException e) {
                  promised.add(Thread.currentThread().isInterrupted());
                }
              });
      thread.start();
      Thread.sleep(random.nextInt(20));
      thread.interrupt();
      thread.join();
      return promised.equals(List.of(true)) && tagger.tag(text).equals(right);
    }
  }

  private boolean close() throws IOException, InterruptedException {
    EntityTagger tagger = tagger(TaggerOptions.defaults());
    List<Entity> right = tagger.tag(TEXT);
    Thread closer = new Thread(tagger::close);
    int calls = random.nextInt(20);
    closer.start();
    boolean promised =
        together(
            () -> {
              List<Entity> found = tagger.tag(TEXT);
              for (int i = 0; i < calls; i++) {
                found = tagger.tag(TEXT);
              }
              return found;
            },
            right,
            List.of(IllegalStateException.class));
    closer.join();
    return promised;
  }

  private boolean stream() throws IOException {
    byte[] model = model();
    int end = random.nextInt(model.length);
    IOException failure = new IOException("of the stream");
    InputStream broken =
        new FilterInputStream(new ByteArrayInputStream(model)) {
          private int read;

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            if (read >= end) {
              throw failure;
            }
            int count = super.read(bytes, from, Math.min(length, end - read));
            read += Math.max(0, count);
            return count;
          }
        };
    try (EntityTagger tagger = EntityTagger.load(broken)) {
      return tagger == null;
    } catch (IOException e) {
      return e == failure || e.getCause() == failure;
    }
  }

  private boolean heap() throws IOException, InterruptedException {
    try (EntityTagger tagger = tagger(TaggerOptions.defaults())) {
      String text = TEXT.repeat(20);
      List<Entity> right = tagger.tag(text);
      byte[][] ballast = new byte[(int) (Runtime.getRuntime().maxMemory() >> 10)][];
      int part = 1 << random.nextInt(14, 18);
      @Nullable Object[] outcomes = together(() -> fill(ballast, part), () -> tagger.tag(text));
      Arrays.fill(ballast, null);
      return areAsPromised(outcomes, right, List.of(OutOfMemoryError.class))
          && tagger.tag(text).equals(right);
    }
  }

  private static void fill(byte[][] ballast, int part) {
    try {
      for (int i = 0; i < ballast.length; i++) {
        ballast[i] = new byte[part];
      }
    } catch (OutOfMemoryError e) {
      // That it is full is the fault.
    }
  }
}
