package org.namespan.trainer.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.namespan.trainer.check.CheckFiles.file;
import static org.namespan.trainer.check.CheckFiles.finding;
import static org.namespan.trainer.check.CheckFiles.show;
import static org.namespan.trainer.check.CorpusPart.DEV;
import static org.namespan.trainer.check.CorpusPart.TEST;
import static org.namespan.trainer.check.CorpusPart.TRAIN;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.trainer.corpus.Sentence;

class CopyCheckTest {
  @TempDir Path folder;

  @Test
  void copiesInsideAndAcross() throws IOException {
    CheckedFile train = file(folder, TRAIN, "a/O b/O|c/O d/O e/O|a/O b/O|x/O");
    CheckedFile dev = file(folder, DEV, "c/O d/O e/O|a/O b/O|y/O|y/O");
    CheckedFile test = file(folder, TEST, "x/O|z/O");
    Finding across = finding(new CopyCheck(), FindingKind.COPIES_ACROSS, train, dev, test);
    assertEquals(
        List.of(
            "train 1, dev 1: c d e [train:4, dev:1]",
            "train 2, dev 1: a b [train:1, train:8, dev:5]",
            "train 1, test 1: x [train:11, test:1]"),
        show(across));
    assertEquals(
        "of 4 sentences of dev, parts before it hold 2 word for word (50.0 %) and 0 nearly so (0.0"
            + " %); of 2 sentences of test, parts before it hold 1 word for word (50.0 %) and 0"
            + " nearly so (0.0 %)",
        across.summary());
    assertEquals(
        List.of("dev 2: y [dev:8, dev:10]"),
        show(finding(new CopyCheck(), FindingKind.COPIES, train, dev, test)));
  }

  @Test
  void sameWordsWithOtherLabels() throws IOException {
    CheckedFile train =
        file(folder, TRAIN, "Ann/B-per runs/O|Ann/B-geo runs/O|x/O|x/O|Ann/B-geo runs/O");
    CheckedFile dev = file(folder, DEV, "Ann/B-per runs/B-per|x/O");
    assertEquals(
        List.of(
            "3 labellings of 4 copies [train:4 2 times  [geo Ann] runs, train:1 [per Ann] runs,"
                + " dev:1 [per Ann] [per runs]]"),
        show(finding(new CopyCheck(), FindingKind.CONFLICTS, train, dev)));
  }

  @Test
  void nearCopies() throws IOException {
    CheckedFile train =
        file(folder, TRAIN, "Hundreds/O died/O in/O 2003/O ./O|One/O two/O three/O|same/O");
    CheckedFile dev =
        file(
            folder,
            DEV,
            "HUNDREDS/O died/O ,/O in/O 2004/O|one/O -/O two/O three/O !/O|Same/O|two/O three/O");
    assertEquals(
        List.of(
            "[train:1 Hundreds died in 2003 ., dev:1 HUNDREDS died , in 2004]",
            "[train:7 One two three, dev:7 one - two three !]"),
        show(finding(new CopyCheck(), FindingKind.NEAR_COPIES_ACROSS, train, dev)));
    assertEquals(List.of(), show(finding(new CopyCheck(), FindingKind.NEAR_COPIES, train, dev)));
    // The same within one part.
    CheckedFile both = file(folder, TEST, "one/O two/O three/O|One/O Two/O Three/O ./O");
    assertEquals(
        List.of("[test:1 one two three, test:5 One Two Three .]"),
        show(finding(new CopyCheck(), FindingKind.NEAR_COPIES, both)));
  }

  /** One changed word of 21 leaves 18 of 22 pairs, .82; two far apart leave 16 of 24, .67. */
  @Test
  void aChangedWordIsNearIfTheTextIsLong() throws IOException {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      words.add("w" + (char) ('a' + i));
    }
    List<String> one = new ArrayList<>(words);
    one.set(10, "other");
    List<String> two = new ArrayList<>(one);
    two.set(4, "another");
    two.set(16, "third");
    CheckedFile train = CheckFiles.of(TRAIN, List.of(new Sentence(words, List.of())));
    CheckedFile dev =
        CheckFiles.of(DEV, List.of(new Sentence(one, List.of()), new Sentence(two, List.of())));
    Finding near = finding(new CopyCheck(), FindingKind.NEAR_COPIES_ACROSS, train, dev);
    assertEquals(1, near.cases().size());
    assertEquals(String.join(" ", one), near.cases().get(0).quotes().get(1).text());
    assertEquals(0.818, near.cases().get(0).values().get("similarity"));
  }

  /** Random texts share no words; what is planted is found, and nothing else. */
  @Property(tries = 50)
  void plantedCopiesAreAllFound(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<Sentence> train = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      train.add(sentence(random, 5 + random.nextInt(30)));
    }
    List<Sentence> dev = new ArrayList<>();
    Set<String> copies = new HashSet<>();
    Set<String> nearCopies = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      Sentence original = train.get(random.nextInt(train.size()));
      switch (random.nextInt(3)) {
        case 0 -> {
          dev.add(new Sentence(original.tokens(), List.of()));
          copies.add(String.join(" ", original.tokens()));
        }
        case 1 -> {
          List<String> tokens = new ArrayList<>(original.tokens());
          tokens.add(random.nextInt(tokens.size() + 1), "--");
          int upper = random.nextInt(tokens.size());
          tokens.set(upper, tokens.get(upper).toUpperCase(java.util.Locale.ROOT));
          dev.add(new Sentence(tokens, List.of()));
          nearCopies.add(String.join(" ", tokens));
        }
        default -> dev.add(sentence(random, 5 + random.nextInt(30)));
      }
    }
    CheckedFile[] files = {CheckFiles.of(TRAIN, train), CheckFiles.of(DEV, dev)};
    Set<Object> foundCopies = new HashSet<>();
    finding(new CopyCheck(), FindingKind.COPIES_ACROSS, files)
        .cases()
        .forEach(found -> foundCopies.add(found.values().get("text")));
    Set<String> foundNear = new HashSet<>();
    finding(new CopyCheck(), FindingKind.NEAR_COPIES_ACROSS, files)
        .cases()
        .forEach(found -> foundNear.add(found.quotes().get(1).text()));
    assertEquals(copies, foundCopies);
    assertEquals(nearCopies, foundNear);
  }

  private static Sentence sentence(Random random, int length) {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      StringBuilder word = new StringBuilder();
      for (int c = 0; c < 12; c++) {
        word.append((char) ('a' + random.nextInt(26)));
      }
      tokens.add(word.toString());
    }
    return new Sentence(tokens, List.of());
  }

  /** Of 2,000 texts that all are near to each other each is compared with one. */
  @Test
  void workGrowsWithTheNumberOfTexts() {
    for (int texts : new int[] {1000, 2000, 4000}) {
      NearCopyIndex index = new NearCopyIndex();
      for (int i = 0; i < texts; i++) {
        int[] words = new int[40];
        for (int w = 0; w < words.length; w++) {
          words[w] = w;
        }
        words[20] = 100 + i;
        NearCopyIndex.Text text = new NearCopyIndex.Text(i, words);
        assertEquals(i > 0, index.find(text) != null);
        index.add(text);
      }
      assertTrue(index.comparisons() <= 2L * texts, index.comparisons() + " of " + texts);
    }
  }

  /**
   * Texts that share two thirds of their pairs are no copies, and may not be compared each to each.
   */
  @Test
  void workGrowsWithTheNumberOfTextsThatAreAlmostNear() {
    for (int texts : new int[] {1000, 4000}) {
      NearCopyIndex index = new NearCopyIndex();
      for (int i = 0; i < texts; i++) {
        int[] words = new int[40];
        for (int w = 0; w < words.length; w++) {
          words[w] = w % 6 == 0 ? 1000 + 40 * i + w : w;
        }
        NearCopyIndex.Text text = new NearCopyIndex.Text(i, words);
        index.find(text);
        index.add(text);
      }
      assertTrue(index.comparisons() <= 64L * texts, index.comparisons() + " of " + texts);
    }
  }
}
