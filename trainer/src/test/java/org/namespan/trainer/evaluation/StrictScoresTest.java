package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namespan.model.tag.TagScheme;

/** The spans that seqeval's scheme tests expect of short, mostly malformed sentences. */
class StrictScoresTest {

  @ParameterizedTest
  @CsvSource({
    "B-PER, 1",
    "I-PER, 0",
    "O I-PER, 0",
    "O B-PER, 1",
    "I-PER O, 0",
    "I-PER I-PER, 0",
    "I-PER I-ORG, 0",
    "I-PER B-PER, 1",
    "I-PER B-ORG, 1",
    "B-PER O, 1",
    "B-PER I-PER, 1",
    "B-PER I-ORG, 1",
    "B-PER B-PER, 2",
    "B-PER B-ORG, 2"
  })
  void bio(String tags, long spans) {
    assertStrict(TagScheme.BIO, tags, spans);
  }

  @ParameterizedTest
  @CsvSource({
    "B-PER, 0",
    "I-PER, 1",
    "O I-PER, 1",
    "O B-PER, 0",
    "I-PER O, 1",
    "I-PER I-PER, 1",
    "I-PER I-ORG, 2",
    "I-PER B-PER, 2",
    "I-PER B-ORG, 1",
    "B-PER O, 0",
    "B-PER I-ORG, 1",
    "B-PER B-PER, 1",
    "B-PER B-ORG, 0"
  })
  void iob1(String tags, long spans) {
    assertStrict(TagScheme.IOB1, tags, spans);
  }

  @ParameterizedTest
  @CsvSource({
    "I-PER, 0",
    "B-PER, 0",
    "L-PER, 0",
    "U-PER, 1",
    "O U-PER, 1",
    "I-PER L-PER, 0",
    "I-PER U-PER, 1",
    "B-PER I-PER, 0",
    "B-PER B-PER, 0",
    "B-PER L-PER, 1",
    "B-PER L-ORG, 0",
    "B-PER U-PER, 1",
    "L-PER U-PER, 1",
    "U-PER I-PER, 1",
    "U-PER B-PER, 1",
    "U-PER L-PER, 1",
    "U-PER U-PER, 2"
  })
  void bilou(String tags, long spans) {
    assertStrict(TagScheme.BILOU, tags, spans);
  }

  private static void assertStrict(TagScheme scheme, String tags, long spans) {
    Scores strict = Tags.evaluate(scheme, tags, tags).strict();
    assertEquals(new Scores(spans, spans, spans), strict);
  }
}
