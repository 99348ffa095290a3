package org.namespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.model.ModelBytes;

/** What a finder may do to the tagger that asks it, and what others see of a tagger that closes. */
@Timeout(120)
class LifeCycleTest {

  private static final String OUTER = "Barack Obama flew to Thailand in December.";
  private static final String INNER = "Thailand in December.";
  private static final int TEXTS = 60;

  /** What a finder does when it is asked for {@link #OUTER}; it finds nothing. */
  private interface Action {
    void run(EntityTagger tagger) throws Exception;
  }

  /** A tagger whose finder does something to it. */
  private static final class Asking implements AutoCloseable {

    private final EntityTagger tagger;
    private volatile Action action = tagger -> {};

    Asking(int threads) throws IOException {
      TaggerOptions options =
          TaggerOptions.defaults()
              .withThreads(threads)
              .withRecognizer(Recognizer.beforeModel("asked", new Finder()));
      tagger = load(options);
    }

    private final class Finder implements Recognizer.TextFinder {
      @Override
      public Span[] findInText(String text) {
        if (text.startsWith("Barack")) {
          try {
            action.run(tagger);
          } catch (Exception e) {
            LifeCycleTest.<RuntimeException>sneak(e);
          }
        }
        return new Span[0];
      }
    }

    @Override
    public void close() {
      tagger.close();
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  private static EntityTagger load(TaggerOptions options) throws IOException {
    return EntityTagger.load(ByteBuffer.wrap(ModelBytes.fixture(2)), options);
  }

  /** Every way to ask a tagger. */
  private static Map<String, Callable<Object>> routes(EntityTagger tagger, String text) {
    Map<String, Callable<Object>> routes = new LinkedHashMap<>();
    List<String> texts = Collections.nCopies(TEXTS, text);
    List<String> tokens = List.of(text.split(" "));
    routes.put("tag", () -> tagger.tag(text));
    routes.put("tagAll", () -> tagger.tagAll(texts));
    routes.put("tagDocument", () -> tagger.tagDocument(text).entities());
    routes.put(
        "tagAllDocuments",
        () -> tagger.tagAllDocuments(texts).stream().map(Document::entities).toList());
    routes.put("tagSentences", () -> tagger.tagSentences(text));
    routes.put("explain", () -> tagger.explain(text));
    routes.put("tagTokens", () -> tagger.tagTokens(tokens));
    routes.put("tagAllTokens", () -> tagger.tagAllTokens(Collections.nCopies(TEXTS, tokens)));
    routes.put("findSpans", () -> tagger.findSpans(tokens));
    routes.put(
        "reader",
        () -> {
          List<Entity> found = new ArrayList<>();
          tagger.tag(new StringReader(text), found::add);
          return found;
        });
    return routes;
  }

  private static Map<String, Object> answers(EntityTagger tagger, String text) throws Exception {
    Map<String, Object> answers = new LinkedHashMap<>();
    for (Map.Entry<String, Callable<Object>> route : routes(tagger, text).entrySet()) {
      answers.put(route.getKey(), route.getValue().call());
    }
    return answers;
  }

  private static void assertClosed(EntityTagger tagger) {
    routes(tagger, OUTER)
        .forEach(
            (name, route) ->
                assertEquals(
                    "this EntityTagger is closed",
                    assertThrows(IllegalStateException.class, route::call, name).getMessage()));
  }

  private static void awaitRefusal(EntityTagger tagger) {
    while (true) {
      try {
        tagger.tag("");
      } catch (IllegalStateException e) {
        return;
      }
      Thread.yield();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aFinderMayCallItsOwnTagger(int threads) throws Exception {
    try (EntityTagger plain = load(TaggerOptions.defaults());
        Asking asking = new Asking(threads)) {
      Map<String, Object> outer = answers(plain, OUTER);
      Map<String, Object> inner = answers(plain, INNER);
      asking.action = tagger -> assertEquals(inner, answers(tagger, INNER));
      assertEquals(outer, answers(asking.tagger, OUTER));
    }
  }

  @Test
  void aFinderMayHaveAThreadThatCallsItsTagger() throws Exception {
    ExecutorService pool = Executors.newCachedThreadPool();
    try (Asking asking = new Asking(3)) {
      List<List<Entity>> inner = asking.tagger.tagAll(Collections.nCopies(TEXTS, INNER));
      asking.action =
          tagger ->
              assertEquals(
                  inner, pool.submit(() -> tagger.tagAll(Collections.nCopies(TEXTS, INNER))).get());
      assertEquals(TEXTS, asking.tagger.tagAll(Collections.nCopies(TEXTS, OUTER)).size());
    } finally {
      pool.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aFinderMayCloseItsTagger(int threads) throws Exception {
    try (EntityTagger plain = load(TaggerOptions.defaults())) {
      for (String route : List.of("tag", "tagAll", "tagDocument", "tagSentences", "explain")) {
        Object expected = routes(plain, OUTER).get(route).call();
        List<Entity> inner = plain.tag(INNER);
        Asking asking = new Asking(threads);
        asking.action =
            tagger -> {
              tagger.close();
              assertEquals(inner, tagger.tag(INNER));
            };
        assertEquals(expected, routes(asking.tagger, OUTER).get(route).call(), route);
        assertClosed(asking.tagger);
        asking.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void othersAreRefusedWhileClosingWaits(int threads) throws Exception {
    ExecutorService pool = Executors.newCachedThreadPool();
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    Asking asking = new Asking(threads);
    try {
      List<List<Entity>> expected = asking.tagger.tagAll(Collections.nCopies(TEXTS, OUTER));
      asking.action =
          tagger -> {
            stuck.countDown();
            free.await();
          };
      Future<List<List<Entity>>> call =
          pool.submit(() -> asking.tagger.tagAll(Collections.nCopies(TEXTS, OUTER)));
      stuck.await();
      Future<?> closing = pool.submit(asking.tagger::close);
      awaitRefusal(asking.tagger);
      assertClosed(asking.tagger);
      // Ends a wait that would not end by itself.
      Thread.currentThread().interrupt();
      asking.tagger.close();
      assertTrue(Thread.interrupted());
      assertTrue(!closing.isDone() && !call.isDone());
      free.countDown();
      assertEquals(expected, call.get());
      closing.get();
    } finally {
      free.countDown();
      pool.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void whatAFinderThrowsComesOutAsItIs(int threads) throws Exception {
    List<Throwable> all =
        List.of(
            new IOException("checked"),
            new InterruptedException("checked"),
            new IllegalStateException("unchecked"),
            new OutOfMemoryError("made up"),
            new StackOverflowError("made up"),
            new Throwable("neither"));
    try (Asking asking = new Asking(threads)) {
      List<String> texts = Collections.nCopies(TEXTS, OUTER);
      List<List<Entity>> expected = asking.tagger.tagAll(texts);
      for (Throwable thrown : all) {
        asking.action = tagger -> LifeCycleTest.<RuntimeException>sneak(thrown);
        assertSame(thrown, assertThrows(Throwable.class, () -> asking.tagger.tagAll(texts)));
        assertSame(thrown, assertThrows(Throwable.class, () -> asking.tagger.tag(OUTER)));
      }
      asking.action = tagger -> {};
      assertEquals(expected, asking.tagger.tagAll(texts));
    }
  }

  @Test
  void noThreadIsLostByErrors() throws Exception {
    int threads = 3;
    try (Asking asking = new Asking(threads)) {
      List<String> texts = Collections.nCopies(TEXTS, OUTER);
      asking.action =
          tagger -> {
            throw new OutOfMemoryError("made up");
          };
      for (int i = 0; i < 10; i++) {
        assertThrows(OutOfMemoryError.class, () -> asking.tagger.tagAll(texts));
      }
      // Ends if so many threads are at work at once.
      CyclicBarrier all = new CyclicBarrier(threads);
      AtomicBoolean met = new AtomicBoolean();
      asking.action =
          tagger -> {
            if (!met.get()) {
              all.await();
              met.set(true);
            }
          };
      assertEquals(TEXTS, asking.tagger.tagAll(texts).size());
      assertTrue(met.get());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void theFirstFailureOfTheListIsThrown(int threads) throws IOException {
    Recognizer.TextFinder finder =
        text -> {
          int number = Integer.parseInt(text);
          if (number >= 40) {
            throw new IllegalStateException("text " + number);
          }
          return new Span[0];
        };
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      texts.add("" + i);
    }
    TaggerOptions options =
        TaggerOptions.defaults()
            .withThreads(threads)
            .withRecognizer(Recognizer.beforeModel("numbers", finder));
    try (EntityTagger tagger = load(options)) {
      for (int round = 0; round < 50; round++) {
        Throwable thrown = assertThrows(IllegalStateException.class, () -> tagger.tagAll(texts));
        assertEquals("text 40", thrown.getMessage());
      }
    }
  }

  private static String refusal(Function<String, Span[]> found) throws IOException {
    Recognizer.TextFinder finder = found::apply;
    TaggerOptions options =
        TaggerOptions.defaults().withRecognizer(Recognizer.afterModel("codes", finder));
    try (EntityTagger tagger = load(options)) {
      String inText =
          assertThrows(IllegalArgumentException.class, () -> tagger.tag(OUTER)).getMessage();
      String name = "recognizer 'codes' (" + finder.getClass().getName() + ") ";
      assertTrue(inText.startsWith(name), inText);
      return inText.substring(name.length());
    }
  }

  @Test
  void whatCannotBecomeAnEntityIsRefused() throws IOException {
    for (String type : List.of("", " ", "a\nb", "a\r", "\u2028", "\u0085", "\u0000", "x\ty")) {
      assertEquals(
          "found a span of a type that is empty or holds a control character;"
              + " expected a word, or null for the recognizer's name",
          refusal(text -> new Span[] {new Span(0, 6, type)}));
    }
    assertEquals("gave null, expected the spans that it found", refusal(text -> null));
    assertEquals(
        "gave null among its spans", refusal(text -> new Span[] {new Span(0, 6, "x"), null}));
  }

  @Test
  void aRecognizerHasAName() {
    Recognizer.TextFinder finder = text -> new Span[0];
    for (String name : List.of("", " ", "two\nlines", "\u2029")) {
      assertThrows(
          IllegalArgumentException.class, () -> Recognizer.beforeModel(name, finder), name);
    }
  }
}
