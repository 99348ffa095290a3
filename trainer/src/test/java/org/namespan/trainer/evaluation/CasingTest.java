package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.namespan.trainer.evaluation.Tags.bio;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;

class CasingTest {

  private static final Corpus CORPUS =
      new Corpus(
          "written",
          List.of(new Sentence(List.of("Ida", "İz", "Straße", "I"), bio("B-per I-per B-geo O"), 7)),
          1);

  @Test
  void casesTheTokensAndNothingElse() {
    assertSame(CORPUS, Casing.KEEP.apply(CORPUS));
    assertCased(List.of("ida", "i̇z", "straße", "i"), Casing.LOWER);
    assertCased(List.of("IDA", "İZ", "STRASSE", "I"), Casing.UPPER);
  }

  @Test
  void casesTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertCased(List.of("ida", "i̇z", "straße", "i"), Casing.LOWER);
      assertCased(List.of("IDA", "İZ", "STRASSE", "I"), Casing.UPPER);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static void assertCased(List<String> tokens, Casing casing) {
    Sentence sentence = new Sentence(tokens, CORPUS.sentences().get(0).tags(), 7);
    assertEquals(CORPUS.withSentences(List.of(sentence)), casing.apply(CORPUS));
  }
}
