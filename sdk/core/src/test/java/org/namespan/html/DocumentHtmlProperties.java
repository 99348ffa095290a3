package org.namespan.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.namespan.Document;
import org.namespan.Entity;
import org.namespan.Sentence;
import org.namespan.TaggedToken;
import org.namespan.model.text.ControlCharacters;

/**
 * Whatever a text and its types hold, an HTML parser finds the text and the entities again, the
 * control characters of types by their codes.
 */
class DocumentHtmlProperties {

  private static final List<String> PIECES =
      List.of(
          "<script>alert(1)</script>",
          "</pre>",
          "</mark>",
          "<!--",
          "-->",
          "]]>",
          "<![CDATA[",
          "\" onmouseover=\"x",
          "' style='",
          "&amp;",
          "&#0;",
          "&lt",
          "&notin;",
          "<",
          ">",
          "&",
          "\0",
          "\n",
          "\r",
          "\r\n",
          "\t",
          "\f",
          " ",
          "\u00a0",
          "\u0085",
          "\u009f",
          "\u001b[31m",
          "\u202e",
          "\u2067",
          "\u2028",
          "\ufeff",
          "\ufdd0",
          "\ud83d",
          "\ude00",
          "\ud83d\ude00",
          "\u05e9\u05dc",
          "Ann",
          "x",
          "</style>",
          "<svg/onload=x>",
          "<table>",
          "<textarea>");

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(Arbitraries.of(PIECES), Arbitraries.strings().all().ofMaxLength(4))
        .list()
        .ofMaxSize(30)
        // jsoup takes U+FFFF for the end of its input; browsers read it as any other character.
        .map(pieces -> String.join("", pieces).replace('\uffff', ' '));
  }

  /** What can be stored as UTF-8, and NUL as HTML has it. */
  private static String kept(String text) {
    byte[] bytes = text.replace('\0', '\ufffd').getBytes(StandardCharsets.UTF_8);
    String read = new String(bytes, StandardCharsets.UTF_8);
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      // Java writes a question mark for half of a pair.
      kept.append(text.charAt(i) != '?' && read.charAt(i) == '?' ? '\ufffd' : read.charAt(i));
    }
    return kept.toString();
  }

  private static Document document(String text, List<String> types, long seed) {
    Random random = new Random(seed);
    List<TaggedToken> tokens = new ArrayList<>();
    List<Entity> entities = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int end = Math.min(text.length(), at + 1 + random.nextInt(6));
      if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
        end++;
      }
      String words = text.substring(at, end);
      tokens.add(new TaggedToken(words, at, end, "O"));
      if (random.nextBoolean()) {
        String type = types.get(random.nextInt(types.size()));
        String source = random.nextBoolean() ? Entity.MODEL : types.get(0);
        entities.add(new Entity(type, words, at, end, random.nextDouble(), source));
      }
      at = end;
    }
    List<Sentence> sentences =
        tokens.isEmpty() ? List.of() : List.of(new Sentence(text, tokens, entities));
    Map<String, String> meanings = new TreeMap<>();
    meanings.put(types.get(0), types.get(types.size() - 1));
    return new Document(text, sentences, meanings);
  }

  @Property(tries = 2000)
  void aParserFindsTextAndEntities(
      @ForAll("texts") String text,
      @ForAll("texts") String type,
      @ForAll("texts") String other,
      @ForAll long seed) {
    Document document = document(text, List.of(type, other), seed);
    Element fragment = Jsoup.parseBodyFragment(DocumentHtml.of(document)).body();
    requireOwnElements(fragment, "div", "pre", "mark", "span", "ul", "li");
    requireSame(document, fragment.selectFirst("div > pre"));

    String page = DocumentHtml.page(type, List.of(document, document));
    org.jsoup.nodes.Document whole = Jsoup.parse(page);
    requireOwnElements(
        whole.selectFirst("html"),
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "pre",
        "mark",
        "span",
        "ul",
        "li");
    whole.select("main > pre").forEach(pre -> requireSame(document, pre));
    assertEquals(kept(type), whole.selectFirst("title").wholeText());
  }

  private static void requireOwnElements(Element root, String... names) {
    Set<String> found = new LinkedHashSet<>();
    root.getAllElements().forEach(element -> found.add(element.nodeName()));
    found.removeAll(List.of(names));
    found.remove("body");
    assertEquals(Set.of(), found);
    for (Element element : root.select("mark, pre, li, ul, span")) {
      Set<String> attributes = new LinkedHashSet<>();
      element.attributes().forEach(attribute -> attributes.add(attribute.getKey()));
      attributes.removeAll(List.of("class", "title", "dir"));
      assertEquals(Set.of(), attributes);
    }
  }

  /** Walks the text nodes: what stands in no type label is the text, in a mark an entity. */
  private static void requireSame(Document document, Element pre) {
    StringBuilder text = new StringBuilder();
    List<String> entities = new ArrayList<>();
    for (Node node : pre.childNodes()) {
      if (node instanceof TextNode words) {
        text.append(words.getWholeText());
        continue;
      }
      Element mark = (Element) node;
      assertEquals("mark", mark.nodeName());
      int start = text.length();
      Element label = mark.lastElementChild();
      assertNotNull(label, mark.outerHtml());
      mark.childNodes().stream()
          .filter(TextNode.class::isInstance)
          .forEach(child -> text.append(((TextNode) child).getWholeText()));
      entities.add(start + ".." + text.length() + " " + label.wholeText());
    }
    assertEquals(kept(document.text()), text.toString());
    assertEquals(
        document.entities().stream()
            .map(e -> e.start() + ".." + e.end() + " " + kept(ControlCharacters.escape(e.type())))
            .toList(),
        entities);
  }
}
