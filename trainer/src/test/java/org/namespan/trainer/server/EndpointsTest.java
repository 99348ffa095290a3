package org.namespan.trainer.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namespan.Document;
import org.namespan.EntityTagger;
import org.namespan.html.DocumentHtml;

/** What each endpoint answers when all is well. */
class EndpointsTest {

  private static final String TEXT = "\uD83D\uDE00 Zoé Lee left Oslo. Bo met her in Paris.";

  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new TestServer(ServerOptions.defaults());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String json(String text) {
    JsonObject json = new JsonObject();
    json.addProperty("text", text);
    return json.toString();
  }

  /** Names by hand: an emoji is 2 units of UTF-16, 1 code point and 4 bytes, é is 1, 1 and 2. */
  @ParameterizedTest
  @CsvSource({"utf16, 3, 10, 16, 20", "codepoints, 2, 9, 15, 19", "utf8, 5, 13, 19, 23"})
  void tagGivesSentencesEntitiesAndTypes(String unit, int a, int b, int c, int d) throws Exception {
    JsonObject asked = JsonParser.parseString(json(TEXT)).getAsJsonObject();
    asked.addProperty("offsets", unit);
    JsonObject found = server.json("/tag", asked.toString()).getAsJsonObject();
    assertEquals(found, server.json("/tag?offsets=" + unit, json(TEXT)).getAsJsonObject());
    JsonObject line =
        JsonParser.parseString(
                server
                    .post("/tag?offsets=" + unit, "application/x-ndjson", json(TEXT) + "\n")
                    .body())
            .getAsJsonObject();
    assertEquals(found.get("entities"), line.get("entities"));
    assertEquals(unit, found.get("offsets").getAsString());
    assertEquals(2, found.getAsJsonArray("sentences").size());
    JsonArray entities = found.getAsJsonArray("entities");
    assertEquals(
        List.of("per Zoé Lee " + a + ".." + b + " 0", "geo Oslo " + c + ".." + d + " 0"),
        List.of(line(entities.get(0)), line(entities.get(1))));
    assertEquals("geo", entities.get(3).getAsJsonObject().get("type").getAsString());
    assertEquals(1, entities.get(3).getAsJsonObject().get("sentence").getAsInt());
    assertTrue(found.getAsJsonObject("types").get("per").getAsString().startsWith("names of"));
  }

  private static String line(JsonElement element) {
    JsonObject entity = element.getAsJsonObject();
    double score = entity.get("score").getAsDouble();
    assertTrue(score > 0.3 && score <= 1, entity.toString());
    return entity.get("type").getAsString()
        + " "
        + entity.get("text").getAsString()
        + " "
        + entity.get("start")
        + ".."
        + entity.get("end")
        + " "
        + entity.get("sentence");
  }

  @Test
  void tagTakesPlainTextAndGivesTheHtmlOfTheSdk() throws Exception {
    HttpResponse<String> plain = server.post("/tag", "text/plain; charset=UTF-8", TEXT);
    assertEquals(server.json("/tag", json(TEXT)), JsonParser.parseString(plain.body()));
    JsonObject asked = JsonParser.parseString(json(TEXT)).getAsJsonObject();
    asked.addProperty("html", true);
    String html = server.json("/tag", asked.toString()).getAsJsonObject().get("html").getAsString();
    try (EntityTagger tagger = EntityTagger.english()) {
      Document document = tagger.tagDocument(TEXT);
      assertEquals(DocumentHtml.of(document), html);
    }
  }

  @Test
  void jsonLinesAreAnsweredInOrderAndBadOnesInTheirPlace() throws Exception {
    StringBuilder lines = new StringBuilder("\n  \r\n");
    for (int i = 0; i < 2000; i++) {
      lines.append("{\"id\":").append(i).append(",\"text\":\"Bo left Oslo.\"}\n");
      if (i == 700) {
        lines.append(
            "{\"id\":1,\"text\":xyzzy}\r\n[]\n{\"text\":1,\"id\":[7]}\n{\"id\":null,\"text\":\"\"}\n");
      }
    }
    String body = lines.substring(0, lines.length() - 1);
    HttpResponse<String> response = server.post("/tag", "application/x-ndjson", body);
    assertEquals(200, response.statusCode());
    assertEquals("application/x-ndjson", response.headers().firstValue("content-type").get());
    List<String> answers = new ArrayList<>(response.body().lines().toList());
    List<String> bad = answers.subList(701, 705);
    assertEquals(
        List.of(
            "{\"error\":\"line 704: found no JSON at line 1 column 16\"}",
            "{\"error\":\"line 705: found another JSON value, expected an object\"}",
            "{\"id\":[7],\"error\":\"line 706: found a number for 'text', expected a string\"}",
            "{\"id\":null,\"offsets\":\"utf16\",\"sentences\":[],\"entities\":[]}"),
        bad);
    bad.clear();
    assertEquals(2000, answers.size());
    for (int i = 0; i < answers.size(); i++) {
      JsonObject answer = JsonParser.parseString(answers.get(i)).getAsJsonObject();
      assertEquals(i, answer.get("id").getAsInt());
      assertEquals("per Bo 0..2 0", line(answer.getAsJsonArray("entities").get(0)));
    }
  }

  @Test
  void redactAndRestoreKeepNothingBetweenThem() throws Exception {
    String text = "Zoé Lee met Bo.\r\nZOÉ LEE, [PERSON_9] \\u0041 \t!";
    for (String by : List.of("placeholder", "made-up", "hash\",\"secret\":\"0123456789abcdef")) {
      String asked = json(text).replaceFirst("\\}$", ",\"by\":\"" + by + "\"}");
      JsonObject redacted = server.json("/redact", asked).getAsJsonObject();
      assertFalse(redacted.get("text").getAsString().toLowerCase(Locale.ROOT).contains("lee"));
      assertEquals(3, redacted.get("count").getAsInt());
      JsonObject restored = server.json("/restore", redacted.toString()).getAsJsonObject();
      assertEquals(text, restored.get("text").getAsString());
      assertEquals(0, restored.getAsJsonArray("unknown").size());
    }
    JsonObject masked =
        server
            .json(
                "/redact", json(text).replaceFirst("\\}$", ",\"by\":\"mask\",\"types\":[\"per\"]}"))
            .getAsJsonObject();
    assertTrue(masked.get("text").getAsString().startsWith("******* met **."), masked.toString());
    JsonObject unknown = new JsonObject();
    unknown.addProperty("text", "[PERSON_1] [PERSON_2]");
    unknown.addProperty("map", "namespan-redaction-map\t1\t0\t1\n[PERSON_1]\tBo\n");
    assertEquals(
        "{\"text\":\"Bo [PERSON_2]\",\"unknown\":[\"[PERSON_2]\"]}",
        server.json("/restore", unknown.toString()).toString());
  }

  @Test
  void healthIsUp() throws Exception {
    assertEquals("{\"status\":\"up\"}", server.get("/health").body());
    HttpResponse<String> head =
        TestServer.send(server.request("/health").method("HEAD", BodyPublishers.noBody()));
    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
  }

  @Test
  void thePageHasItsFilesAndItsPolicy() throws Exception {
    HttpResponse<String> page = server.get("/");
    assertEquals("text/html;charset=utf-8", page.headers().firstValue("content-type").get());
    String policy = page.headers().firstValue("content-security-policy").get();
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    for (String file : List.of("page.js", "page.css")) {
      assertTrue(page.body().contains("\"" + file + "\""), page.body());
      assertEquals(200, server.get("/" + file).statusCode());
    }
    assertTrue(server.get("/page.css").body().startsWith(DocumentHtml.style()));
    assertFalse(page.body().contains("http"), "asks others: " + page.body());
  }

  @Test
  void repliesTellNothingOfTheServerAndAreNotKept() throws Exception {
    HttpResponse<String> response = server.get("/health");
    assertEquals("no-store", response.headers().firstValue("cache-control").get());
    assertEquals("nosniff", response.headers().firstValue("x-content-type-options").get());
    for (String name : List.of("server", "date", "x-powered-by", "access-control-allow-origin")) {
      assertTrue(response.headers().firstValue(name).isEmpty(), name);
    }
  }

  @Test
  void metricsCountRequestsTextsAndEntitiesButHoldNoText() throws Exception {
    try (TestServer fresh = new TestServer(ServerOptions.defaults())) {
      fresh.json("/tag", json("Zoé Lee left Oslo."));
      fresh.json("/analyze", json("Zoé Lee left."));
      fresh.post("/tag", TestServer.JSON, "{");
      fresh.get("/xyzzy");
      HttpResponse<String> metrics = fresh.get("/metrics");
      assertTrue(
          metrics
              .headers()
              .firstValue("content-type")
              .get()
              .startsWith("text/plain; version=0.0.4"));
      List<String> lines = metrics.body().lines().toList();
      for (String line :
          List.of(
              "namespan_texts_total 2.0",
              "namespan_tokens_total 9.0",
              "namespan_entities_total 3.0",
              "namespan_http_requests_total{path=\"/tag\",status=\"200\"} 1.0",
              "namespan_http_requests_total{path=\"/tag\",status=\"400\"} 1.0",
              "namespan_http_requests_total{path=\"other\",status=\"404\"} 1.0",
              "namespan_http_request_seconds_count{path=\"/analyze\"} 1",
              "namespan_http_held_bytes 0.0")) {
        assertTrue(lines.contains(line), line + " in " + metrics.body());
      }
      assertFalse(metrics.body().contains("xyzzy"));
    }
  }

  @Test
  void textsOfAnyCharacters() throws Exception {
    byte[] all = new byte[0x180];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) (i % 128);
    }
    String odd = new String(all, StandardCharsets.UTF_8) + "\u2028\u202E\uFFFF\uD83D\uDE00";
    for (String path : List.of("/tag", "/analyze", "/redact")) {
      server.json(path, json(odd));
    }
    assertEquals(200, server.post("/tag", "text/plain", odd).statusCode());
    // Half of a pair can be written in JSON, not in UTF-8.
    server.json("/tag", "{\"text\":\"\\ud83d Bo\",\"html\":true,\"offsets\":\"utf8\"}");
  }

  @Test
  void halvesOfPairsComeBackAsTheyAre() throws Exception {
    for (String half : List.of("\uD83D", "\uDE00", "\uDE00\uD83D", "\uD83D\uD83D\uDE00")) {
      String text = half + " Bo" + half + " left Oslo. \uD83D\uDE00 " + half;
      JsonObject redacted = server.json("/redact", ascii(json(text))).getAsJsonObject();
      JsonObject restored = server.json("/restore", ascii(redacted.toString())).getAsJsonObject();
      assertEquals(text, restored.get("text").getAsString());
      JsonObject kept = server.json("/anonymize", ascii(json(text))).getAsJsonObject();
      assertEquals(text, kept.get("text").getAsString());
    }
  }

  /** JSON of which every unit of UTF-16 that is not ASCII is escaped. */
  private static String ascii(String json) {
    StringBuilder escaped = new StringBuilder();
    for (char each : json.toCharArray()) {
      escaped.append(each < 128 ? String.valueOf(each) : "\\u%04x".formatted((int) each));
    }
    return escaped.toString();
  }
}
