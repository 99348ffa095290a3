package org.namespan.trainer.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearCopyIndexTest {

  @ParameterizedTest
  @CsvSource({
    "Hello, hello",
    "U.S., us",
    "3000, 0",
    "'3,000', 0",
    "H5N1, h0n0",
    "2.5m, 0m",
    "''' ', ''",
    "--, ''",
    "Zürich, zürich",
    "हिन्दी, हिन्दी"
  })
  void whatCountsOfAToken(String token, String form) {
    assertEquals(form, WordForms.form(token));
  }

  @Test
  void similarityIsThatOfThePairs() {
    NearCopyIndex.Text text = new NearCopyIndex.Text(0, new int[] {1, 2, 3, 4});
    assertEquals(1, text.similarity(new NearCopyIndex.Text(1, new int[] {1, 2, 3, 4})));
    // 12, 23, 34 and 12, 23, 35: two of four.
    assertEquals(0.5, text.similarity(new NearCopyIndex.Text(1, new int[] {1, 2, 3, 5})));
    // 12, 23, 34 and 41, 12, 23, 34: three of four.
    assertEquals(0.75, text.similarity(new NearCopyIndex.Text(1, new int[] {4, 1, 2, 3, 4})));
    assertEquals(0, text.similarity(new NearCopyIndex.Text(1, new int[] {4, 3, 2, 1})));
  }

  /** What is found is near, and what is near is found, by comparing each with each. */
  @Property(tries = 100)
  void agreesWithComparingEachWithEach(@ForAll long seed) {
    Random random = new Random(seed);
    List<int[]> texts = new ArrayList<>();
    NearCopyIndex index = new NearCopyIndex();
    for (int i = 0; i < 60; i++) {
      int[] words;
      if (texts.isEmpty() || random.nextInt(3) == 0) {
        words = random.ints(2 + random.nextInt(40), 0, 500).toArray();
      } else {
        words = texts.get(random.nextInt(texts.size())).clone();
        int changes = random.nextInt(4);
        for (int k = 0; k < changes; k++) {
          words[random.nextInt(words.length)] = random.nextInt(500);
        }
      }
      double best = texts.stream().mapToDouble(other -> jaccard(words, other)).max().orElse(0);
      NearCopyIndex.Text text = new NearCopyIndex.Text(i, words);
      NearCopyIndex.Text found = index.find(text);
      if (found != null) {
        double similarity = jaccard(words, texts.get(found.id()));
        assertEquals(similarity, text.similarity(found), 1e-12);
        assertEquals(true, similarity >= NearCopyIndex.THRESHOLD);
      } else {
        // Just above the threshold one of some thousands may be missed.
        assertEquals(false, best >= NearCopyIndex.THRESHOLD + 0.05, best + " was missed");
      }
      texts.add(words);
      index.add(text);
    }
  }

  private static double jaccard(int[] a, int[] b) {
    Set<String> both = pairs(a);
    Set<String> all = new HashSet<>(both);
    both.retainAll(pairs(b));
    all.addAll(pairs(b));
    return all.isEmpty() ? 0 : (double) both.size() / all.size();
  }

  private static Set<String> pairs(int[] words) {
    Set<String> pairs = new HashSet<>();
    for (int i = 1; i < words.length; i++) {
      pairs.add(words[i - 1] + " " + words[i]);
    }
    return pairs;
  }
}
