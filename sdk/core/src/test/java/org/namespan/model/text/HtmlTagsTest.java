package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTagsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "<b>Obama ~ <b>",
        "</b> left ~ </b>",
        "<A HREF='x'>Obama ~ <A HREF='x'>",
        "<br/>x ~ <br/>",
        "<h1>x ~ <h1>",
        "<!-- a > b -->x ~ <!-- a > b -->",
        "<![CDATA[Obama ~ <![CDATA[",
        // Elements of XML close, have attributes or are closed.
        "</name>x ~ </name>",
        "<name/>x ~ <name/>",
        "<name id='1'>x ~ <name id='1'>",
        "<name>Obama</name> ~ <name>",
        "<x:name>Obama</x:name> ~ <x:name>",
        // The mark of a footnote goes with its element.
        "Obama<sup>1</sup> ~ <sup>1</sup>",
        "x<sup>[12]</sup> ~ <sup>[12]</sup>",
        "x<ref>a</ref> ~ <ref>a</ref>",
        "x<sub>i, j</sub> ~ <sub>",
        "20<sup>th</sup> ~ <sup>",
      })
  void findsTags(String text, String tag) {
    int start = text.indexOf('<');
    assertEquals(tag, text.substring(start, HtmlTags.end(text, start)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "< b>",
        "<3",
        "<b",
        "<b <i>",
        "<unknown>",
        "<name>Obama</other>",
        "<john@x.com>",
        "<!-- open",
        "<!DOCTYPE",
        "<12>",
        "</>"
      })
  void leavesWhatIsNoTag(String text) {
    assertEquals(0, HtmlTags.end(text, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "<p>, true",
    "</P>, true",
    "<td>x, true",
    "<br/>, true",
    "<b>, false",
    "</b><i>, false",
    "<span class='x'>, false",
    "<name>, false",
    "</name>x, false",
    "</name><city>, true",
    "</name></row>, false",
    "<!-- x -->, false"
  })
  void tellsBlocksFromInlineTags(String text, boolean parting) {
    assertEquals(parting, HtmlTags.isParting(text, 0, text.indexOf('>') + 1));
  }

  /** Nothing is searched for further than some lines. */
  @ParameterizedTest
  @CsvSource({"200, true", "300, false"})
  void looksOnlySoFar(int length, boolean found) {
    String text = "<!--" + "x".repeat(length) + "-->";
    assertEquals(found ? text.length() : 0, HtmlTags.end(text, 0));
    String tag = "<p " + "x".repeat(length) + ">";
    assertEquals(found ? tag.length() : 0, HtmlTags.end(tag, 0));
  }
}
