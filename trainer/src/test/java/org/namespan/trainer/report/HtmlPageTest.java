package org.namespan.trainer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlPageTest {

  private static final List<String> HOSTILE =
      List.of(
          "</script><script>alert(1)</script>",
          "</SCRIPT >",
          "<!--<script>",
          "]]>",
          "\u2028\u2029\u0000\u001b[2J",
          "\ud83d\ude00 \ud800",
          "{{scripts}}{{data}}",
          "$1 \\1 ${x}",
          "\"' onload='alert(1)",
          "&lt;img src=x onerror=alert(1)&gt;",
          "__proto__");

  private static PageFile page(String name, String title) {
    JsonObject data = new JsonObject();
    JsonArray texts = new JsonArray();
    HOSTILE.forEach(texts::add);
    data.add("texts", texts);
    HOSTILE.forEach(text -> data.addProperty(text, text));
    return new PageFile(new HtmlPage(name, title, data).toHtml());
  }

  /** Whatever the data holds comes back the same, and adds nothing to the page. */
  @ParameterizedTest
  @ValueSource(strings = {"evaluation", "comparison", "training"})
  void dataStaysData(String name) {
    PageFile plain = new PageFile(new HtmlPage(name, "", new JsonObject()).toHtml());
    PageFile hostile = page(name, "");
    assertEquals(plain.scripts(), hostile.scripts());
    assertEquals(plain.withoutScripts(), hostile.withoutScripts());
    JsonObject data = hostile.data();
    for (int i = 0; i < HOSTILE.size(); i++) {
      assertEquals(HOSTILE.get(i), data.getAsJsonArray("texts").get(i).getAsString());
      assertEquals(HOSTILE.get(i), data.get(HOSTILE.get(i)).getAsString());
    }
    int start = hostile.html().indexOf("id=\"data\"");
    String json = hostile.html().substring(start + 10, hostile.html().indexOf("</script>", start));
    assertFalse(json.matches("(?s).*[<>&\u2028\u2029].*"), json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"</title><script>alert(1)</script>", "{{data}}", "a \"b\" & c"})
  void titleIsText(String title) {
    PageFile plain = page("evaluation", "");
    PageFile page = page("evaluation", title);
    assertEquals(plain.scripts(), page.scripts());
    String escaped =
        title
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
    assertTrue(page.html().contains("<title>" + escaped + "</title>"), title);
  }

  /** Its policy allows no network and the scripts that are there alone. */
  @ParameterizedTest
  @ValueSource(strings = {"evaluation", "comparison", "training"})
  void nothingComesFromElsewhere(String name) {
    PageFile page = page(name, "title");
    Matcher policy =
        Pattern.compile("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"")
            .matcher(page.html());
    assertTrue(policy.find());
    List<String> rules = List.of(policy.group(1).split(";\\s*"));
    assertTrue(rules.contains("default-src 'none'"), policy.group(1));
    String digests = String.join(" ", page.scripts().stream().map(PageFile::digest).toList());
    assertTrue(rules.contains("script-src " + digests), policy.group(1));
    assertEquals(4, page.scripts().size());
    assertTrue(policy.start() < page.html().indexOf("<script"), "the policy comes first");

    // The licences are text: take the elements alone.
    Matcher tags = Pattern.compile("<[a-zA-Z][^>]*>").matcher(page.withoutScripts());
    while (tags.find()) {
      String tag = tags.group();
      assertFalse(tag.matches("(?is)<(img|iframe|object|embed|base|form|audio|video)\\b.*"), tag);
      assertFalse(tag.matches("(?is).*\\b(src|srcset|action|data|poster|on[a-z]+)\\s*=.*"), tag);
      assertFalse(tag.matches("(?is).*\\bhref\\s*=\\s*\"(?!data:,\"|#).*"), tag);
    }
    String style = Resource.read("page.css");
    assertFalse(style.contains("url(") || style.contains("@import"), style);
    for (String script : List.of("elements.js", "charts.js", name + ".js")) {
      String text = Resource.read(script);
      for (String word :
          List.of("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "http")) {
        assertFalse(text.contains(word), script + ": " + word);
      }
    }
  }

  /** Every copy of the charts goes with its notice and its licences. */
  @ParameterizedTest
  @ValueSource(strings = {"evaluation", "comparison", "training"})
  void licencesAreThere(String name) {
    String html = page(name, "title").withoutScripts();
    assertTrue(html.contains("The Apache Software Foundation"), "NOTICE");
    assertTrue(html.contains("TERMS AND CONDITIONS FOR USE"), "LICENSE");
    assertTrue(html.contains("Mike Bostock"), "LICENSE-d3");
  }
}
