package org.namespan.trainer.server;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.namespan.Document;
import org.namespan.EntityTagger;
import org.namespan.redaction.Operator;
import org.namespan.redaction.Redaction;
import org.namespan.redaction.Redactor;
import org.namespan.redaction.RedactorOptions;

/** {@code POST /redact}: a text without its names, and the map that restores them. */
final class RedactEndpoint implements Endpoint {

  private final EntityTagger tagger;
  private final Set<String> types;
  private final ServerMetrics metrics;

  /**
   * An endpoint.
   *
   * @param types that the tagger finds
   */
  RedactEndpoint(EntityTagger tagger, Set<String> types, ServerMetrics metrics) {
    this.tagger = tagger;
    this.types = types;
    this.metrics = metrics;
  }

  @Override
  public Reply answer(Call call) throws RequestException {
    JsonFields fields = call.json();
    String text = fields.string("text");
    Set<String> wanted = fields.strings("types");
    if (!types.containsAll(wanted)) {
      throw new RequestException(
          "found an unknown type in 'types', expected some of " + new TreeSet<>(types));
    }
    RedactorOptions options = new RedactorOptions(wanted, Map.of(), operator(fields));
    Document document = metrics.count(tagger.tagDocument(text));
    Redaction redaction = Redactor.redact(text, document.entities(), options);
    JsonObject json = new JsonObject();
    json.addProperty("text", redaction.text());
    json.addProperty("count", redaction.count());
    json.addProperty("map", new String(redaction.map().toBytes(), StandardCharsets.UTF_8));
    return Reply.of(json);
  }

  private static Operator operator(JsonFields fields) throws RequestException {
    switch (fields.string("by", "placeholder")) {
      case "placeholder":
        return Operator.placeholder();
      case "mask":
        return Operator.mask('*');
      case "made-up":
        return Operator.madeUp(fields.has("seed") ? fields.integer("seed") : 1);
      case "hash":
        byte[] secret = fields.string("secret").getBytes(StandardCharsets.UTF_8);
        if (secret.length < 16) {
          throw new RequestException(
              "found " + secret.length + " bytes for 'secret', expected at least 16");
        }
        return Operator.hash(secret);
      default:
        throw new RequestException(
            "found another value for 'by', expected placeholder, mask, hash or made-up");
    }
  }
}
