package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namespan.Layout;

class MarkupTest {

  private static String clean(String text) {
    return CleanText.of(text, Layout.AUTO).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "see [b]Obama[/b]. ~ see Obama.",
        "see [URL=http://a.example]Obama[/URL] ~ see Obama",
        "see [color=red]Obama[/color] ~ see Obama",
        "see [quote]Obama[/quote] ~ see Obama",
        "see [list][*]Obama[/list] ~ see Obama",
        "see [name]Obama[/name] ~ see [name]Obama[/name]",
        "see [b Obama ~ see [b Obama",
        "see [b ] ~ see [b ]",
        "see [url=x Obama ~ see [url=x Obama",
        "see [/b=x] ~ see [/b=x]",
        "see [] ~ see []",
      })
  void leavesTagsOfForumsOut(String text, String expected) {
    assertEquals(expected, clean(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "see [Obama](https://a.example) ~ see Obama",
        "see [Obama](https://a.example \"The title\") ~ see Obama",
        "see ![Obama](a.png) ~ see Obama",
        "see ![](a.png) left ~ see  left",
        "see [Obama] (x) ~ see [Obama] (x)",
        "see [Obama](a b) ~ see [Obama](a b)",
        "see ![Obama] ~ see ![Obama]",
        "see! [Obama](x) ~ see! Obama",
        "see [a[Obama](x) ~ see [aObama",
      })
  void leavesLinksAndPicturesOut(String text, String expected) {
    assertEquals(expected, clean(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "Obama[12] left.[3] ~ Obama left.",
        "Obama[1,2] left[1–3] ~ Obama left",
        "Obama[*] left[†] ~ Obama left",
        "Obama[a] left[citation needed] ~ Obama left",
        "Obama [12] ~ Obama [12]",
        "Obama[Berlin] ~ Obama[Berlin]",
        "Obama[1a] ~ Obama[1a]",
        "Obama[a-b] ~ Obama[a-b]",
        "Obama[] ~ Obama[]",
        "Obama[a note that is too long for one] ~ Obama[a note that is too long for one]",
      })
  void leavesReferencesOut(String text, String expected) {
    assertEquals(expected, clean(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "see #Obama ~ see Obama",
        "see #Obama #Berlin #2020 ~ see Obama ,Berlin #2020",
        "see #a, #b ~ see a, b",
        "see C#a ~ see C#a",
        "see #1 ~ see #1",
        "see &#a ~ see &#a",
      })
  void leavesTheSignOfHashtagsOut(String text, String expected) {
    assertEquals(expected, clean(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "a **Obama** b | a Obama b",
        "a *Obama*, b | a Obama, b",
        "a __Obama__ b | a Obama b",
        "a ~~Obama~~ b | a Obama b",
        "a ***Obama*** b | a Obama b",
        "a ~Obama~ b | a ~Obama~ b",
        "a * Obama * b | a * Obama * b",
        "a *Obama b | a *Obama b",
        "a x*Obama* b | a x*Obama* b",
        "a *Obama*x b | a *Obama*x b",
        "a *Obama * b | a *Obama * b",
        "a *****Obama***** b | a *****Obama***** b",
      })
  void leavesEmphasisOut(String text, String expected) {
    assertEquals(expected, clean(text));
  }
}
