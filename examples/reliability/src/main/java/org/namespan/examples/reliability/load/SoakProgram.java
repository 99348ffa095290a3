package org.namespan.examples.reliability.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.namespan.Entity;
import org.namespan.EntityTagger;

/**
 * Tags mixed texts by 8 threads with one tagger, while taggers of their own are loaded and closed
 * among them, and prints every few seconds what the process holds. Every answer is compared with
 * the first.
 */
final class SoakProgram {

  private static final int THREADS = 8;

  /** One call in so many loads a tagger for itself. */
  private static final int LOADS = 400;

  private static final int SAMPLES = 120;

  private static final List<String> PIECES =
      List.of(
          "Barack Obama flew to Thailand in December. ",
          "Die Straße ist naß, sagte Jörg Müller. ",
          "<p>Anna Lopez</p> met &amp; left.\n\n",
          "- one\n- two\n- New York\n",
          "\uD83D\uDE00\uD83D\uDE00 at 5 p.m. ",
          "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
          "\u0000\uFEFF\u202E ",
          "The U.N. said on Monday that talks in Geneva had failed, Mr. Smith wrote.\n");

  private final Path model;
  private final EntityTagger shared;
  private final List<String> texts = new ArrayList<>();
  private final List<List<Entity>> answers = new ArrayList<>();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong loads = new AtomicLong();
  private final AtomicLong wrong = new AtomicLong();
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

  private SoakProgram(Path model) throws IOException {
    this.model = model;
    this.shared = EntityTagger.load(model);
    Random random = new Random(3);
    for (int i = 0; i < 64; i++) {
      StringBuilder text = new StringBuilder();
      for (int left = 1 + random.nextInt(1 << random.nextInt(6)); left > 0; left--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      texts.add(text.toString());
      answers.add(shared.tag(text.toString()));
    }
  }

  /** Takes a model and the seconds that it lasts. */
  public static void main(String[] args) throws IOException, InterruptedException {
    SoakProgram program = new SoakProgram(Path.of(args[0]));
    program.run(Long.parseLong(args[1]));
  }

  private void run(long seconds) throws IOException, InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      long seed = i;
      threads.add(new Thread(() -> work(new Random(seed)), "soak-" + i));
    }
    threads.forEach(Thread::start);
    long start = System.nanoTime();
    long pause = TimeUnit.SECONDS.toMillis(seconds) / SAMPLES;
    for (int sample = 1; sample <= SAMPLES; sample++) {
      long wait = sample * pause - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      Thread.sleep(Math.max(1, wait));
      print((System.nanoTime() - start) / 1e9);
    }
    stopped.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
    shared.close();
    System.out.printf("told %d %d %d%n", calls.get(), loads.get(), wrong.get());
  }

  private void work(Random random) {
    while (!stopped.get()) {
      int chosen = random.nextInt(texts.size());
      long start = System.nanoTime();
      List<Entity> found;
      if (random.nextInt(LOADS) == 0) {
        try (EntityTagger own = EntityTagger.load(model)) {
          found = own.tag(texts.get(chosen));
          loads.incrementAndGet();
        } catch (IOException e) {
          found = List.of();
          wrong.incrementAndGet();
        }
      } else {
        found = shared.tag(texts.get(chosen));
        nanos.add(System.nanoTime() - start);
      }
      calls.incrementAndGet();
      if (!found.equals(answers.get(chosen))) {
        wrong.incrementAndGet();
      }
    }
  }

  /**
   * Seconds, MB resident, MB of heap after what is garbage, handles, threads, p50 and p99 in ms.
   */
  private void print(double seconds) throws IOException {
    List<Long> taken = new ArrayList<>();
    for (Long each = nanos.poll(); each != null; each = nanos.poll()) {
      taken.add(each);
    }
    long[] sorted = taken.stream().mapToLong(Long::longValue).sorted().toArray();
    Runtime runtime = Runtime.getRuntime();
    System.out.println(
        String.format(
            Locale.ROOT,
            "sample %.1f %d %d %d %d %.3f %.3f",
            seconds,
            resident(),
            (runtime.totalMemory() - runtime.freeMemory()) >> 20,
            handles(),
            Thread.activeCount(),
            share(sorted, 0.5),
            share(sorted, 0.99)));
  }

  private static double share(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))] / 1e6;
  }

  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/statm");
    if (!Files.isReadable(status)) {
      return 0;
    }
    long pages = Long.parseLong(Files.readString(status).split(" ", -1)[1]);
    return (pages * 4096) >> 20;
  }

  private static long handles() throws IOException {
    Path folder = Path.of("/proc/self/fd");
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> open = Files.list(folder)) {
      return Arrays.stream(open.toArray()).count();
    }
  }
}
