package org.namespan.trainer.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.namespan.EntityTagger;

/**
 * Whatever the bytes of a body are, it is answered by JSON or refused in one line. The seeds beside
 * this class run with all tests; {@code JAZZER_FUZZ=1 mvn test -pl trainer -am
 * -Dtest=EndpointFuzzTest#anonymize -Dsurefire.failIfNoSpecifiedTests=false} searches for more.
 */
class EndpointFuzzTest {

  private static EntityTagger tagger;

  @BeforeAll
  static void load() throws IOException {
    tagger = EntityTagger.english();
  }

  @AfterAll
  static void close() {
    tagger.close();
  }

  @FuzzTest(maxDuration = "1m")
  void anonymize(byte[] body) {
    answer(new AnonymizeEndpoint(1 << 20), body);
  }

  @FuzzTest(maxDuration = "1m")
  void restore(byte[] body) {
    answer(new RestoreEndpoint(), body);
  }

  @FuzzTest(maxDuration = "1m")
  void tag(byte[] body) {
    ServerMetrics metrics = new ServerMetrics(() -> 0, () -> 0);
    TagEndpoint tag = new TagEndpoint(tagger, metrics);
    answer(tag, body);
    answer(new AnalyzeEndpoint(tagger, tagger.info().types(), metrics), body);
    answer(new RedactEndpoint(tagger, tagger.info().types(), metrics), body);
    try {
      String line = Json.write(tag.answer(Json.parseObject(Json.decode(body))));
      assertFalse(line.contains("\n"), line);
      assertTrue(JsonParser.parseString(line).isJsonObject());
    } catch (RequestException e) {
      requireOneLine(e);
    }
  }

  private static void answer(Endpoint endpoint, byte[] body) {
    try {
      Reply reply = endpoint.answer(new Call(Reply.JSON, null, body));
      assertEquals(200, reply.status());
      JsonElement json = JsonParser.parseString(new String(reply.body(), StandardCharsets.UTF_8));
      assertTrue(json.isJsonObject() || json.isJsonArray());
    } catch (RequestException e) {
      requireOneLine(e);
    }
  }

  private static void requireOneLine(RequestException e) {
    JsonObject error =
        JsonParser.parseString(new String(e.reply().body(), StandardCharsets.UTF_8))
            .getAsJsonObject();
    String message = error.get("error").getAsString();
    assertTrue(message.length() < 300 && message.lines().count() == 1, message);
  }
}
