package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineMarkersTest {

  /** The marker of the second line of three, which {@code ⏎} parts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '^',
      value = {
        "x⏎- Obama⏎x > -",
        "x⏎* Obama⏎x > *",
        "x⏎+ Obama⏎x > +",
        "x⏎• Obama⏎x > •",
        "x⏎•Obama⏎x > •",
        "x⏎•obama⏎x > ^^",
        "x⏎+Obama⏎x > +",
        "x⏎*Obama⏎x > ^^",
        "x⏎-- Obama⏎x > --",
        "x⏎--Obama⏎x > ^^",
        "x⏎-Obama⏎x > ^^",
        "-Merkel⏎-Obama⏎x > -",
        "x⏎-Obama⏎ -Merkel > -",
        "x⏎-5 degrees⏎-x > ^^",
        "x⏎- [x] Obama⏎x > - [x]",
        "x⏎[ ] Obama⏎x > [ ]",
        "x⏎[y] Obama⏎x > ^^",
        "x⏎o Obama⏎x > ^^",
        "o Merkel⏎o Obama⏎x > o",
        "x⏎1. Obama⏎x > 1.",
        "x⏎12) Obama⏎x > 12)",
        "x⏎1.Obama⏎x > 1.",
        "x⏎1.5 Obama⏎x > ^^",
        "x⏎1.OBAMA⏎x > ^^",
        "x⏎1999. Obama⏎x > ^^",
        "x⏎1: Obama⏎x > ^^",
        "x⏎(a) Obama⏎x > (a)",
        "x⏎(12) Obama⏎x > (12)",
        "x⏎(a. Obama⏎x > ^^",
        "x⏎(ab) Obama⏎x > ^^",
        "x⏎a) Obama⏎x > a)",
        "x⏎iv) Obama⏎x > iv)",
        "x⏎iv. Obama⏎x > ^^",
        "iii. Merkel⏎iv. Obama⏎x > iv.",
        "x⏎A. Merkel⏎x > ^^",
        "A. Merkel⏎B. Obama⏎x > B.",
        "B. Obama⏎B. Merkel⏎x > ^^",
        "B. Merkel⏎D. Obama⏎x > ^^",
        "Q. Who?⏎A. Obama⏎x > A.",
        "x⏎①Obama⏎x > ①",
        "x⏎Ⓐ Obama⏎x > Ⓐ",
        "x⏎Ⓞⓑama⏎x > ^^",
        "x⏎Obama⏎x > ^^",
      })
  void findsMarkers(String lines, String marker) {
    String text = lines.replace('⏎', '\n');
    int start = text.indexOf('\n') + 1;
    assertEquals(marker, text.substring(start, LineMarkers.end(text, start)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "> Obama|> ",
        ">> Obama|>> ",
        "> > Obama|> > ",
        ">Obama|>",
        " Obama|''",
        "Obama > x|''"
      })
  void findsTheQuotingOfMails(String text, String quoting) {
    assertEquals(quoting, text.substring(0, LineMarkers.quotingEnd(text, 0)));
  }
}
