package org.namespan.trainer.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.namespan.Document;
import org.namespan.EntityTagger;
import org.namespan.html.DocumentHtml;

/** {@code POST /tag}: the document of a text, or of each line of JSON lines. */
final class TagEndpoint implements Endpoint, LineEndpoint {

  private final EntityTagger tagger;
  private final ServerMetrics metrics;

  TagEndpoint(EntityTagger tagger, ServerMetrics metrics) {
    this.tagger = tagger;
    this.metrics = metrics;
  }

  @Override
  public Reply answer(Call call) throws RequestException {
    JsonFields fields = call.isPlainText() ? new JsonFields(new JsonObject(), "") : call.json();
    String text = call.isPlainText() ? call.text() : fields.string("text");
    Offsets offsets = call.offsets(fields, Offsets.UTF16);
    boolean html = fields.isTrue("html");
    Document document = metrics.count(tagger.tagDocument(text));
    JsonObject json = DocumentJson.of(document, offsets);
    json.add("types", DocumentJson.types(document));
    if (html) {
      json.addProperty("html", DocumentHtml.of(document));
    }
    return Reply.of(json);
  }

  /** The line has the fields of a request, and {@code id}, if it has one, comes back. */
  @Override
  public String answer(byte[] line) throws RequestException {
    JsonFields fields = Json.parseObject(Json.decode(line));
    String text = fields.string("text");
    String unit = fields.string("offsets", Offsets.UTF16.toString());
    Offsets offsets = Offsets.named(unit);
    JsonObject json = new JsonObject();
    JsonElement id = fields.object().get("id");
    if (id != null) {
      json.add("id", id);
    }
    Document document = metrics.count(tagger.tagDocument(text));
    DocumentJson.of(document, offsets).entrySet().forEach(e -> json.add(e.getKey(), e.getValue()));
    return Json.write(json);
  }
}
