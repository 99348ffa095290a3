package org.namespan.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.namespan.Document;
import org.namespan.Entity;
import org.namespan.Sentence;
import org.namespan.TaggedToken;

class DocumentHtmlTest {

  /** A document of one sentence whose tokens are its entities. */
  private static Document document(String text, Entity... entities) {
    List<TaggedToken> tokens = new ArrayList<>();
    for (Entity entity : entities) {
      tokens.add(new TaggedToken(entity.text(), entity.start(), entity.end(), "B-x"));
    }
    Map<String, String> meanings = Map.of("per", "names of \"people\" & <fictional> persons");
    List<Sentence> sentences =
        tokens.isEmpty() ? List.of() : List.of(new Sentence(text, tokens, List.of(entities)));
    return new Document(text, sentences, meanings);
  }

  /** The hash of "code", 3,059,181 by hand, is 5 modulo 8, which 8 known colours precede. */
  @Test
  void marksEntities() {
    Document document =
        document(
            " Zoë & <Bo>\nleft 42.",
            new Entity("per", "Zoë", 1, 4, 0.98765, Entity.MODEL),
            new Entity("code", "42", 17, 19, 1, "my \"codes\""));
    assertEquals(
        "<div class=\"ns\"><pre class=\"ns-text\" dir=\"auto\">\n"
            + " <mark class=\"ns-0\" title=\"per 0.988: names of &quot;people&quot; &amp;"
            + " &lt;fictional&gt; persons\">Zoë<span class=\"ns-type\">per</span></mark>"
            + " &amp; &lt;Bo&gt;\nleft <mark class=\"ns-13\" title=\"code 1.000, by my"
            + " &quot;codes&quot;\">42<span class=\"ns-type\">code</span></mark>.</pre>"
            + "<ul class=\"ns-types\"><li><span class=\"ns-13\">code</span> 1</li>"
            + "<li><span class=\"ns-0\">per</span> 1: names of &quot;people&quot; &amp;"
            + " &lt;fictional&gt; persons</li></ul></div>",
        DocumentHtml.of(document));
  }

  @Test
  void aTextWithoutEntities() {
    assertEquals(
        "<div class=\"ns\"><pre class=\"ns-text\" dir=\"auto\">\n</pre>"
            + "<ul class=\"ns-types\"></ul></div>",
        DocumentHtml.of(document("")));
  }

  @Test
  void whatHtmlCannotHoldIsReplaced() {
    String html = DocumentHtml.of(document("\0a\uD83D b\uDE00 \uD83D\uDE00\r\n\u0085\u202E"));
    String text = Jsoup.parse(html).selectFirst("pre").wholeText();
    assertEquals("\uFFFDa\uFFFD b\uFFFD \uD83D\uDE00\r\n\u0085\u202E", text);
  }

  @Test
  void entitiesThatOverlapAreRefused() {
    Document document =
        document(
            "Ann Bo",
            new Entity("per", "Ann Bo", 0, 6, 1, Entity.MODEL),
            new Entity("per", "Bo", 4, 6, 1, Entity.MODEL));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> DocumentHtml.of(document));
    assertEquals("found an entity from 4, expected none before 6", e.getMessage());
  }

  @Test
  void aPageHasAllDocumentsAndOneLegend() {
    Document first = document("Ann left.", new Entity("per", "Ann", 0, 3, 0.9, Entity.MODEL));
    Document second = document("<b>\n\n Bo", new Entity("per", "Bo", 6, 8, 0.8, Entity.MODEL));
    String html = DocumentHtml.page("</title><script>", List.of(first, document(""), second));
    org.jsoup.nodes.Document page = Jsoup.parse(html);
    assertEquals("</title><script>", page.title());
    assertEquals(0, page.select("script").size());
    page.select(".ns-type").remove();
    assertEquals(
        List.of("Ann left.", "", "<b>\n\n Bo"),
        page.select("pre").stream().map(Element::wholeText).toList());
    assertEquals(1, page.select("ul").size());
    assertTrue(page.select("li").text().startsWith("per 2: names"), html);
    assertTrue(page.selectFirst("style").data().contains(DocumentHtml.style()), html);
  }

  /** Twice the text, twice the page: nothing in it grows faster. */
  @Test
  void lengthIsLinear() {
    int length = DocumentHtml.of(many(1000)).length();
    int fixed = DocumentHtml.of(many(0)).length();
    assertEquals(
        10.0, (double) (DocumentHtml.of(many(10_000)).length() - fixed) / (length - fixed), 0.1);
  }

  private static Document many(int entities) {
    Entity[] all = new Entity[entities];
    for (int i = 0; i < entities; i++) {
      all[i] = new Entity("per", "<&", 3 * i, 3 * i + 2, 0.5, Entity.MODEL);
    }
    return document("<& ".repeat(entities), all);
  }

  @Test
  void coloursAreThoseOfTheTypeWhateverTheDocument() {
    assertEquals(DocumentHtml.colour("per"), DocumentHtml.colour("PERSON"));
    for (String type : List.of("x", "", "Ä", "a\0b", "polygenelubricants")) {
      int colour = DocumentHtml.colour(type);
      assertEquals(colour, DocumentHtml.colour(new String(type.toCharArray())));
      assertTrue(colour >= 8 && colour < 16, type);
    }
  }

  /** Contrast of WCAG 2.2, 1.4.3: at least 4.5 of ink on paper and on each colour, both ways. */
  @Test
  void everyColourCanBeReadInLightAndDark() {
    String[] schemes = DocumentHtml.style().split("@media", 2);
    for (String scheme : schemes) {
      Map<String, Integer> colours = new TreeMap<>();
      Matcher variable = Pattern.compile("--ns-(\\w+): #([0-9a-f]{6});").matcher(scheme);
      while (variable.find()) {
        colours.put(variable.group(1), Integer.parseInt(variable.group(2), 16));
      }
      int ink = colours.remove("ink");
      assertEquals(17, colours.size());
      colours.forEach(
          (name, colour) -> assertTrue(contrast(ink, colour) >= 4.5, name + contrast(ink, colour)));
    }
    for (int i = 0; i < 16; i++) {
      assertTrue(schemes[1].contains(".ns .ns-" + i + " { background: var(--ns-" + i + "); }"));
    }
  }

  private static double contrast(int first, int second) {
    double one = luminance(first) + 0.05;
    double other = luminance(second) + 0.05;
    return Math.max(one, other) / Math.min(one, other);
  }

  private static double luminance(int colour) {
    double[] weights = {0.0722, 0.7152, 0.2126};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double c = (colour >> (8 * i) & 255) / 255.0;
      sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
