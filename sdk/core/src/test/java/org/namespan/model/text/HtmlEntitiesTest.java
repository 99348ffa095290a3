package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlEntitiesTest {

  /** What stands for the reference at the start of a text, and what is left behind it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      nullValues = "none",
      value = {
        "&amp;b | & | b",
        "&lt;&gt; | < | &gt;",
        "&quot; | \" | ^^",
        "&eacute;t | é | t",
        "&Eacute; | É | ^^",
        "&yuml; | ÿ | ^^",
        "&copy; | © | ^^",
        "&hellip; | … | ^^",
        "&rsquo;s | ’ | s",
        "&#39;s | ' | s",
        "&#x27; | ' | ^^",
        "&#X2019; | ’ | ^^",
        "&#128512; | 😀 | ^^",
        "&#1114111; | \uDBFF\uDFFF | ^^",
        "&#1114112; | none | ^^",
        "&#xD800; | none | ^^",
        "&#31; | none | ^^",
        "&#32a; | none | ^^",
        "&#x; | none | ^^",
        "&EACUTE; | none | ^^",
        "&nosuch; | none | ^^",
      })
  void readsReferences(String text, String decoded, String rest) {
    int end = HtmlEntities.end(text, 0);
    assertEquals(rest, text.substring(end));
    assertEquals(decoded, HtmlEntities.decode(text, 0, end));
  }

  @ParameterizedTest
  @CsvSource({
    "&",
    "&;",
    "&a;",
    "&#;",
    "&amp",
    "&amp b;",
    "& amp;",
    "&a#p;",
    "&é12;",
    "AT&T;",
    "&longestname;"
  })
  void findsNoReference(String text) {
    int start = text.indexOf('&');
    assertEquals(start, HtmlEntities.end(text, start));
  }
}
