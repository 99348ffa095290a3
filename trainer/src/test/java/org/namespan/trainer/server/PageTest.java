package org.namespan.trainer.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.Document;
import org.namespan.Entity;
import org.namespan.Sentence;
import org.namespan.TaggedToken;
import org.namespan.html.DocumentHtml;
import org.namespan.trainer.report.Browser;

/** The page of the server, and the HTML of a text, in Chromium where there is one. */
@Tag("slow")
@Timeout(300)
class PageTest {

  private static final String HOSTILE =
      "Bo left Oslo. <img src=x onerror=\"document.title='owned'\">"
          + "</pre></div><script>document.title='owned'</script> "
          + "x".repeat(3000)
          + " \u202EAnn\u202C\nof  Paris";

  private static void type(Browser browser, String text) throws IOException {
    browser.evaluate(
        "(() => { const box = document.getElementById('text'); box.value = "
            + new Gson().toJson(text)
            + "; box.dispatchEvent(new Event('input', { bubbles: true })); return true; })()");
  }

  private static String text(Browser browser, String id) throws IOException {
    return browser.evaluate("document.getElementById('" + id + "').textContent").getAsString();
  }

  @Test
  void showsEntitiesAsOneTypes() throws Exception {
    try (TestServer server = new TestServer(ServerOptions.defaults());
        Browser browser = Browser.start()) {
      for (int width : new int[] {360, 1280}) {
        browser.messages.clear();
        browser.open(server.uri("/").toString(), width, width == 360);
        assertEquals("\"text\"", browser.evaluate("document.activeElement.id").toString());
        type(browser, HOSTILE);
        Browser.waitFor(() -> text(browser, "status").endsWith("entities"));
        JsonArray widths =
            browser
                .evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
                .getAsJsonArray();
        assertTrue(widths.get(0).getAsInt() <= width, width + ": " + widths);
        assertEquals("[0,1]", browser.evaluate(counts("img", "script")).toString());
        assertFalse(browser.evaluate("document.title").getAsString().contains("owned"));
        String shown =
            browser
                .evaluate(
                    "(() => { const pre = document.querySelector('pre').cloneNode(true);"
                        + "pre.querySelectorAll('.ns-type').forEach(label => label.remove());"
                        + "return pre.textContent; })()")
                .getAsString();
        assertEquals(HOSTILE, shown);
        assertTrue(text(browser, "entities").startsWith("perBo0."), text(browser, "entities"));
        browser.messages.removeIf(message -> message.startsWith("asked for " + server.uri("/")));
        assertEquals(List.of(), browser.messages, "at " + width);
      }
      type(browser, " \n");
      Browser.waitFor(() -> browser.evaluate("found.hidden").getAsBoolean());
      assertEquals("", text(browser, "status"));
    }
  }

  @Test
  void tellsWhatTheServerRefusesAndThatItHasGone() throws Exception {
    TestServer server = new TestServer(ServerOptions.defaults().withMaxBody(1000));
    try (Browser browser = Browser.start()) {
      browser.open(server.uri("/").toString(), 360, false);
      type(browser, "Bo ".repeat(1000));
      Browser.waitFor(() -> text(browser, "status").contains("expected at most 1000 bytes"));
      assertFalse(browser.evaluate("again.hidden").getAsBoolean());
      assertEquals("\"auto\"", browser.evaluate("text.dir").toString());
      type(browser, "Bo left Oslo.");
      assertEquals("…", text(browser, "status"));
      Browser.waitFor(() -> text(browser, "status").equals("2 entities"));
      assertTrue(browser.evaluate("again.hidden").getAsBoolean());
      assertFalse(browser.evaluate("found.hidden").getAsBoolean());
      type(browser, "Bo ".repeat(1000));
      assertEquals("…", text(browser, "status"));
      Browser.waitFor(() -> text(browser, "status").contains("expected at most 1000 bytes"));
      assertTrue(browser.evaluate("found.hidden").getAsBoolean());
      assertEquals("[0,0]", browser.evaluate(counts("mark", "td")).toString());
      type(browser, "Bo left Oslo.");
      Browser.waitFor(() -> text(browser, "status").equals("2 entities"));
      server.close();
      type(browser, "Bo left.");
      Browser.waitFor(() -> text(browser, "status").contains("does not answer"));
      assertFalse(browser.evaluate("again.hidden").getAsBoolean());
    } finally {
      server.close();
    }
  }

  @Test
  void showsTheBeginningOfALongResult() throws Exception {
    try (TestServer server = new TestServer(ServerOptions.defaults());
        Browser browser = Browser.start()) {
      browser.open(server.uri("/").toString(), 360, false);
      type(browser, "Bo left Oslo.\n".repeat(5000));
      Browser.waitFor(() -> text(browser, "status").equals("10000 entities"));
      assertEquals("[1000,1000]", browser.evaluate(counts("mark", "tbody tr")).toString());
      assertEquals(
          "The first 1000 of 10000 entities, and the text up to the last of them.",
          text(browser, "rest"));
      assertFalse(browser.evaluate("rest.hidden").getAsBoolean());
      type(browser, "Bo left Oslo.");
      Browser.waitFor(() -> text(browser, "status").equals("2 entities"));
      assertTrue(browser.evaluate("rest.hidden").getAsBoolean());
    }
  }

  private static int differs(String expected, String shown) {
    return Arrays.mismatch(expected.toCharArray(), shown.toCharArray());
  }

  private static String counts(String first, String second) {
    String count = "document.querySelectorAll('%s').length";
    return "[" + count.formatted(first) + "," + count.formatted(second) + "]";
  }

  /** Every character there is, of which a browser may drop or change none but NUL and halves. */
  @Test
  void htmlOfATextHoldsEveryCharacter(@TempDir Path folder) throws Exception {
    StringBuilder all = new StringBuilder();
    for (int codePoint = 0; codePoint < 0x11_0000; codePoint += codePoint < 0x1_0000 ? 1 : 0x101) {
      all.appendCodePoint(codePoint).append('x');
    }
    String text = all.toString();
    TaggedToken token = new TaggedToken(text, 0, text.length(), "B-per");
    Entity entity = new Entity("\"><b>", text, 0, text.length(), 1, Entity.MODEL);
    Document document =
        new Document(text, List.of(new Sentence(text, List.of(token), List.of(entity))), Map.of());
    Path file = folder.resolve("page.html");
    Files.writeString(file, DocumentHtml.page("all", List.of(document, document)));
    try (Browser browser = Browser.start()) {
      browser.open(file.toUri().toString(), 360, false);
      String expected = text.replace('\0', '\uFFFD').replaceAll("[\\ud800-\\udfff]x", "\uFFFDx");
      String shown =
          browser.evaluate("document.querySelector('mark').textContent.slice(0, -5)").getAsString();
      assertTrue(expected.equals(shown), () -> "first other at " + differs(expected, shown));
      assertEquals("[2,0]", browser.evaluate(counts("mark", "b")).toString());
      assertEquals(
          "\"\\\"><b>\"",
          browser.evaluate("document.querySelector('mark span').textContent").toString());
      assertEquals(List.of(), browser.messages);
    }
  }
}
