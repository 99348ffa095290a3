package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodRulesTest {

  /** A text with {@code ¶} behind each sign that ends a sentence without a blank. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "visited Berlin.Merkel left ~ visited Berlin.¶Merkel left",
        "it was late.NATO met ~ it was late.¶NATO met",
        "it was in 1999.Then he left ~ it was in 1999.¶Then he left",
        "it was in 1999.NATO met ~ it was in 1999.NATO met",
        "by the ISS.NASA said ~ by the ISS.¶NASA said",
        "by the ISS.They said ~ by the ISS.¶They said",
        "by the U.S.NASA said ~ by the U.S.NASA said",
        "by the EU.NASA said ~ by the EU.NASA said",
        "see Berlin.merkel ~ see Berlin.merkel",
        "see report.PDF now ~ see report.PDF now",
        "see a@Berlin.Merkel now ~ see a@Berlin.Merkel now",
        "see Berlin.Merkel/x now ~ see Berlin.Merkel/x now",
        "see J.Doe now ~ see J.Doe now",
        "he left!Then ~ he left!¶Then",
        "he left?THEN ~ he left?¶THEN",
        "he left!then ~ he left!¶then",
        "he left 12!Then ~ he left 12!Then",
        "he left.(Then ~ he left.¶(Then",
        "he left.\"Then ~ he left.¶\"Then",
        "he left.(then ~ he left.(then",
        "NATO left IT.(Then ~ NATO left IT.(Then",
        "he left. Then ~ he left. Then",
        "the 80's.Then he left ~ the 80's.¶Then he left",
        "right here.1 cup ~ right here.¶1 cup",
        "he left!3 days ~ he left!¶3 days",
        "see fig.3 and approx.5 ~ see fig.3 and approx.5",
        "see here.1a and here.1.2 ~ see here.1a and here.1.2",
      })
  void findsSentenceEndsWithoutABlank(String text, String expected) {
    NormalizedText normalized = NormalizedText.of(text);
    StringBuilder shown = new StringBuilder(text);
    for (int s = 0; s < 3; s++) {
      char sign = ".!?".charAt(s);
      int i = PeriodRules.nextStuck(normalized, 0, text, sign, 0);
      if (i < text.length()) {
        shown.insert(i + 1, '¶');
        assertEquals(text.length(), PeriodRules.nextStuck(normalized, 0, text, sign, i + 1));
      }
    }
    assertEquals(expected, shown.toString());
  }
}
