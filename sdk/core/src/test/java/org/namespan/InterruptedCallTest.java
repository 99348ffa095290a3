package org.namespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.namespan.model.ModelBytes;

class InterruptedCallTest {

  private static final String SENTENCE = "Barack Obama flew to Thailand in December. ";

  /** Of more sentences than are held at once. */
  private static final String LONG = SENTENCE.repeat(5000);

  @AfterEach
  void clear() {
    Thread.interrupted();
  }

  private static EntityTagger tagger(TaggerOptions options) throws IOException {
    return EntityTagger.load(ByteBuffer.wrap(ModelBytes.fixture(2)), options);
  }

  /** Calls back for each {@link #SENTENCE} that is done. */
  private static Recognizer asked(Runnable whenAsked) {
    return Recognizer.afterModel(
        "asked",
        new TokenNameFinder() {
          @Override
          public Span[] find(String[] tokens) {
            if (tokens[0].equals("Barack")) {
              whenAsked.run();
            }
            return new Span[0];
          }

          @Override
          public void clearAdaptiveData() {}
        });
  }

  private static void assertEnds(Executable call) {
    CancellationException e = assertThrows(CancellationException.class, call);
    assertEquals("the thread was interrupted before the work was done", e.getMessage());
    assertTrue(Thread.interrupted(), "the interrupt status is gone");
  }

  @Test
  void anInterruptedThreadBeginsNoCall() throws IOException {
    try (EntityTagger tagger = tagger(TaggerOptions.defaults())) {
      List<Executable> calls =
          List.of(
              () -> tagger.tag(SENTENCE),
              () -> tagger.tag(new StringReader(SENTENCE), entity -> {}),
              () -> tagger.tagAll(List.of(SENTENCE)),
              () -> tagger.tagDocument(SENTENCE),
              () -> tagger.tagAllDocuments(List.of(SENTENCE)),
              () -> tagger.tagSentences(SENTENCE),
              () -> tagger.tagTokens(List.of("Barack", "Obama")),
              () -> tagger.explain(SENTENCE));
      for (Executable call : calls) {
        Thread.currentThread().interrupt();
        assertEnds(call);
      }
      assertEquals(3, tagger.tag(SENTENCE).size());
    }
  }

  @Test
  void anInterruptEndsACallThatIsRunning() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Runnable interrupt =
        () -> {
          asked.incrementAndGet();
          Thread.currentThread().interrupt();
        };
    try (EntityTagger tagger = tagger(TaggerOptions.defaults().withRecognizer(asked(interrupt)))) {
      List<Executable> calls =
          List.of(
              () -> tagger.tag(LONG),
              () -> tagger.tag(new StringReader(LONG), entity -> {}),
              () -> tagger.tagAll(Collections.nCopies(5000, SENTENCE)),
              () -> tagger.tagDocument(LONG),
              () -> tagger.tagAllDocuments(Collections.nCopies(5000, SENTENCE)),
              () -> tagger.tagSentences(LONG));
      for (Executable call : calls) {
        asked.set(0);
        assertEnds(call);
        assertTrue(asked.get() > 0 && asked.get() < 5000, asked + " sentences were done");
      }
      assertEquals(3, tagger.tag(SENTENCE).size());
    }
  }

  @Test
  void workersStopBeforeTheCallEnds() throws IOException {
    Thread caller = Thread.currentThread();
    AtomicBoolean interrupts = new AtomicBoolean();
    AtomicBoolean ended = new AtomicBoolean();
    AtomicInteger late = new AtomicInteger();
    Runnable whenAsked =
        () -> {
          if (interrupts.get()) {
            late.addAndGet(ended.get() ? 1 : 0);
            caller.interrupt();
          }
        };
    TaggerOptions options =
        TaggerOptions.defaults().withThreads(2).withRecognizer(asked(whenAsked));
    List<String> texts = Collections.nCopies(3000, SENTENCE);
    try (EntityTagger tagger = tagger(options)) {
      List<List<Entity>> expected = tagger.tagAll(texts);
      for (int round = 0; round < 20; round++) {
        ended.set(false);
        interrupts.set(true);
        assertEnds(() -> tagger.tagAll(texts));
        ended.set(true);
        // Parts that were left in the workers' queue would be done before these.
        tagger.tagAll(Collections.nCopies(100, "no name here"));
        interrupts.set(false);
      }
      assertEquals(0, late.get());
      assertEquals(expected, tagger.tagAll(texts));
      assertFalse(Thread.currentThread().isInterrupted());
    }
  }

  @Test
  void whatAnEndedCallHeldIsUsedAgain() throws IOException {
    AtomicBoolean interrupts = new AtomicBoolean(true);
    Runnable whenAsked =
        () -> {
          if (interrupts.get()) {
            Thread.currentThread().interrupt();
          }
        };
    try (EntityTagger tagger = tagger(TaggerOptions.defaults().withRecognizer(asked(whenAsked)))) {
      List<String> texts = new ArrayList<>(Collections.nCopies(2100, SENTENCE));
      assertEnds(() -> tagger.tagAll(texts));
      long before = directBuffers();
      for (int i = 0; i < 30; i++) {
        assertEnds(() -> tagger.tagAll(texts));
      }
      interrupts.set(false);
      assertEquals(2100, tagger.tagAll(texts).size());
      assertTrue(directBuffers() <= before + 5, before + " buffers, then " + directBuffers());
    }
  }

  private static long directBuffers() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getCount)
        .sum();
  }
}
