package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotesTest {

  /** What stands between the first mark of a text and the one that closes it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      nullValues = "none",
      value = {
        "'Obama' left | Obama",
        "He read 'War and Peace'. | War and Peace",
        "('Obama') | Obama",
        "'Iran''s | Iran",
        "'It's late' he said | It's late",
        "'Obama\\nleft' | none",
        "'Obama \"left' | none",
        "'Obama left | none",
        "'Obama ' | none",
        "' Obama' | none",
        "Obama's 'x | none",
        "the boys' and girls' | none",
        "'tis 'so' | none",
        "'90s and 'so' | none",
        "'90 and so' | none",
        "'900 and so' | 900 and so",
        "'90, and 'so' | none",
        "'08/16/2000 08:28 AM' | 08/16/2000 08:28 AM",
        "'10:30' | 10:30",
        "'a | none",
      })
  void findsWhatClosesAQuotation(String text, String quoted) {
    String unescaped = text.translateEscapes();
    int open = unescaped.indexOf('\'');
    int close = Quotes.closing(unescaped, open, '\'');
    assertEquals(quoted, close == open ? null : unescaped.substring(open + 1, close));
  }

  @ParameterizedTest
  @CsvSource({"70, true", "90, false"})
  void looksOnlySoFar(int length, boolean found) {
    String text = "'" + "x".repeat(length) + "'";
    assertEquals(found ? text.length() - 1 : 0, Quotes.closing(text, 0, '\''));
  }

  @ParameterizedTest
  @CsvSource({
    "tis, true",
    "EM, true",
    "90s, true",
    "90, true",
    "900, false",
    "9, false",
    "90x, false",
    "Obama, false"
  })
  void knowsElisions(String word, boolean elision) {
    assertEquals(elision, Quotes.isElision(word));
  }
}
