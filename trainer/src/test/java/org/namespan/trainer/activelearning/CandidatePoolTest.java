package org.namespan.trainer.activelearning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CandidatePoolTest {

  private static List<String> texts(CandidatePool pool) {
    return pool.texts().stream().map(each -> each.text().text()).toList();
  }

  @Test
  void keepsTheBestWhateverTheirOrder() {
    CandidatePool pool = new CandidatePool(2);
    pool.add(Texts.uncertain("a", 0.3));
    pool.add(Texts.uncertain("b", 0.9));
    pool.add(Texts.uncertain("c", 0.1));
    pool.add(Texts.uncertain("d", 0.5));
    pool.add(Texts.uncertain("e", 0.5));
    assertEquals(List.of("b", "d"), texts(pool));
  }

  @Test
  void ofNearCopiesTheMostUncertainStays() {
    CandidatePool pool = new CandidatePool(10);
    String words = "the train of %s to Oslo leaves at noon on track";
    // Ten of twelve words in common are 0.83.
    pool.add(Texts.uncertain(words.formatted("today"), entropies(11, 0.2)));
    pool.add(Texts.uncertain(words.formatted("Monday"), entropies(11, 0.4)));
    pool.add(Texts.uncertain(words.formatted("Friday"), entropies(11, 0.3)));
    pool.add(Texts.uncertain("a ferry of today", entropies(4, 0.1)));
    assertEquals(List.of(words.formatted("Monday"), "a ferry of today"), texts(pool));
  }

  @Test
  void copiesInAnotherCaseOrWithOtherNumbersAreOne() {
    CandidatePool pool = new CandidatePool(10);
    pool.add(Texts.uncertain("Flight 123 is late", entropies(4, 0.2)));
    pool.add(Texts.uncertain("flight 456 is LATE", entropies(4, 0.2)));
    assertEquals(List.of("Flight 123 is late"), texts(pool));
  }

  /** What was crowded out by a near copy that then went itself is no longer in the way. */
  @Test
  void whatWentIsForgotten() {
    CandidatePool pool = new CandidatePool(1);
    pool.add(Texts.uncertain("a b c d e", entropies(5, 0.1)));
    pool.add(Texts.uncertain("f g h i j", entropies(5, 0.2)));
    pool.add(Texts.uncertain("a b c d e", entropies(5, 0.3)));
    assertEquals(List.of("a b c d e"), texts(pool));
  }

  @Test
  void thousandsOfTextsLeaveNoNearCopies() {
    Random random = new Random(3);
    CandidatePool pool = new CandidatePool(200);
    for (int i = 0; i < 4000; i++) {
      StringBuilder tokens = new StringBuilder("the train to");
      for (int t = 0; t < 6; t++) {
        tokens.append(" w").append((char) ('a' + random.nextInt(9)));
      }
      pool.add(Texts.uncertain(tokens.toString(), entropies(9, random.nextDouble())));
    }
    List<Set<String>> kept = new ArrayList<>();
    for (WordUncertainty text : pool.texts()) {
      Set<String> words = text.vocabulary();
      for (Set<String> other : kept) {
        Set<String> common = new HashSet<>(words);
        common.retainAll(other);
        Set<String> all = new HashSet<>(words);
        all.addAll(other);
        assertTrue(common.size() < CandidatePool.SIMILARITY * all.size(), words + " " + other);
      }
      kept.add(words);
    }
    assertTrue(kept.size() > 20, kept.size() + " texts");
  }

  private static double[] entropies(int count, double each) {
    double[] entropies = new double[count];
    Arrays.fill(entropies, each);
    return entropies;
  }
}
