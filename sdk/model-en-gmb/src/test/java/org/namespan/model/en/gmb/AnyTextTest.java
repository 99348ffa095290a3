package org.namespan.model.en.gmb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.Layout;
import org.namespan.TaggerOptions;

/** Text as people send it: each kind of change leaves the names where they are. */
class AnyTextTest {

  private static final EntityTagger TAGGER = tagger(TaggerOptions.defaults());

  private static final List<String> PLACES =
      List.of(
          "Germany",
          "France",
          "Berlin",
          "Paris",
          "London",
          "Moscow",
          "Baghdad",
          "Iraq",
          "Iran",
          "China",
          "Japan",
          "Tokyo",
          "Beijing",
          "Pakistan",
          "India",
          "Israel",
          "Gaza",
          "Egypt",
          "Cairo",
          "Syria",
          "Russia",
          "Ukraine",
          "Spain",
          "Madrid",
          "Italy",
          "Rome",
          "Canada",
          "Mexico",
          "Brazil",
          "Washington");

  private static EntityTagger tagger(TaggerOptions options) {
    try {
      return EntityTagger.bundled("en-gmb", options);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterAll
  static void close() {
    TAGGER.close();
  }

  private static Arguments frame(String kind, String frame, UnaryOperator<String> written) {
    return Arguments.of(kind, frame, written);
  }

  private static String inside(String name, String sign) {
    return name.substring(0, 3) + sign + name.substring(3);
  }

  static Stream<Arguments> frames() {
    UnaryOperator<String> same = name -> name;
    UnaryOperator<String> upper = name -> name.toUpperCase(Locale.ROOT);
    return Stream.of(
        frame("plain", "They visited %s.", same),
        frame("left-to-right mark", "\u200EThey visited \u200E%s\u200E.", same),
        frame("isolates", "They visited \u2068%s\u2069.", same),
        frame("soft hyphen", "They visited %s.", name -> inside(name, "\u00AD")),
        frame("zero-width non-joiner", "They visited %s.", name -> inside(name, "\u200C")),
        frame("word joiner", "They visited %s.", name -> inside(name, "\u2060")),
        frame("byte order mark", "\uFEFFThey visited %s.", name -> inside(name, "\uFEFF")),
        frame("full width", "They visited %s.", AnyTextTest::fullWidth),
        frame("hyphenated", "They visited %s.", name -> inside(name, "-\n")),
        frame("capitals", "They visited %s.", upper),
        frame("possessive in capitals", "They visited %s'S capital.", upper),
        frame("single quotes", "They visited '%s'.", same),
        frame("curly quotes", "They visited \u2018%s\u2019.", same),
        frame("double quotes", "He said: \"They visited %s.\"", same),
        frame("name in double quotes", "They visited \"%s\" on Monday.", same),
        frame("name in guillemets", "They visited \u00AB%s\u00BB on Monday.", same),
        frame("quoted possessive", "They like '%s''s streets.", same),
        frame("quoted cells", "\"London\",\"%s\",\"Paris\"", same),
        frame("tags", "<p>They visited <b>%s</b>.</p>", same),
        frame("emphasis", "They visited **%s**.", same),
        frame("underscores", "They visited _%s_.", same),
        frame("link", "They visited [%s](https://a.example/b).", same),
        frame("reference", "They visited %s[2].", same),
        frame("comma", "They visited %s,London and Paris.", same),
        frame("full stop", "They visited %s.Then they left.", same),
        frame("semicolon", "They visited %s;then they left.", same),
        frame("slash", "They visited %s/London.", same),
        frame("en dash", "They visited %s\u2013London.", same),
        frame("em dash", "They visited %s\u2014and left.", same),
        frame("double hyphen", "They visited %s--and left.", same),
        frame("ellipsis", "They visited %s...and left.", same),
        frame("exclamation", "They visited %s!!!", same),
        frame("square brackets", "They visited [%s].", same),
        frame("round brackets", "They visited (%s) on Monday.", same),
        frame("asterisk", "They visited %s*", same),
        frame("question without blank", "Who visited %s?They did.", same),
        frame("acronym without blank", "They left %s.NATO stayed.", same),
        frame("hyphen", "The train goes %s-London.", same),
        frame("hashtag", "They visited #%s.", same),
        frame("emoji", "They visited %s\uD83D\uDC4D", same),
        frame("bullet", "- London\n- %s\n- Paris", same),
        frame("tab", "London\t%s\tParis", same),
        frame("bar", "London|%s|Paris", same),
        frame("field", "Name: John Smith\nPlace: %s\n", same),
        frame("number before", "1 They visited %s.", same));
  }

  private static String fullWidth(String name) {
    return name.chars().mapToObj(c -> Character.toString(c + 0xFEE0)).collect(Collectors.joining());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("frames")
  void findsThePlace(String kind, String frame, UnaryOperator<String> written) {
    int found = 0;
    List<String> lost = new ArrayList<>();
    for (String place : PLACES) {
      String name = written.apply(place);
      String text = String.format(frame, name);
      boolean there =
          TAGGER.tag(text).stream()
              .anyMatch(e -> e.text().equals(name) && e.start() == text.indexOf(name));
      found += there ? 1 : 0;
      if (!there) {
        lost.add(place + " " + shown(TAGGER.tag(text)));
      }
    }
    assertTrue(found >= 29, kind + ": " + found + " of 30, without " + lost);
  }

  private static String shown(List<Entity> entities) {
    return entities.stream()
        .map(e -> e.type() + " " + e.text().replace('\n', '¶'))
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "\u200EBarack Obama visited Germany. ~ per Barack Obama, geo Germany",
        "Jose\u0301 Mari\u0301a Aznar visited Bogota\u0301. ~ per Jose\u0301 Mari\u0301a Aznar, geo Bogota\u0301",
        "John Smith\\nMary Jones\\nPeter Brown ~ per John Smith, per Mary Jones, per Peter Brown",
        "john smith\\nmary jones\\npeter brown ~ per john smith, per mary jones, per peter brown",
        "- Barack Obama\\n- Angela Merkel\\n- Tony Blair ~ per Barack Obama, per Angela Merkel, per Tony Blair",
        "\u2022 Barack Obama\\n\u2022 Angela Merkel ~ per Barack Obama, per Angela Merkel",
        "1. Barack Obama\\n2. Angela Merkel ~ per Barack Obama, per Angela Merkel",
        "Best regards,\\nJohn Smith\\nMicrosoft ~ per John Smith, org Microsoft",
        "Berlin\\tMilan ~ geo Berlin, geo Milan",
        "Berlin      Milan      Rome ~ geo Berlin, geo Milan, geo Rome",
        "Berlin | Milan ~ geo Berlin, geo Milan",
        "Berlin,Milan,Paris ~ geo Berlin, geo Milan, geo Paris",
        "They flew to Wash-\\nington on Monday. ~ geo Wash-¶ington, tim Monday",
        "He works at IBM. ~ org IBM",
        "'Obama' visited 'Berlin'. ~ per Obama, geo Berlin",
        "<p>Barack Obama visited <b>Germany</b>.</p> ~ per Barack Obama, geo Germany",
        "**Barack Obama** visited _Germany_. ~ per Barack Obama, geo Germany",
        "Barack Obama[1] visited Berlin[2]. ~ per Barack Obama, geo Berlin",
        "Obama visited Berlin.Merkel visited Paris,London. ~ per Obama, geo Berlin, per Merkel, geo Paris, geo London",
        "OBAMA'S visit to PARIS. ~ per OBAMA, geo PARIS",
        "PARIS' mayor left. ~ geo PARIS",
        "J.K. Rowling and J.R.R. Tolkien met in Oxford. ~ per J.K. Rowling, per J.R.R. Tolkien, geo Oxford",
        "N. J. Sarkozy and V. J. Putin met in London. ~ per N. J. Sarkozy, per V. J. Putin, geo London",
        "He left Venezuela.Mr. Chavez stayed. ~ geo Venezuela, per Mr. Chavez",
        "I met Gov. Jerry Brown. ~ per Gov. Jerry Brown",
        "He lives in St. Louis. She lives in Mt. Vernon. ~ geo St. Louis, geo Mt. Vernon",
        "They met in the U.S. The U.S. Senate said so. ~ geo U.S., org U.S. Senate",
        "Barack Obama visited Paris 1 ~ per Barack Obama, geo Paris",
        "Barack Obama visited Paris 0x7fff12ab ~ per Barack Obama, geo Paris",
        "Barack Obama \uD83D\uDC4D visited Germany\u2764\uFE0F. ~ per Barack Obama, geo Germany",
      })
  void findsTheBareNames(String text, String expected) {
    assertEquals(expected, shown(TAGGER.tag(text.translateEscapes())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "so good \uD83D\uDC4D\uD83D\uDC4D",
        "\uD83C\uDF89\uD83C\uDF89 \uD83D\uDE00",
        "1",
        "12 34 5678",
        "0x1F 7f3a9c2e",
        "Write to john.smith@example.com.",
        "/usr/local/bin/java",
        "C:\\Users\\John",
        "2024-01-02 12:33:01 ERROR [main] Server started on 8080"
      })
  void findsNoNameInWhatIsNoWord(String text) {
    List<Entity> names = TAGGER.tag(text).stream().filter(e -> !e.type().equals("tim")).toList();
    assertEquals("", shown(names));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "R2-D2|flew|a|Boeing|747|,|an|F-16|for|AT&T|and|O'Brien|.",
        "Jean-Claude|lives|in|the|U.S.|now|.",
        "See|http://www.example.com/a_b/c?d=e|,|mail|a.b@c.org|.",
        "They|met|at|10:30|,|paid|5,000|and|do|n't|care|.",
        "They|did|n't|;|Obama|'s|and|Merkel|'s|plan|.",
      })
  void keepsWholeWhatIsOne(String tokens) {
    String text = tokens.replaceAll("\\|(?=[.,;:](\\||$)|'s|n't)", "").replace('|', ' ');
    assertEquals(
        tokens,
        TAGGER.tagSentences(text).stream()
            .flatMap(List::stream)
            .map(token -> token.text())
            .collect(Collectors.joining("|")));
  }

  @Test
  void wrappedProseGoesOn() {
    String text =
        "yesterday the ministers met Angela\nMerkel in the older town of New\nYork and talked about the war.";
    assertEquals("per Angela¶Merkel, geo New¶York", namesOf(text));
  }

  private static String namesOf(String text) {
    return shown(TAGGER.tag(text).stream().filter(e -> !e.type().equals("tim")).toList());
  }

  @Test
  void theLayoutCanBeSaid() {
    String text = "They met Angela\nMerkel";
    try (EntityTagger lines = tagger(TaggerOptions.defaults().withLayout(Layout.LINES));
        EntityTagger paragraphs = tagger(TaggerOptions.defaults().withLayout(Layout.PARAGRAPHS))) {
      assertEquals("per Angela¶Merkel", shown(paragraphs.tag(text)));
      assertTrue(lines.tag(text).stream().noneMatch(e -> e.text().contains("\n")));
    }
  }

  @Test
  void theStreamGivesWhatTheWholeDoes() throws IOException {
    List<String> texts = frames().map(f -> String.format((String) f.get()[1], "Germany")).toList();
    String text = String.join("\n\n", texts).repeat(40);
    List<Entity> streamed = new ArrayList<>();
    TAGGER.tag(new StringReader(text), streamed::add);
    List<Entity> whole = TAGGER.tag(text);
    assertTrue(whole.size() > 1000);
    assertEquals(
        whole.stream().map(e -> e.start() + "-" + e.end() + e.type()).toList(),
        streamed.stream().map(e -> e.start() + "-" + e.end() + e.type()).toList());
  }
}
