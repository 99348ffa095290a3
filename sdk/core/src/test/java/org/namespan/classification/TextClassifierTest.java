package org.namespan.classification;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.EntityTagger;
import org.namespan.Layout;
import org.namespan.ModelFormatException;
import org.namespan.model.ModelBytes;

class TextClassifierTest {

  /** What the fixtures were trained on: label, tab, text. */
  private static final Path TRAINING_TEXTS =
      Path.of("../../trainer/src/test/resources/fixtures/format-5.tsv");

  private static final double TOLERANCE = 1e-6;

  @TempDir Path folder;

  @AfterEach
  void clear() {
    Thread.interrupted();
  }

  private static TextClassifier classifier(ClassifierOptions options) throws IOException {
    return TextClassifier.load(ByteBuffer.wrap(ModelBytes.fixture(5)), options);
  }

  private static TextClassifier classifier() throws IOException {
    return classifier(ClassifierOptions.defaults());
  }

  private static List<String> texts() throws IOException {
    return Files.readAllLines(TRAINING_TEXTS).stream().map(line -> line.split("\t")[1]).toList();
  }

  private static void assertSame(Classification expected, Classification found) {
    assertEquals(expected.classes(), found.classes());
    for (ScoredClass scored : expected.scores()) {
      assertEquals(scored.score(), found.score(scored.name()), TOLERANCE);
    }
  }

  @Test
  void knowsTheTextsItWasTrainedOn() throws IOException {
    try (TextClassifier classifier = classifier()) {
      for (String line : Files.readAllLines(TRAINING_TEXTS)) {
        String[] pair = line.split("\t");
        Classification found = classifier.classify(pair[1]);
        assertEquals(List.of(pair[0]), found.classes());
        assertEquals(pair[0], found.best().name());
        double sum = found.scores().stream().mapToDouble(ScoredClass::score).sum();
        assertEquals(1, sum, TOLERANCE);
        for (int i = 1; i < found.scores().size(); i++) {
          assertTrue(found.scores().get(i - 1).score() >= found.scores().get(i).score());
        }
      }
    }
  }

  @Test
  void givesATextAnyNumberOfClasses() throws IOException {
    byte[] model = ModelBytes.fixtureOfSeveralClasses();
    try (TextClassifier classifier = TextClassifier.load(ByteBuffer.wrap(model))) {
      assertTrue(classifier.info().severalClasses());
      HashSet<Integer> counts = new HashSet<>();
      for (String text : List.of("Great bread, great coffee!", "Can we bring our dog?", "Xyzzy")) {
        Classification found = classifier.classify(text);
        counts.add(found.classes().size());
        for (ScoredClass scored : found.scores()) {
          assertEquals(scored.score() >= 0.5, found.classes().contains(scored.name()));
        }
      }
      assertTrue(counts.contains(1), counts.toString());
    }
    // With thresholds of 1 no text has a class, with small ones each has all.
    ModelBytes bytes = ModelBytes.of(model);
    for (String threshold : new String[] {"1.0", "1.0E-6"}) {
      byte[] changed =
          bytes
              .with(
                  "namespan.thresholds",
                  Collections.nCopies(3, threshold).stream().collect(Collectors.joining("\n")))
              .bytes();
      try (TextClassifier classifier = TextClassifier.load(ByteBuffer.wrap(changed))) {
        int expected = threshold.equals("1.0") ? 0 : 3;
        assertEquals(expected, classifier.classify("Fresh fish").classes().size());
      }
    }
  }

  @Test
  void loadsFromFileStreamAndMemory() throws IOException {
    byte[] model = ModelBytes.fixture(5);
    Path file = Files.write(folder.resolve("model.onnx"), model);
    ByteBuffer direct = ByteBuffer.allocateDirect(model.length).put(model).flip();
    try (TextClassifier fromFile = TextClassifier.load(file);
        TextClassifier fromStream = TextClassifier.load(new ByteArrayInputStream(model));
        TextClassifier fromMemory = TextClassifier.load(ByteBuffer.wrap(model));
        TextClassifier fromDirect = TextClassifier.load(direct)) {
      Classification expected = fromFile.classify("Cold soup");
      for (TextClassifier each : List.of(fromStream, fromMemory, fromDirect)) {
        assertEquals(expected, each.classify("Cold soup"));
      }
    }
  }

  @Test
  void tellsWhatItKnows() throws IOException {
    TextClassifier closed = classifier();
    closed.close();
    ClassifierInfo info = closed.info();
    assertEquals(List.of("complaint", "praise", "question"), info.classes());
    assertFalse(info.severalClasses());
    assertEquals(List.of("html", "punctuation", "lower-case"), info.cleaning());
    assertTrue(info.vocabularySize() > 100);
    assertEquals("40", info.facts().get("training.texts"));
  }

  @Test
  void textsTogetherHaveTheScoresOfEachAlone() throws IOException {
    List<String> texts = new ArrayList<>(texts());
    texts.add("");
    texts.add("word ".repeat(700));
    for (int threads : new int[] {1, 3}) {
      try (TextClassifier classifier =
          classifier(ClassifierOptions.defaults().withThreads(threads).withBatchSize(7))) {
        List<Classification> together = classifier.classifyAll(texts);
        assertEquals(texts.size(), together.size());
        for (int i = 0; i < texts.size(); i++) {
          assertSame(classifier.classify(texts.get(i)), together.get(i));
        }
        assertEquals(List.of(), classifier.classifyAll(List.of()));
      }
    }
  }

  @Test
  void isUsedByManyThreads() throws Exception {
    List<String> texts = texts();
    try (TextClassifier classifier = classifier()) {
      List<Classification> expected = classifier.classifyAll(texts);
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Future<?>> calls = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        calls.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < texts.size(); i++) {
                    assertSame(expected.get(i), classifier.classify(texts.get(i)));
                  }
                }));
      }
      for (Future<?> call : calls) {
        call.get();
      }
      threads.shutdown();
    }
  }

  /** The scores of a long text are the mean of those of its windows, weighed by their tokens. */
  @Test
  void longTextsAreReadInWindows() throws IOException {
    String start = "The soup was cold and nobody came . ".repeat(2);
    String end = "What a lovely place , we loved it . ".repeat(2);
    List<String> words = List.of((start + end).replaceAll("[.,]", "").trim().split("\\s+"));
    assertEquals(28, words.size());
    try (TextClassifier whole = classifier();
        TextClassifier windowed = classifier(ClassifierOptions.defaults().withWindowTokens(16))) {
      String text = String.join(" ", words);
      Classification found = windowed.classify(text);
      Classification first = whole.classify(String.join(" ", words.subList(0, 16)));
      Classification second = whole.classify(String.join(" ", words.subList(8, 24)));
      Classification third = whole.classify(String.join(" ", words.subList(16, 28)));
      for (String name : windowed.info().classes()) {
        double mean =
            (16 * first.score(name) + 16 * second.score(name) + 12 * third.score(name)) / 44;
        assertEquals(mean, found.score(name), TOLERANCE);
      }
    }
  }

  @Test
  void cleansTextsAsInTraining() throws IOException {
    try (TextClassifier classifier = classifier()) {
      Classification plain = classifier.classify("the soup was cold");
      assertSame(plain, classifier.classify("<p>The SOUP, was cold!</p>"));
      assertSame(classifier.classify(""), classifier.classify(" <br> "));
      assertSame(classifier.classify(""), classifier.classify("..."));
    }
  }

  @Test
  void explainsAClassByLeavingTokensOut() throws IOException {
    String text = "The <b>soup</b> was cold";
    try (TextClassifier classifier = classifier()) {
      List<TokenInfluence> tokens = classifier.explain(text, "complaint");
      assertEquals(
          List.of("The", "soup", "was", "cold"),
          tokens.stream().map(TokenInfluence::text).toList());
      double whole = classifier.classify(text).score("complaint");
      for (TokenInfluence token : tokens) {
        assertEquals(token.text(), text.substring(token.start(), token.end()));
        String without = text.substring(0, token.start()) + text.substring(token.end());
        double score = classifier.classify(without).score("complaint");
        assertEquals(whole - score, token.influence(), TOLERANCE);
      }
      assertEquals(List.of(), classifier.explain("", "praise"));
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> classifier.explain(text, "anger"));
      assertEquals(
          "class 'anger', expected one of [complaint, praise, question]", refused.getMessage());
    }
  }

  @Test
  void anInterruptedThreadBeginsNoCall() throws IOException {
    try (TextClassifier classifier = classifier()) {
      List<Executable> calls =
          List.of(
              () -> classifier.classify("Soup"),
              () -> classifier.classifyAll(List.of("Soup")),
              () -> classifier.explain("Soup", "praise"));
      for (Executable call : calls) {
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, call);
        assertTrue(Thread.interrupted(), "the interrupt status is gone");
      }
      assertEquals(1, classifier.classify("Soup").classes().size());
    }
  }

  /** Texts that do something when a call asks for them. */
  private static List<String> asked(List<String> texts, Runnable whenAsked) {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return texts.get(index);
      }

      @Override
      public int size() {
        return texts.size();
      }

      @Override
      public Object[] toArray() {
        whenAsked.run();
        return texts.toArray();
      }
    };
  }

  @Test
  void aCallThatRunsMayCloseIt() throws IOException {
    for (int threads : new int[] {1, 3}) {
      TextClassifier classifier = classifier(ClassifierOptions.defaults().withThreads(threads));
      List<Classification> expected = classifier.classifyAll(texts());
      List<Classification> inner = new ArrayList<>();
      Runnable close =
          () -> {
            classifier.close();
            inner.add(classifier.classify("Cold soup"));
          };
      assertEquals(expected, classifier.classifyAll(asked(texts(), close)));
      assertEquals(1, inner.size());
      assertThrows(IllegalStateException.class, () -> classifier.classify("Cold soup"));
    }
  }

  @Test
  @Timeout(60)
  void othersAreRefusedWhileClosingWaits() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    Runnable wait =
        () -> {
          stuck.countDown();
          assertDoesNotThrow(() -> free.await());
        };
    ExecutorService threads = Executors.newCachedThreadPool();
    TextClassifier classifier = classifier(ClassifierOptions.defaults().withThreads(2));
    try {
      List<Classification> expected = classifier.classifyAll(texts());
      List<String> texts = asked(texts(), wait);
      Future<List<Classification>> call = threads.submit(() -> classifier.classifyAll(texts));
      stuck.await();
      Thread.currentThread().interrupt();
      classifier.close();
      assertTrue(Thread.interrupted());
      assertThrows(IllegalStateException.class, () -> classifier.classify("Cold soup"));
      assertFalse(call.isDone());
      free.countDown();
      assertEquals(expected, call.get());
      classifier.close();
    } finally {
      free.countDown();
      threads.shutdownNow();
    }
  }

  @Test
  void isClosedOnceAndForAll() throws IOException {
    TextClassifier classifier = classifier();
    classifier.close();
    classifier.close();
    List<Executable> calls =
        List.of(
            () -> classifier.classify("Soup"),
            () -> classifier.classifyAll(List.of()),
            () -> classifier.explain("Soup", "praise"));
    for (Executable call : calls) {
      IllegalStateException refused = assertThrows(IllegalStateException.class, call);
      assertEquals("this TextClassifier is closed", refused.getMessage());
    }
  }

  @Test
  void aModelOfTheOtherTaskIsRefused() {
    ModelFormatException noTagger =
        assertThrows(
            ModelFormatException.class,
            () -> EntityTagger.load(ByteBuffer.wrap(ModelBytes.fixture(5))).close());
    assertTrue(
        noTagger
            .getMessage()
            .endsWith(
                ": found a text classifier, expected a tagger; load it with TextClassifier.load"),
        noTagger.getMessage());
    ModelFormatException noClassifier =
        assertThrows(
            ModelFormatException.class,
            () -> TextClassifier.load(ByteBuffer.wrap(ModelBytes.fixture(4))).close());
    assertTrue(
        noClassifier
            .getMessage()
            .endsWith(
                ": found a tagger, expected a text classifier; load it with EntityTagger.load"),
        noClassifier.getMessage());
  }

  /** The graph has three logits of a text. */
  @Test
  void aGraphThatDoesNotFitItsMetadataIsRefused() {
    byte[] changed =
        ModelBytes.of(ModelBytes.fixture(5)).with("namespan.classes", "one\ntwo").bytes();
    ModelFormatException refused =
        assertThrows(
            ModelFormatException.class,
            () -> TextClassifier.load(ByteBuffer.wrap(changed)).close());
    assertTrue(refused.getMessage().contains("output 'logits' is "), refused.getMessage());
    assertTrue(
        refused.getMessage().endsWith("expected FLOAT [-1, 2] (-1: any size)"),
        refused.getMessage());
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    ClassifierOptions defaults = ClassifierOptions.defaults();
    assertEquals(Layout.AUTO, defaults.layout());
    assertThrows(IllegalArgumentException.class, () -> defaults.withWindowTokens(15));
    assertThrows(IllegalArgumentException.class, () -> defaults.withBatchSize(0));
    assertThrows(IllegalArgumentException.class, () -> defaults.withThreads(0));
    assertEquals(Layout.LINES, defaults.withLayout(Layout.LINES).layout());
  }
}
