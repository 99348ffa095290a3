package org.namespan.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.namespan.internal.tag.Tag;

class CasingTest {

  private static final Corpus CORPUS = corpus(List.of("Ida", "İz", "straßE", "I", "𐐨𐐨"));

  private static Corpus corpus(List<String> tokens) {
    Tag outside = Tag.OUTSIDE;
    List<Tag> tags =
        List.of(new Tag('B', "per"), new Tag('I', "per"), new Tag('B', "geo"), outside, outside);
    List<Set<String>> open = List.of(Set.of(), Set.of(), Set.of(), Set.of("org", "tim"), Set.of());
    return new Corpus("written", List.of(new Sentence(tokens, tags, 7, open)), 1);
  }

  @Test
  void casesTheTokensAndNothingElse() {
    assertSame(CORPUS, Casing.KEEP.apply(CORPUS));
    assertCased(List.of("ida", "i̇z", "straße", "i", "𐐨𐐨"), Casing.LOWER);
    assertCased(List.of("IDA", "İZ", "STRASSE", "I", "𐐀𐐀"), Casing.UPPER);
    assertCased(List.of("Ida", "İz", "Straße", "I", "𐐀𐐨"), Casing.TITLE);
  }

  @Test
  void casesTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      casesTheTokensAndNothingElse();
    } finally {
      Locale.setDefault(before);
    }
  }

  private static void assertCased(List<String> tokens, Casing casing) {
    assertEquals(corpus(tokens), casing.apply(CORPUS));
  }
}
