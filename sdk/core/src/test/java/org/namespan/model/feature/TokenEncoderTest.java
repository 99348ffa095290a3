package org.namespan.model.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namespan.model.tag.Span;

class TokenEncoderTest {

  private static final TokenEncoder ENCODER =
      new TokenEncoder(
          new TokenFeatures(
              new FeatureRecipe(WordCase.KEEP, false, List.of(), List.of()), List.of("Obama")));

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      value = {
        "Barack Obama left ., 0, 2, true",
        "the U.S. F-16 left ., 1, 3, true",
        "Acme Inc . left, 0, 3, true",
        "in May 2004 he left ., 1, 3, false",
        "Obama & Co left ., 0, 3, false",
        "Obama ) Co left ., 0, 3, false",
        "see a.b@c.org and leave ., 1, 2, false",
        // The third that is shown is a comma.
        "Barack Obama, 0, 2, true",
        "Barack Obama, 0, 3, false",
        // What follows a mark that is not shown has another place in the sentence.
        "Barack \" Obama left ., 0, 1, true",
        "Barack \" Obama left ., 1, 2, false",
        "` ` `, 0, 2, false",
      })
  void knowsSpansOfWords(String tokens, int start, int end, boolean words) {
    SentenceView view = SentenceView.ofTokens(Arrays.asList(tokens.split(" ")));
    assertEquals(
        words, ENCODER.encode(List.of(view)).areWords(0, new Span("per", start, end)), tokens);
  }
}
