package org.namespan.model.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WordIndexTest {

  /** Short words of few characters, so that many are the same but for case, digits or quotes. */
  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(
            "a", "A", "b", "é", "É", "ß", "ſ", "İ", "ı", "ǅ", "1", "2", "٣", "’", "'", "`", "–",
            "-", "\uD83D", "\uDE00", "𐐀", "𐐨", "𝟏", "😀", "\u00A0", "…")
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<List<String>> vocabularies() {
    return words().list().ofMaxSize(60).map(words -> new ArrayList<>(new LinkedHashSet<>(words)));
  }

  /** Against maps of the forms as strings. */
  @Property(seed = "31", tries = 2000)
  void findsWhatMapsFind(
      @ForAll("vocabularies") List<String> given,
      @ForAll("words") String token,
      @ForAll WordCase wordCase,
      @ForAll boolean zeroDigits) {
    FeatureRecipe recipe = new FeatureRecipe(wordCase, zeroDigits, List.of());
    FeatureRecipe lowerCase = new FeatureRecipe(WordCase.LOWER, zeroDigits, List.of());
    List<String> words = given.stream().map(recipe::wordForm).distinct().toList();
    Map<String, Integer> exact = new HashMap<>();
    Map<String, Integer> caseless = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      exact.put(words.get(i), i);
      caseless.putIfAbsent(lowerCase.wordForm(words.get(i)), i);
    }
    Vocabulary vocabulary = Vocabulary.of(words);
    List<String> tokens = new ArrayList<>(given);
    tokens.add(token);
    for (String each : tokens) {
      Integer expected = exact.get(recipe.wordForm(each));
      if (expected == null && wordCase == WordCase.ANY) {
        expected = caseless.get(lowerCase.wordForm(each));
      }
      assertEquals(
          expected == null ? WordIndex.ABSENT : expected,
          new WordIndex(recipe, vocabulary).find(each));
    }
  }

  @Property(seed = "32")
  void vocabularyIsTheListThatItIsMadeOf(@ForAll("vocabularies") List<String> words) {
    Vocabulary vocabulary = Vocabulary.of(words);
    assertEquals(words, vocabulary);
    assertEquals(vocabulary, Vocabulary.ofLines(vocabulary.lines().toCharArray()));
    assertEquals(String.join("\n", words), vocabulary.lines());
  }

  @Test
  void refusesWordsThatNoLineCanHold() {
    for (List<String> words :
        List.of(List.of(""), List.of("a", ""), List.of("", "a"), List.of("a\nb"), List.of("a\n"))) {
      assertThrows(IllegalArgumentException.class, () -> Vocabulary.of(words));
    }
    assertThrows(IllegalArgumentException.class, () -> Vocabulary.ofLines("a\n\nb".toCharArray()));
    Vocabulary two = Vocabulary.of(List.of("a", "b"));
    assertThrows(IndexOutOfBoundsException.class, () -> two.get(2));
  }
}
