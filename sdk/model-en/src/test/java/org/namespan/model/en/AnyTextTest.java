package org.namespan.model.en;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.Entity;
import org.namespan.EntityTagger;

/** Names that any English model finds are found in text as people send it. */
class AnyTextTest {

  private static EntityTagger tagger;

  @BeforeAll
  static void load() throws IOException {
    tagger = EntityTagger.english();
  }

  @AfterAll
  static void close() {
    tagger.close();
  }

  private static String names(String text) {
    List<Entity> entities = tagger.tag(text);
    return entities.stream()
        .filter(e -> !e.type().equals("tim"))
        .map(e -> e.type() + " " + e.text())
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "\u200EBarack Obama visited \u2068Germany\u2069. ~ per Barack Obama, geo Germany",
        "Barack Obama visited Ger\u00ADmany. ~ per Barack Obama, geo Ger\u00ADmany",
        "BARACK OBAMA visited PARIS. ~ per BARACK OBAMA, geo PARIS",
        "'Barack Obama' visited \u201CBerlin\u201D. ~ per Barack Obama, geo Berlin",
        "<p>Barack Obama visited <b>Germany</b>.</p> ~ per Barack Obama, geo Germany",
        "**Barack Obama** visited _Germany_. ~ per Barack Obama, geo Germany",
        "Barack Obama[1] visited Berlin[2]. ~ per Barack Obama, geo Berlin",
        "- Barack Obama\\n- Angela Merkel\\n- Tony Blair"
            + " ~ per Barack Obama, per Angela Merkel, per Tony Blair",
        "Barack Obama visited Berlin.Angela Merkel visited Paris."
            + " ~ per Barack Obama, geo Berlin, per Angela Merkel, geo Paris",
        "Barack Obama \uD83D\uDC4D visited Germany\u2764\uFE0F. ~ per Barack Obama, geo Germany",
      })
  void findsTheBareNames(String text, String expected) {
    assertEquals(expected, names(text.translateEscapes()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "so good \uD83D\uDC4D\uD83D\uDC4D",
        "12 34 5678",
        "0x1F 7f3a9c2e",
        "Write to john.smith@example.com.",
        "/usr/local/bin/java",
      })
  void findsNoNameInWhatIsNoWord(String text) {
    assertEquals("", names(text));
  }
}
