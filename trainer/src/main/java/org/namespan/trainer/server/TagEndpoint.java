package org.namespan.trainer.server;

import com.google.gson.JsonObject;
import org.namespan.Document;
import org.namespan.EntityTagger;
import org.namespan.html.DocumentHtml;

/** {@code POST /tag}: the document of a text, or of each line of JSON lines. */
final class TagEndpoint implements Endpoint, LineEndpoint {

  private static final String TYPES =
      Reply.JSON + ", text/plain or " + LineStream.TYPE + " (JSON lines)";

  private final EntityTagger tagger;
  private final ServerMetrics metrics;

  TagEndpoint(EntityTagger tagger, ServerMetrics metrics) {
    this.tagger = tagger;
    this.metrics = metrics;
  }

  @Override
  public Reply answer(Call call) throws RequestException {
    JsonFields fields =
        call.isPlainText() ? new JsonFields(new JsonObject(), "") : call.json(TYPES);
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

  /** The line has the fields of a request. */
  @Override
  public JsonObject answer(JsonFields fields) throws RequestException {
    String text = fields.string("text");
    String unit = fields.string("offsets", Offsets.UTF16.toString());
    Offsets offsets = Offsets.named(unit);
    return DocumentJson.of(metrics.count(tagger.tagDocument(text)), offsets);
  }
}
