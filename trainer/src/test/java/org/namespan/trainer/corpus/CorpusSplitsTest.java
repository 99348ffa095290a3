package org.namespan.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.namespan.trainer.corpus.CorpusFiles.assertRefused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.namespan.model.tag.Span;

class CorpusSplitsTest {
  /** Few words, so that copies are common; lines number the sentences. */
  @Provide
  Arbitrary<Corpus> corpora() {
    return CorpusArbitraries.sentences(Arbitraries.of("a", "b"))
        .list()
        .ofMinSize(2)
        .ofMaxSize(40)
        .map(CorpusSplitsTest::numbered);
  }

  private static Corpus numbered(List<Sentence> sentences) {
    List<Sentence> numbered = new ArrayList<>();
    for (Sentence sentence : sentences) {
      numbered.add(Sentence.of(sentence.tokens(), sentence.spans(), numbered.size() + 1));
    }
    return new Corpus("made", numbered, 3);
  }

  private static Corpus corpus(String... texts) {
    return numbered(
        Arrays.stream(texts)
            .map(text -> Sentence.of(List.of(text.split(" ")), List.of(), 0))
            .toList());
  }

  @Property(seed = "20", tries = 300)
  void sequentialKeepsCopiesTogether(
      @ForAll("corpora") Corpus corpus, @ForAll @IntRange(min = 1, max = 39) int cut) {
    Split split;
    try {
      split = Splits.sequential(corpus, cut);
    } catch (CorpusException e) {
      Assume.that(false);
      return;
    }
    assertParted(corpus, split);
    assertEquals(cut + split.moved(), split.train().sentences().size());
  }

  @Property(seed = "20", tries = 300)
  void randomKeepsCopiesTogetherAndRepeats(@ForAll("corpora") Corpus corpus, @ForAll long seed) {
    Split split;
    try {
      split = Splits.random(corpus, 0.4, seed);
      assertEquals(split, Splits.random(corpus, 0.4, seed));
    } catch (CorpusException e) {
      Assume.that(false);
      return;
    }
    assertParted(corpus, split);
    assertTrue(split.dev().sentences().size() <= Math.round(0.4 * corpus.sentences().size()));
    assertEquals(0, split.moved());
  }

  private static void assertParted(Corpus corpus, Split split) {
    Set<List<String>> train = new HashSet<>();
    split.train().sentences().forEach(s -> train.add(s.tokens()));
    Set<List<String>> all = new HashSet<>(train);
    split.dev().sentences().forEach(s -> all.add(s.tokens()));
    assertTrue(split.dev().sentences().stream().noneMatch(s -> train.contains(s.tokens())));
    assertEquals(corpus.sentences().size() - all.size(), split.copies());
    assertTrue(split.moved() <= split.copies() && split.conflicting() <= split.copies());

    List<Sentence> both = new ArrayList<>(split.train().sentences());
    both.addAll(split.dev().sentences());
    both.sort((a, b) -> a.line() - b.line());
    assertEquals(corpus.sentences(), both);
    assertEquals("made", split.dev().name());
  }

  @Property(seed = "20", tries = 300)
  void foldsHaveEachSentenceInDevOnce(
      @ForAll("corpora") Corpus corpus, @ForAll @IntRange(min = 2, max = 6) int folds) {
    int different = new HashSet<>(corpus.tokens()).size();
    List<Split> splits;
    try {
      splits = Splits.folds(corpus, folds);
    } catch (CorpusException e) {
      assertTrue(different < folds, e.getMessage());
      return;
    }
    assertTrue(different >= folds);
    assertEquals(folds, splits.size());
    List<Sentence> inDev = new ArrayList<>();
    for (Split split : splits) {
      assertParted(corpus, split);
      assertEquals(0, split.moved());
      inDev.addAll(split.dev().sentences());
      // Different sentences are dealt out in turn.
      int dealt = new HashSet<>(split.dev().tokens()).size();
      assertTrue(dealt == different / folds || dealt == (different + folds - 1) / folds);
    }
    inDev.sort((a, b) -> a.line() - b.line());
    assertEquals(corpus.sentences(), inDev);
  }

  @Test
  void foldsAreDealtOutInTurn() throws CorpusException {
    List<Split> splits = Splits.folds(corpus("a", "b", "a", "c", "d", "b"), 3);
    assertEquals(List.of(1, 3, 5), CorpusFiles.lines(splits.get(0).dev()));
    assertEquals(List.of(2, 6), CorpusFiles.lines(splits.get(1).dev()));
    assertEquals(List.of(4), CorpusFiles.lines(splits.get(2).dev()));
    assertEquals(List.of(1, 2, 3, 5, 6), CorpusFiles.lines(splits.get(2).train()));
  }

  @Test
  void refusesFoldsThatCannotBe() {
    for (int folds : new int[] {-1, 0, 1}) {
      assertThrows(IllegalArgumentException.class, () -> Splits.folds(corpus("a", "b"), folds));
    }
    for (int folds : new int[] {3, Integer.MAX_VALUE}) {
      assertRefused(
          "made", "found 2 different sentences", () -> Splits.folds(corpus("a", "b", "a"), folds));
    }
  }

  @Test
  void sequentialMovesAndCounts() throws CorpusException {
    Corpus corpus = corpus("a", "b", "a", "c", "c");
    List<Sentence> sentences = new ArrayList<>(corpus.sentences());
    sentences.set(2, Sentence.of(List.of("a"), List.of(new Span("per", 0, 1)), 3));
    Split split = Splits.sequential(corpus.withSentences(sentences), 2);
    assertEquals(List.of(1, 2, 3), CorpusFiles.lines(split.train()));
    assertEquals(List.of(4, 5), CorpusFiles.lines(split.dev()));
    assertEquals(2, split.copies());
    assertEquals(1, split.moved());
    assertEquals(1, split.conflicting());
    assertEquals(3, split.train().repaired());
  }

  @Test
  void randomIsTheSameEverywhere() throws CorpusException {
    String[] texts = new String[10];
    Arrays.setAll(texts, i -> "s" + i);
    Split split = Splits.random(corpus(texts), 0.3, 20);
    List<Integer> order = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    Collections.shuffle(order, new java.util.Random(20));
    assertEquals(order.subList(0, 3).stream().sorted().toList(), CorpusFiles.lines(split.dev()));
  }

  @Test
  void refusesEmptyParts() {
    assertRefused("made", "dev empty", () -> Splits.sequential(corpus("a", "b"), 2));
    assertRefused("made", "dev empty", () -> Splits.sequential(corpus("a", "b", "a"), 2));
    assertRefused("made", "train empty", () -> Splits.random(corpus("a", "b"), 0.9, 1));
    assertRefused("made", "dev empty", () -> Splits.random(corpus("a", "a", "a"), 0.5, 1));
    assertThrows(IllegalArgumentException.class, () -> Splits.sequential(corpus("a", "b"), 0));
    for (double fraction : new double[] {0, 1, -0.1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class, () -> Splits.random(corpus("a", "b"), fraction, 1));
    }
  }
}
