package org.namespan.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namespan.model.tag.Span;

class CasingTest {

  /** The last two letters of each script have no case, or are two in one. */
  @ParameterizedTest
  @CsvSource({
    "Obama, obama, OBAMA, Obama",
    "iPhone, iphone, IPHONE, Iphone",
    "a, a, A, A",
    "É, é, É, É",
    "Straße, straße, STRASSE, Straße",
    "ß, ß, SS, ß",
    "don't, don't, DON'T, Don't",
    "U.S., u.s., U.S., U.s.",
    "2nd, 2nd, 2ND, 2nd",
    "ΟΔΟΣ, οδος, ΟΔΟΣ, Οδος",
    "ΟΣ, ος, ΟΣ, Ος",
    "Σ, σ, Σ, Σ",
    "ǆep, ǆep, ǄEP, ǅep",
    "İstanbul, i̇stanbul, İSTANBUL, İstanbul",
    "𐐨𐐩, 𐐨𐐩, 𐐀𐐁, 𐐀𐐩",
    "𐐀𐐁, 𐐨𐐩, 𐐀𐐁, 𐐀𐐩",
    "東京, 東京, 東京, 東京",
    "ქართ, ქართ, ᲥᲐᲠᲗ, ქართ",
  })
  void writesATokenInEachCase(String token, String lower, String upper, String title) {
    assertEquals(token, Casing.KEEP.apply(token));
    assertEquals(lower, Casing.LOWER.apply(token));
    assertEquals(upper, Casing.UPPER.apply(token));
    assertEquals(title, Casing.TITLE.apply(token));
  }

  @Provide
  Arbitrary<String> tokens() {
    return CorpusArbitraries.tokens();
  }

  /** Case is the only difference, and a case that a token is in stays. */
  @Property(seed = "20", tries = 500)
  void changesNothingButCase(@ForAll @From("tokens") String token) {
    for (Casing casing : Casing.values()) {
      String cased = casing.apply(token);
      assertEquals(folded(token), folded(cased));
      assertEquals(cased, casing.apply(cased));
    }
  }

  private static String folded(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
  }

  @Test
  void doesNotDependOnTheLanguageOfTheMachine() {
    Locale before = Locale.getDefault();
    Locale.setDefault(new Locale("tr"));
    try {
      assertEquals("iraq", Casing.LOWER.apply("IRAQ"));
      assertEquals("IRAQ", Casing.UPPER.apply("iraq"));
      assertEquals("Iraq", Casing.TITLE.apply("IRAQ"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void writesAllTokensOfASentence() {
    List<String> tokens = List.of("OBAMA", "visits", "iraq");
    assertSame(tokens, Casing.KEEP.apply(tokens));
    assertEquals(List.of("Obama", "Visits", "Iraq"), Casing.TITLE.apply(tokens));
    assertEquals(List.of("obama", "visits", "iraq"), Casing.LOWER.apply(tokens));
  }

  @Test
  void casesTheTokensOfACorpusAndNothingElse() {
    Corpus corpus = corpus("Ida", "Iz", "in");
    assertSame(corpus, Casing.KEEP.apply(corpus));
    assertEquals(corpus("IDA", "IZ", "IN"), Casing.UPPER.apply(corpus));
  }

  private static Corpus corpus(String... tokens) {
    List<Span> spans = List.of(new Span("per", 0, 2));
    List<Set<String>> open = List.of(Set.of(), Set.of(), Set.of("geo", "tim"));
    return new Corpus(
        "written", List.of(Sentence.of(List.of(tokens), spans, 7).withSpans(spans, open)), 1);
  }
}
