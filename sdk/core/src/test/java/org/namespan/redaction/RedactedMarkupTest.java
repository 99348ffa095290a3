package org.namespan.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.Entity;
import org.xml.sax.InputSource;

/** Names with markup inside of them, and names whose letters are escaped or written in parts. */
class RedactedMarkupTest {

  private static final RedactorOptions DEFAULTS = RedactorOptions.defaults();

  private static final List<RedactorOptions> REVERSIBLE =
      List.of(
          DEFAULTS,
          DEFAULTS.withOperator(Operator.madeUp(7)),
          DEFAULTS.withOperator(
              Operator.hash("a secret of 24 bytes, yes".getBytes(StandardCharsets.UTF_8))));

  private static final Pattern MARK = Pattern.compile("\\{(\\w+) ([^}]*)\\}");

  /** A text of which the names are marked as {@code {per Angela</b> Merkel}}. */
  private static String redacted(String marked, RedactorOptions options) {
    StringBuilder text = new StringBuilder();
    List<Entity> entities = new ArrayList<>();
    Matcher mark = MARK.matcher(marked);
    int at = 0;
    while (mark.find()) {
      text.append(marked, at, mark.start());
      int start = text.length();
      text.append(mark.group(2));
      entities.add(new Entity(mark.group(1), mark.group(2), start, text.length(), 1, "model"));
      at = mark.end();
    }
    text.append(marked, at, marked.length());
    Redaction redaction = Redactor.redact(text.toString(), entities, options);
    if (redaction.map().lost() == 0) {
      assertComesBack(text.toString(), redaction);
    }
    return redaction.text();
  }

  private static void assertComesBack(String text, Redaction redaction) {
    assertEquals(text, redaction.map().restore(redaction.text()));
    RedactionMap read = RedactionMap.of(redaction.map().toBytes());
    Restorer restorer = read.restorer();
    StringBuilder restored = new StringBuilder();
    for (char each : redaction.text().toCharArray()) {
      restored.append(restorer.push(String.valueOf(each)));
    }
    assertEquals(text, restored + restorer.end());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<p>I met <b>{per Angela</b> Merkel}.</p>|<p>I met <b>[PERSON_1]</b>.</p>",
        "{per Angela <b>Merkel}</b> left|<b>[PERSON_1]</b> left",
        "<a href=\"/x\">{geo New</a> York}|<a href=\"/x\">[LOCATION_1]</a>",
        "{geo New <a href=\"/x\">York}</a>|<a href=\"/x\">[LOCATION_1]</a>",
        "<b>{per Angela</b> <i>Merkel}</i>|<b>[PERSON_1]</b><i></i>",
        "**{per Angela** Merkel} left|**[PERSON_1]** left",
        "{per Angela **Merkel}** left|**[PERSON_1]** left",
        "_{per Angela_ ~~Merkel}~~ left|_[PERSON_1]_~~~~ left",
        "[{per Bob](http://x.org/a) Dylan}.|[[PERSON_1]](http://x.org/a).",
        "{per Bob [Dylan}](http://x.org/a).|[[PERSON_1]](http://x.org/a).",
        "[b]{per Angela[/b] Merkel}|[b][PERSON_1][/b]",
        "<b>{per A</b>ngela}|<b>[PERSON_1]</b>",
        "{per Angela<!-- x --> Merkel}|[PERSON_1]<!-- x -->",
        "{per Angela[12] Merkel}|[PERSON_1][12]",
        "\"<b>{per Angela<\\/b> Merkel}\"|\"<b>[PERSON_1]<\\/b>\"",
        "\\u003cb\\u003e{per Angela\\u003c/b\\u003e Merkel}|\\u003cb\\u003e[PERSON_1]\\u003c/b\\u003e",
        "\\u003cb\\u003e{per Angela\\u003c/b\\u003e Lee}x|\\u003cb\\u003e[PERSON_1]x",
        "<b>{per Angela</b> Merkel's} plan|<b>[PERSON_1]</b>'s plan",
        "<b>{per Obama}</b>'s plan|<b>[PERSON_1]</b>'s plan"
      })
  void markupInsideOfANameStaysInItsOrder(String marked, String expected) {
    assertEquals(expected, redacted(marked, DEFAULTS));
    for (RedactorOptions options : REVERSIBLE) {
      redacted(marked, options);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Angela</b> Merkel",
        "Angela&nbsp;Merkel",
        "Angela <i>MERKEL</i>",
        "An&shy;gela\u00ADMerkel",
        "Angela&#32;Merkel",
        "Angela\\u0020Merkel",
        "Angela\\nMerkel",
        "\\nAngela Merkel\\n",
        "An<b>gela</b> Merkel",
        "Angela\n> Merkel",
        "Angela Mer-\nkel",
        "Ａｎｇｅｌａ Merkel",
        "Angela<br/>Merkel",
        "*Angela* _Merkel_",
        "[Angela](http://x.org) Merkel"
      })
  void everyWayOfWritingANameIsTheSameName(String other) {
    String written = other.equals("An&shy;gela\u00ADMerkel") ? "An&shy;gela Merk\u00ADel" : other;
    String text = redacted("{per Angela Merkel}; " + written + " left", DEFAULTS);
    assertTrue(text.startsWith("[PERSON_1]; "), text);
    assertTrue(text.substring(12).contains("[PERSON_1"), text);
    assertFalse(text.contains("[PERSON_2"), text);
    assertFalse(Pattern.compile("(?i)angela|gela|merkel").matcher(text).find(), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "M&uuml;ller",
        "Mu\u0308ller",
        "M\\u00fcller",
        "Mu\\u0308ller",
        "MÜLLER",
        "M&#252;ller",
        "M=C3=BCller",
        "MÃ¼ller",
        "M&#xfc;<b>ller"
      })
  void lettersAreComparedDecodedAndComposed(String other) {
    String text = redacted("{per Müller} and {per " + other + "} or " + other + ".", DEFAULTS);
    assertTrue(
        text.matches("\\[PERSON_1] and (<b>)?\\[PERSON_1-2] or (<b>)?\\[PERSON_1-2]\\."), text);
    text = redacted("{per " + other + "} and Müller.", DEFAULTS);
    assertTrue(text.endsWith("[PERSON_1] and [PERSON_1-2].") || text.contains("<b>"), text);
  }

  @Test
  void dashesAndApostrophesAreAlike() {
    assertEquals(
        "[PERSON_1] [PERSON_1-2] [PERSON_1-3]",
        redacted(
            "{per Jean-Luc O'Neill} Jean\u2011Luc O’Neill Jean&ndash;Luc O&rsquo;Neill", DEFAULTS));
    assertEquals("[PERSON_1]&rsquo;s", redacted("{per Obama&rsquo;s}", DEFAULTS));
  }

  @Test
  void masksCountTheNameAlone() {
    RedactorOptions masks = DEFAULTS.withOperator(Operator.mask('*'));
    assertEquals("<b>*************</b>", redacted("<b>{per Angela</b> Merkel}", masks));
  }

  @Test
  void aPlaceholderWithoutItsMarkupIsTheNameWithoutIt() {
    String text = "<b>Angela</b> Merkel";
    RedactionMap map =
        Redactor.redact(
                text, List.of(new Entity("per", "Angela</b> Merkel", 3, 20, 1, "model")), DEFAULTS)
            .map();
    assertEquals("<b>Angela</b> Merkel left", map.restore("<b>[PERSON_1]</b> left"));
    assertEquals("Angela Merkel left", map.restore("[PERSON_1] left"));
  }

  @Test
  void markupThatHoldsANameIsReplacedWithIt() {
    assertEquals(
        "[PERSON_1]</a>; [PERSON_2]",
        redacted("{per Angela <a href='/Merkel'>Merkel}</a>; {per Merkel}", DEFAULTS));
    assertEquals(
        "<a title='[PERSON_1]'>[PERSON_1-2]</a>",
        redacted("<a title='Angela Merkel'>{per Angela  Merkel}</a>", DEFAULTS));
  }

  @Test
  void cellsAndItemsAreNoPartsOfOneName() {
    assertEquals(
        "[PERSON_1]\n\n| Angela | Merkel | x |\n| Angela | Merkel | y |\n",
        redacted(
            "{per Angela Merkel}\n\n| Angela | Merkel | x |\n| Angela | Merkel | y |\n", DEFAULTS));
  }

  /** Around names of a well-formed page, at every bound of their letters, stand tags. */
  @Property(seed = "31", tries = 400)
  void aPageStaysWellFormed(@ForAll("inline") List<String> inline, @ForAll Random random)
      throws Exception {
    StringBuilder text = new StringBuilder("<p>");
    List<Entity> entities = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (String name : List.of("Angela Merkel", "New York", "Müller")) {
      int start = -1;
      int end = -1;
      for (char each : name.toCharArray()) {
        if (random.nextInt(4) == 0) {
          String tag = inline.get(random.nextInt(inline.size()));
          open.add(tag);
          text.append('<').append(tag).append('>');
        } else if (!open.isEmpty() && random.nextInt(3) == 0) {
          text.append("</").append(open.remove(open.size() - 1)).append('>');
        }
        start = start < 0 ? text.length() : start;
        text.append(each);
        end = text.length();
      }
      entities.add(new Entity("per", text.substring(start, end), start, end, 1, "model"));
      text.append(" and ").append(name).append(" or ");
    }
    while (!open.isEmpty()) {
      text.append("</").append(open.remove(open.size() - 1)).append('>');
    }
    String page = text.append("</p>").toString();
    parse(page);
    for (RedactorOptions options : REVERSIBLE) {
      Redaction redaction = Redactor.redact(page, entities, options);
      assertComesBack(page, redaction);
      parse(redaction.text());
      assertEquals(6, redaction.count(), page);
      assertFalse(
          Pattern.compile("Angela|Merkel|York|Müller")
              .matcher(redaction.text().replaceAll("<[^>]*>", ""))
              .find(),
          redaction.text());
    }
  }

  private static void parse(String page) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    builder.setErrorHandler(null);
    builder.parse(new InputSource(new StringReader(page)));
  }

  @Provide
  Arbitrary<List<String>> inline() {
    return Arbitraries.of("b", "i", "em", "span", "a").list().ofMinSize(1).ofMaxSize(3);
  }

  /** Of markup, escapes and letters in any order, with names anywhere. */
  @Property(seed = "31", tries = 3000)
  void whateverMarkupThereIsComesBack(@ForAll("text") String text, @ForAll Random random) {
    List<Entity> entities = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int start = at + random.nextInt(8);
      int end = start + 1 + random.nextInt(12);
      if (end <= text.length()) {
        String type = random.nextBoolean() ? "per" : "geo";
        entities.add(new Entity(type, text.substring(start, end), start, end, 1, "model"));
      }
      at = end;
    }
    for (RedactorOptions options : REVERSIBLE) {
      Redaction redaction = Redactor.redact(text, entities, options);
      assertComesBack(text, redaction);
      String left = redaction.text();
      List<String> placeholders = new ArrayList<>(redaction.map().originals().keySet());
      placeholders.sort((a, b) -> b.length() - a.length());
      for (String placeholder : placeholders) {
        left = text.contains(placeholder) ? left : left.replace(placeholder, "\uFFFC");
      }
      for (Entity entity : entities) {
        String name = entity.text();
        if (name.matches("\\w+") && !name.contains("_")) {
          assertFalse(
              Pattern.compile("(?<![\\p{L}\\p{Nd}\\p{Mn}])" + name + "(?![\\p{L}\\p{Nd}\\p{Mn}])")
                  .matcher(left)
                  .find(),
              "a name is left");
        }
      }
    }
  }

  @Provide
  Arbitrary<String> text() {
    return Arbitraries.oneOf(
            Arbitraries.of("Ann", "Lee", "ANN", "Müller", "M&uuml;ller", "Mu\u0308ller"),
            Arbitraries.of(" ", " ", "\n", "&nbsp;", "\\n", "\n> ", "-\n", ".", "; "),
            Arbitraries.of("<b>", "</b>", "<a href=\"Ann\">", "</a>", "<br/>", "<!-- Lee -->"),
            Arbitraries.of("*", "**", "_", "[", "](http://Ann)", "]", "[b]", "[/b]", "~~", "#"),
            Arbitraries.of("\\u003c", "\\u003e", "\\/", "\\\"", "[12]", "[PERSON_1]", "|", "\t"),
            Arbitraries.of("\u00AD", "\u200B", "\u0301", "=C3=BC", "Ã¼", "😀", "\uD83D", "ﬁ"))
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }
}
