package org.namespan.trainer.bulk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.namespan.Entity;
import org.namespan.trainer.record.FieldPath;
import org.namespan.trainer.record.JsonLineFormat;
import org.namespan.trainer.record.RecordFiles;
import org.namespan.trainer.record.RecordFormat;
import org.namespan.trainer.record.RecordSource;
import org.namespan.trainer.record.TextRecord;

/** Order, once, and kills at any time, with a task whose answers are known. */
class BulkRunTest {

  private static final int LIMIT = 60;
  private static final Map<String, String> RUN = Map.of("option", "1");

  /** An entity of as many chars as the text has. */
  private static final BulkTask LENGTHS =
      (records, maps, lines) -> {
        for (TextRecord record : records) {
          String text = record.text();
          Entity whole = new Entity("len", text, 0, text.length(), 0.5, Entity.MODEL);
          lines.tagged(record, List.of(whole));
          lines.map(String.valueOf(text.length()));
        }
      };

  private Path folder;

  @BeforeEach
  @BeforeTry
  void make() throws IOException {
    folder = Files.createTempDirectory("namespan-bulk");
  }

  @AfterEach
  @AfterTry
  void delete() throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  private static RecordFormat format() {
    return new JsonLineFormat(FieldPath.of("t"), "e");
  }

  private BulkOutput.Files files(String ending) {
    return new BulkOutput.Files(
        folder.resolve("out" + ending), folder.resolve("maps" + ending), folder.resolve("bad"));
  }

  private static void run(
      Path input,
      BulkOutput.Files files,
      int threads,
      int batch,
      boolean resume,
      BulkMonitor monitor)
      throws IOException {
    RecordFiles records = RecordFiles.of(List.of(input), System.in);
    try (BulkOutput output = BulkOutput.open(files, lines -> {}, RUN, resume, 0);
        RecordSource source = new RecordSource(records, format(), LIMIT, output.position())) {
      new BulkRun(
              source, format(), LENGTHS, null, output, new BulkRun.Settings(threads, false, batch))
          .run(monitor);
    }
  }

  /** Lines of which some are broken, blank or too long; and what becomes of them, by hand. */
  private record Input(String text, String output, String maps, List<Integer> bad) {}

  private static Input input(long seed, int lines) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
    StringBuilder output = new StringBuilder();
    StringBuilder maps = new StringBuilder();
    List<Integer> bad = new ArrayList<>();
    for (int i = 1; i <= lines; i++) {
      int kind = random.nextInt(10);
      String words = "é".repeat(random.nextInt(8));
      if (kind == 0) {
        text.append("{\"t\":");
        bad.add(i);
      } else if (kind == 1) {
        text.append("{\"t\":\"").append("x".repeat(LIMIT)).append("\"}");
        bad.add(i);
      } else if (kind == 2) {
        text.append(" ");
      } else {
        String line = "{\"n\":" + i + ",\"t\":\"" + words + "\"}";
        text.append(line).append(kind == 3 ? "\r" : "");
        output
            .append(line, 0, line.length() - 1)
            .append(",\"e\":[{\"type\":\"len\",\"text\":\"" + words + "\",\"start\":0,\"end\":")
            .append(words.length())
            .append(",\"score\":0.5}]}\n");
        maps.append(words.length()).append('\n');
      }
      text.append(i < lines || random.nextBoolean() ? "\n" : "");
    }
    return new Input(text.toString(), output.toString(), maps.toString(), bad);
  }

  private static String read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (file.toString().endsWith(".gz")) {
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Provide
  Arbitrary<Integer> small() {
    return Arbitraries.integers().between(1, 5);
  }

  @Property(tries = 60)
  void answersEachRecordOnceAndInOrder(
      @ForAll long seed,
      @ForAll("small") int threads,
      @ForAll("small") int batch,
      @ForAll boolean packed)
      throws IOException {
    Input input = input(seed, 30);
    Path file = Files.writeString(folder.resolve("in"), input.text());
    BulkOutput.Files files = files(packed ? ".gz" : "");
    run(file, files, threads, batch, false, BulkMonitor.NONE);
    assertEquals(input.output(), read(files.output()));
    assertEquals(input.maps(), read(files.maps()));
    List<Integer> bad = new ArrayList<>();
    for (String line : Files.readAllLines(files.bad())) {
      bad.add(Integer.parseInt(line.replaceFirst(".*?\"line\":(\\d+),.*", "$1")));
    }
    assertEquals(input.bad(), bad);
    assertEquals(4, folder.toFile().list().length, "nothing else is left");
  }

  /** What lies in the folder after each batch, and thus after a kill. */
  private List<Map<String, byte[]>> snapshots(Path input, BulkOutput.Files files, int batch)
      throws IOException {
    List<Map<String, byte[]>> snapshots = new ArrayList<>();
    try (BulkOutput begun = BulkOutput.open(files, lines -> {}, RUN, false, 0)) {
      assertEquals(0, begun.counts().answered());
      snapshots.add(contents());
    }
    run(input, files, 2, batch, true, (total, consumed) -> snapshots.add(contents()));
    return snapshots;
  }

  private Map<String, byte[]> contents() {
    Map<String, byte[]> contents = new HashMap<>();
    for (String name : folder.toFile().list()) {
      try {
        contents.put(name, Files.readAllBytes(folder.resolve(name)));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return contents;
  }

  private void restore(Map<String, byte[]> contents) throws IOException {
    for (String name : folder.toFile().list()) {
      Files.delete(folder.resolve(name));
    }
    for (Map.Entry<String, byte[]> each : contents.entrySet()) {
      Files.write(folder.resolve(each.getKey()), each.getValue());
    }
  }

  private static void assertSameFiles(Map<String, byte[]> expected, Map<String, byte[]> found) {
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), name));
  }

  /**
   * A kill leaves the state of one batch and parts of that or a later one, cut anywhere behind what
   * the state counts.
   */
  @Property(tries = 10)
  void goesOnToTheSameBytesAfterAnyKill(@ForAll long seed, @ForAll boolean packed)
      throws IOException {
    Path input = Files.writeString(folder.resolve("in"), input(seed, 14).text());
    BulkOutput.Files files = files(packed ? ".gz" : "");
    List<Map<String, byte[]>> snapshots = snapshots(input, files, 2);
    Map<String, byte[]> whole = contents();
    Random random = new Random(seed);
    for (int state = 0; state < snapshots.size(); state++) {
      for (int parts = state; parts < snapshots.size(); parts++) {
        Map<String, byte[]> left = new HashMap<>(snapshots.get(parts));
        for (String name : snapshots.get(state).keySet()) {
          byte[] counted = snapshots.get(state).get(name);
          if (name.endsWith(".part")) {
            byte[] more = left.get(name);
            int length = counted.length + random.nextInt(more.length - counted.length + 1);
            left.put(name, Arrays.copyOf(more, length));
          } else {
            left.put(name, counted);
          }
        }
        restore(left);
        run(input, files, 1 + random.nextInt(3), 2, true, BulkMonitor.NONE);
        assertSameFiles(whole, contents());
      }
    }
  }

  /** A failure in the middle leaves what a kill leaves. */
  @Test
  void goesOnAfterAFailure() throws IOException {
    Path input = Files.writeString(folder.resolve("in"), input(7, 40).text());
    BulkOutput.Files files = files(".gz");
    run(input, files, 2, 3, false, BulkMonitor.NONE);
    Map<String, byte[]> whole = contents();
    restore(Map.of("in", whole.get("in")));
    for (int fail = 1; fail <= 3; fail++) {
      AtomicInteger left = new AtomicInteger(fail);
      IllegalStateException planned = new IllegalStateException();
      boolean resume = fail > 1;
      assertSame(
          planned,
          assertThrows(
              IllegalStateException.class,
              () ->
                  run(
                      input,
                      files,
                      2,
                      3,
                      resume,
                      (total, consumed) -> {
                        if (left.decrementAndGet() == 0) {
                          throw planned;
                        }
                      })));
      assertFalse(Files.exists(files.output()));
    }
    run(input, files, 2, 3, true, BulkMonitor.NONE);
    assertSameFiles(whole, contents());
  }

  /** The files have their names already, or some of them. */
  @Test
  void goesOnAfterAKillAmongTheLastSteps() throws IOException {
    Path input = Files.writeString(folder.resolve("in"), input(3, 20).text());
    BulkOutput.Files files = files("");
    List<Map<String, byte[]>> snapshots = snapshots(input, files, 4);
    Map<String, byte[]> whole = contents();
    Map<String, byte[]> last = new HashMap<>(snapshots.get(snapshots.size() - 1));
    String state = new String(last.get("out.resume"), StandardCharsets.UTF_8);
    last.put(
        "out.resume",
        state.replace("\"whole\": false", "\"whole\": true").getBytes(StandardCharsets.UTF_8));
    for (String moved : List.of("", "out", "out maps", "out maps bad")) {
      Map<String, byte[]> left = new HashMap<>(last);
      for (String name : moved.split(" ")) {
        if (!name.isEmpty()) {
          left.put(name, left.remove(name + ".part"));
        }
      }
      restore(left);
      run(input, files, 1, 4, true, BulkMonitor.NONE);
      assertSameFiles(whole, contents());
    }
  }

  @Test
  void refusesWhatCannotBeGoneOnWith() throws IOException {
    Path input = Files.writeString(folder.resolve("in"), input(5, 20).text());
    BulkOutput.Files files = files("");
    List<Map<String, byte[]>> snapshots = snapshots(input, files, 4);
    Map<String, byte[]> killed = snapshots.get(3);
    restore(killed);
    assertRefused(files, RUN, false, "add --resume to go on with it");
    assertRefused(
        files, Map.of("option", "2"), true, "found option = 2, expected 1 as when the run began");
    assertRefused(files, Map.of(), true, "found option = none, expected 1");
    assertSameFiles(killed, contents());
    Map<String, byte[]> cut = new HashMap<>(killed);
    cut.put("out.part", Arrays.copyOf(cut.get("out.part"), cut.get("out.part").length - 1));
    restore(cut);
    assertRefused(files, RUN, true, "that were written; delete it to begin anew");
    Map<String, byte[]> damaged = new HashMap<>(killed);
    for (String state : List.of("", "{", "{}", "[]", "\"x\"", "{\"run\":{},\"position\":7}")) {
      damaged.put("out.resume", state.getBytes(StandardCharsets.UTF_8));
      restore(damaged);
      assertRefused(files, RUN, true, "is damaged");
    }
  }

  private static void assertRefused(
      BulkOutput.Files files, Map<String, String> run, boolean resume, String reason) {
    IOException e =
        assertThrows(
            IOException.class, () -> BulkOutput.open(files, lines -> {}, run, resume, 0).close());
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }

  @Test
  void twoRunsDoNotWriteToOneFile() throws IOException {
    BulkOutput.Files files = files("");
    try (BulkOutput first = BulkOutput.open(files, lines -> {}, RUN, false, 0)) {
      assertRefused(files, RUN, true, "is being written by another run");
      assertRefused(files, RUN, false, "is being written by another run");
      assertEquals(0, first.counts().answered());
    }
    assertEquals(0, folder.toFile().list().length);
  }

  @Test
  void anEmptyInputGivesAnEmptyFile() throws IOException {
    Path input = Files.writeString(folder.resolve("in"), "");
    BulkOutput.Files files = files(".gz");
    run(input, files, 2, 4, false, BulkMonitor.NONE);
    assertEquals("", read(files.output()));
    assertTrue(Files.size(files.output()) > 0, "gunzip takes no file of 0 bytes");
  }

  /** Whoever writes a line and waits for its answer gets it. */
  @Test
  @Timeout(60)
  void answersAtOnceWhereNoMoreHasCome() throws Exception {
    PipedOutputStream in = new PipedOutputStream();
    PipedInputStream input = new PipedInputStream(in);
    SynchronousQueue<String> printed = new SynchronousQueue<>();
    BulkOutput.Files none = new BulkOutput.Files(null, null, null);
    BulkOutput output =
        BulkOutput.open(
            none,
            lines -> {
              try {
                printed.put(lines);
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
            },
            RUN,
            false);
    RecordFiles files = RecordFiles.of(List.of(Path.of("-")), input);
    RecordSource source = new RecordSource(files, format(), LIMIT, output.position());
    BulkRun run = new BulkRun(source, format(), LENGTHS, null, output, 2, true);
    Thread thread =
        new Thread(
            () -> {
              try {
                run.run(BulkMonitor.NONE);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    thread.start();
    for (int i = 0; i < 5; i++) {
      in.write(("{\"t\":\"" + i + "\"}\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
      assertTrue(printed.take().startsWith("{\"t\":\"" + i + "\""));
    }
    in.close();
    thread.join();
  }

  @Test
  @Timeout(60)
  void anInterruptEndsIt() throws Exception {
    Path input = Files.writeString(folder.resolve("in"), input(5, 20).text());
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    BulkTask waiting =
        (records, maps, lines) -> {
          begun.countDown();
          try {
            never.await();
          } catch (InterruptedException e) {
            throw new CancellationException();
          }
        };
    Throwable[] thrown = new Throwable[1];
    Thread thread =
        new Thread(
            () -> {
              RecordFormat format = format();
              try (BulkOutput output = BulkOutput.open(files(""), lines -> {}, RUN, false);
                  RecordSource source =
                      new RecordSource(
                          RecordFiles.of(List.of(input), System.in),
                          format,
                          LIMIT,
                          output.position())) {
                new BulkRun(source, format, waiting, null, output, 2, false).run(BulkMonitor.NONE);
              } catch (Throwable e) {
                thrown[0] = e;
              }
            });
    thread.start();
    begun.await();
    thread.interrupt();
    thread.join();
    assertTrue(thrown[0] instanceof CancellationException, String.valueOf(thrown[0]));
    assertEquals(List.of("in"), List.of(folder.toFile().list()));
  }
}
