package org.namespan.trainer.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are not answered: why, as JSON, and without a word of them. */
class RefusalsTest {

  private static final String SECRET = "xyzzy";

  /** Bytes of a body that no buffer on the way holds. */
  private static final int LARGE = 30_000_000;

  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new TestServer(ServerOptions.defaults().withMaxBody(10_000));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void requireError(int status, String reason, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response.body());
    requireError(reason, response.body());
    assertEquals("application/json", response.headers().firstValue("content-type").get());
  }

  private static void requireError(String reason, String body) {
    JsonObject error = JsonParser.parseString(body).getAsJsonObject();
    assertEquals(Set.of("error"), error.keySet());
    assertTrue(error.get("error").getAsString().contains(reason), body);
    assertFalse(body.contains(SECRET), body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|found an empty body, expected a JSON object",
        "` ~`|found an empty body",
        "{'text':'a','html':true,'text':'xyzzy'}|the member 3 of a JSON object",
        "{'text':'a','x':[{'xyzzy':1,'xyzzy':1}]}|the member 2 of a JSON object",
        "{'text':01}|found no JSON at line 1 column 9",
        "{'text':'xyzzy|line 1 column 15",
        "{'text':'xyzzy'|ends too early",
        "{~'text':xyzzy}|line 2 column 8",
        "{'text':'a\tb'}|line 1 column 10",
        "{'text':'xyzzy'} x|line 1 column 19",
        "{'text':'xyzzy'}{}|line 1 column 18",
        "[{'text':'xyzzy'}]|expected an object",
        "'xyzzy'|expected an object",
        "{'xyzzy':1}|found no 'text'",
        "{'text':null}|found no 'text'",
        "{'text':1}|a number for 'text'",
        "{'text':['xyzzy']}|an array for 'text'",
        "{'text':'xyzzy','html':'yes'}|a string for 'html'",
        "{'text':'xyzzy','offsets':'bytes'}|expected utf16, codepoints or utf8"
      })
  void wrongJson(String body, String reason) throws Exception {
    String json = body.replace('\'', '"').replace('~', '\n');
    requireError(400, reason, server.post("/tag", TestServer.JSON, json));
  }

  @Test
  void deepJson() throws Exception {
    String deep = "{\"text\":" + "[".repeat(4000);
    requireError(
        400, "deeper than 255 levels at line 1", server.post("/tag", TestServer.JSON, deep));
  }

  @Test
  void numbersOfManyDigits() throws Exception {
    String json = "{\"text\":\"xyzzy\",~\"html\":" + "7".repeat(2000) + "}";
    for (String line : List.of(json.replace('~', ' '), json.replace('~', '\n'))) {
      requireError(400, "too many digits at line", server.post("/tag", TestServer.JSON, line));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"offsets=%ff", "%", "offsets=%zz", "offsets=%c3"})
  void queriesThatCannotBeDecoded(String query) throws Exception {
    for (String method : List.of("GET /health", "POST /tag")) {
      String response =
          server.raw(
              method
                  + "?"
                  + query
                  + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                  + "Content-Length: 2\r\n\r\nBo");
      assertTrue(response.startsWith("HTTP/1.1 400 "), response);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "offsets=utf8&offsets=utf16",
        "offsets=utf8&offsets=utf8",
        "xyzzy=1&offsets=utf8&xyzzy=2",
        "offsets&offsets"
      })
  void parametersThatAreGivenTwice(String query) throws Exception {
    String line = "{\"text\":\"Bo\"}";
    String reason = "a parameter more than once in the query";
    requireError(400, reason, server.post("/tag?" + query, TestServer.JSON, line));
    requireError(400, reason, server.post("/tag?" + query, "application/x-ndjson", line));
    requireError(400, reason, server.post("/analyze?" + query, TestServer.JSON, line));
    requireError(400, reason, server.get("/supportedentities?" + query));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iso-8859-1", "utf-16", "\"UTF-16LE\"", "xyzzy"})
  void charactersOfOtherSets(String charset) throws Exception {
    for (String type : List.of("text/plain", "application/json", "application/x-ndjson")) {
      String full = type + "; charset=" + charset;
      requireError(415, "expected utf-8", server.post("/tag", full, "{\"text\":\"Bo\"}"));
    }
    for (String utf8 : List.of("utf-8", "UTF-8", "\"utf-8\"", "us-ascii")) {
      assertEquals(200, server.post("/tag", "text/plain;charset=" + utf8, "Bo").statusCode());
    }
  }

  @Test
  void bodiesThatAreNoUtf8() throws Exception {
    byte[] body = {'{', '"', 't', (byte) 0xC3, 'x'};
    for (String type : List.of("application/json", "text/plain")) {
      HttpResponse<String> response =
          TestServer.send(
              server
                  .request("/tag")
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofByteArray(body)));
      requireError(400, "not UTF-8 at byte 3", response);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/octet-stream", "application/x-www-form-urlencoded", "xyzzy"})
  void otherTypesOfContent(String type) throws Exception {
    requireError(415, "expected application/json", server.post("/redact", type, "{}"));
  }

  @Test
  void noTypeOfContent() throws Exception {
    HttpResponse<String> response =
        TestServer.send(server.request("/tag").POST(BodyPublishers.ofString("{}")));
    requireError(
        415,
        "found no Content-Type, expected application/json, text/plain or application/x-ndjson",
        response);
  }

  @Test
  void compressedBodies() throws Exception {
    for (String type : List.of("application/json", "application/x-ndjson")) {
      HttpResponse<String> response =
          TestServer.send(
              server
                  .request("/tag")
                  .header("Content-Type", type)
                  .header("Content-Encoding", "gzip")
                  .POST(BodyPublishers.ofString(SECRET)));
      requireError(415, "Content-Encoding", response);
    }
  }

  @Test
  void pathsAndMethods() throws Exception {
    requireError(404, "nothing at this path", server.get("/xyzzy?xyzzy"));
    requireError(404, "nothing at this path", server.post("/xyzzy", TestServer.JSON, "{}"));
    requireError(404, "nothing at this path", server.get("/page.html"));
    requireError(404, "nothing at this path", server.get("/tag/"));
    HttpResponse<String> get = server.get("/tag");
    requireError(405, "another method", get);
    assertEquals("POST", get.headers().firstValue("allow").get());
    HttpResponse<String> post = server.post("/health", TestServer.JSON, "{}");
    requireError(405, "another method", post);
    assertEquals("GET, HEAD", post.headers().firstValue("allow").get());
    for (String method : List.of("PUT", "DELETE", "OPTIONS", "TRACE", "XYZZY")) {
      requireError(
          405,
          "another method",
          TestServer.send(server.request("/tag").method(method, BodyPublishers.noBody())));
    }
    requireError(400, "", server.get("/%2e%2e/xyzzy"));
  }

  @Test
  void largeBodies() throws Exception {
    String text = "a".repeat(9_999);
    assertEquals(200, server.post("/tag", "text/plain", text + "b").statusCode());
    requireError(413, "at most 10000 bytes", server.post("/tag", "text/plain", text + "bc"));
    // Of unknown length, in chunks.
    HttpResponse<String> chunked =
        TestServer.send(
            server
                .request("/tag")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString("a".repeat(12_000)))));
    requireError(413, "at most 10000 bytes", chunked);
    HttpResponse<String> line =
        server.post(
            "/tag",
            "application/x-ndjson",
            "{\"text\":\"\"}\n" + "a".repeat(200_000) + "\n{\"text\":\"\"}\n" + "a".repeat(10_001));
    assertEquals(200, line.statusCode());
    List<String> answers = line.body().lines().toList();
    assertEquals(4, answers.size(), line.body());
    requireError("line 2: longer than 10000 bytes", answers.get(1));
    assertEquals(answers.get(0), answers.get(2));
    requireError("line 4: longer than 10000 bytes", answers.get(3));
  }

  /** A client that reads nothing before it has sent all, as many do. */
  @Test
  void largeBodiesAreReadToTheirEndSoThatTheAnswerArrives() throws Exception {
    String length = "Content-Length: " + LARGE + "\r\n";
    for (String head : List.of(length, "Transfer-Encoding: chunked\r\n")) {
      String response = afterLargeBody("POST /tag", head);
      assertTrue(response.startsWith("HTTP/1.1 413 "), response);
      assertTrue(response.contains("Connection: close"), response);
    }
    String elsewhere = afterLargeBody("POST /xyzzy", "Connection: close\r\n" + length);
    assertTrue(elsewhere.startsWith("HTTP/1.1 404 "), elsewhere);
    String put = afterLargeBody("PUT /tag", "Connection: close\r\n" + length);
    assertTrue(put.startsWith("HTTP/1.1 405 "), put);
  }

  private static String afterLargeBody(String line, String head) throws IOException {
    boolean chunked = head.startsWith("Transfer");
    try (Socket socket = server.connect()) {
      OutputStream out = socket.getOutputStream();
      String start = " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n";
      String chunk = chunked ? Integer.toHexString(LARGE) + "\r\n" : "";
      out.write((line + start + head + "\r\n" + chunk).getBytes(StandardCharsets.UTF_8));
      byte[] part = new byte[100_000];
      for (int sent = 0; sent < LARGE; sent += part.length) {
        out.write(part);
      }
      if (chunked) {
        out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      }
      return TestServer.readAll(socket);
    }
  }

  /** And one that never ends is cut off. */
  @Test
  void bodiesWithoutEndAreNotReadForEver() throws Exception {
    try (Socket socket = server.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "POST /tag HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 9999999999999\r\n\r\n"
              .getBytes(StandardCharsets.UTF_8));
      byte[] part = new byte[1000];
      long start = System.nanoTime();
      assertThrows(
          IOException.class,
          () -> {
            while (System.nanoTime() - start < 30_000_000_000L) {
              out.write(part);
            }
          });
    }
  }

  @Test
  void mapsAndTypesThatAreNone() throws Exception {
    for (String map : List.of("", SECRET, "namespan-redaction-map\\t1\\t0\\t1\\nxyzzy\\n")) {
      String body = "{\"text\":\"x\",\"map\":\"" + map + "\"}";
      requireError(400, "/redact did not write", server.post("/restore", TestServer.JSON, body));
    }
    String types = "{\"text\":\"x\",\"types\":[\"per\",\"xyzzy\"]}";
    requireError(400, "expected some of [art,", server.post("/redact", TestServer.JSON, types));
    String by = "{\"text\":\"x\",\"by\":\"xyzzy\"}";
    requireError(400, "expected placeholder,", server.post("/redact", TestServer.JSON, by));
    String secret = "{\"text\":\"x\",\"by\":\"hash\",\"secret\":\"xyzzy\"}";
    requireError(400, "at least 16", server.post("/redact", TestServer.JSON, secret));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:1",
        "a.localhost:99",
        "127.0.0.1:5",
        "[::1]:7",
        "10.0.0.1"
      })
  void hostsThatAreOurs(String host) throws Exception {
    String request = "GET /health HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
    assertTrue(server.raw(request).startsWith("HTTP/1.1 200 "), host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyzzy.example", "xyzzy", "127.0.0.1.xyzzy", "localhost.xyzzy:8080"})
  void hostsOfOthers(String host) throws Exception {
    for (String path : List.of("/", "/health", "/tag")) {
      String response = server.raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
      assertTrue(response.startsWith("HTTP/1.1 403 "), response);
      requireError("Host", response.substring(response.indexOf("\r\n\r\n") + 4));
    }
  }

  @Test
  void pagesOfOthers() throws Exception {
    String post =
        "POST /tag HTTP/1.1\r\nHost: localhost:%d\r\n%s\r\nContent-Type: text/plain\r\n"
            + "Content-Length: 5\r\n\r\nxyzzy";
    for (String header :
        List.of(
            "Origin: http://xyzzy.example",
            "Origin: null",
            "Origin: http://localhost:1",
            "Origin: http://127.0.0.1:" + server.port(),
            "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Site: same-site")) {
      String response = server.raw(post.formatted(server.port(), header));
      assertTrue(response.startsWith("HTTP/1.1 403 "), header + response);
      requireError("another web page", response.substring(response.indexOf("\r\n\r\n") + 4));
    }
    for (String header :
        List.of(
            "Origin: http://localhost:" + server.port(),
            "Sec-Fetch-Site: same-origin",
            "Sec-Fetch-Site: none")) {
      String response = server.raw(post.formatted(server.port(), header));
      assertTrue(response.startsWith("HTTP/1.1 200 "), header + response);
    }
    // A preflight, without whose consent a browser sends no JSON to another origin.
    String preflight =
        "OPTIONS /tag HTTP/1.1\r\nHost: localhost\r\nOrigin: http://xyzzy.example\r\n"
            + "Access-Control-Request-Method: POST\r\n\r\n";
    String refused = server.raw(preflight);
    assertTrue(refused.startsWith("HTTP/1.1 403 "), refused);
    assertFalse(refused.contains("Access-Control-Allow"), refused);
    // A link may lead here.
    String link = "GET / HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: cross-site\r\n\r\n";
    assertTrue(server.raw(link).startsWith("HTTP/1.1 200 "));
  }
}
