package org.namespan.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.namespan.Document;
import org.namespan.Entity;
import org.namespan.Sentence;
import org.namespan.TaggedToken;

/** Whatever a text, a type and its meaning hold, a parser finds our own elements and no other. */
class DocumentHtmlFuzzTest {

  private static final Set<String> OWN = Set.of("body", "div", "pre", "mark", "span", "ul", "li");

  /** Eight chars of a type and of its meaning, then the text, all in UTF-16. */
  @FuzzTest(maxDuration = "1m")
  void ownElementsAlone(byte[] bytes) {
    String chars =
        ByteBuffer.wrap(Arrays.copyOf(bytes, Math.max(32, bytes.length))).asCharBuffer().toString();
    String type = chars.substring(0, 8);
    String meaning = chars.substring(8, 16);
    String text = chars.substring(16);
    int end = text.length() / 2;
    List<Sentence> sentences = List.of();
    if (end > 0) {
      String name = text.substring(0, end);
      sentences =
          List.of(
              new Sentence(
                  text,
                  List.of(new TaggedToken(name, 0, end, "O")),
                  List.of(new Entity(type, name, 0, end, 0.5, Entity.MODEL))));
    }
    String html = DocumentHtml.of(new Document(text, sentences, Map.of(type, meaning)));
    Element body = Jsoup.parseBodyFragment(html).body();
    for (Element element : body.getAllElements()) {
      assertEquals(true, OWN.contains(element.nodeName()), element.nodeName());
      element.attributes().forEach(a -> assertFalse(a.getKey().startsWith("on"), a.getKey()));
    }
    assertEquals(sentences.size(), body.select("pre > mark").size());
  }
}
