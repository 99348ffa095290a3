package org.namespan.trainer.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import org.namespan.redaction.RedactionMap;
import org.namespan.redaction.Restorer;

/** {@code POST /restore}: a text with its names again, by the map that {@code /redact} gave. */
final class RestoreEndpoint implements Endpoint {

  @Override
  public Reply answer(Call call) throws RequestException {
    JsonFields fields = call.json();
    String text = fields.string("text");
    Restorer restorer = map(fields.string("map")).restorer();
    String restored = restorer.push(text) + restorer.end();
    JsonArray unknown = new JsonArray();
    restorer.unknown().forEach(unknown::add);
    JsonObject json = new JsonObject();
    json.addProperty("text", restored);
    json.add("unknown", unknown);
    return Reply.of(json);
  }

  private static RedactionMap map(String lines) throws RequestException {
    try {
      return RedactionMap.of(lines.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new RequestException("found a 'map' that /redact did not write: " + e.getMessage());
    }
  }
}
