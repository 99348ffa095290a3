package org.namespan.trainer.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import org.namespan.trainer.corpus.CorpusException;

/**
 * JSON lines as doccano imports and exports them: {@code {"text": "Ann left", "label": [[0, 3,
 * "PER"]]}}. Older versions call the spans {@code labels} or the text {@code data}; with relations
 * the spans are {@code entities} with {@code start_offset}, {@code end_offset} and {@code label}.
 */
final class DoccanoFormat extends JsonLines {

  @Override
  public String name() {
    return "DOCCANO";
  }

  @Override
  boolean isRecord(JsonValue line) throws CorpusException {
    if (line.has("label") || line.has("labels")) {
      return true;
    }
    Optional<JsonValue> entities = line.find("entities");
    return entities.isPresent()
        && (line.has("relations")
            || entities.get().elements().stream().anyMatch(each -> each.has("start_offset")));
  }

  @Override
  Optional<WrittenText> read(JsonValue line) throws CorpusException {
    Optional<JsonValue> data = line.has("text") ? Optional.empty() : line.find("data");
    JsonValue words = data.isPresent() ? data.get() : line.get("text");
    WrittenText.Builder text = new WrittenText.Builder(words.string(), line.file(), line.line());
    Optional<JsonValue> triples = line.findFirst("label", "labels");
    if (triples.isPresent()) {
      for (JsonValue triple : triples.get().elements()) {
        readTriple(triple, text);
      }
    } else {
      if (!line.has("entities")) {
        throw new CorpusException(
            line.file(),
            line.line(),
            "found no 'label', 'labels' or 'entities'",
            "expected one of them",
            "add it or choose another format");
      }
      for (JsonValue entity : line.get("entities").elements()) {
        text.add(
            entity.get("label").string(),
            entity.get("start_offset").integer(),
            entity.get("end_offset").integer(),
            Optional.empty());
      }
    }
    return Optional.of(text.build());
  }

  @Override
  JsonElement write(AnnotatedText text, OffsetMap map) {
    JsonObject object = new JsonObject();
    object.addProperty("text", text.text());
    object.add("label", triples(text, map));
    // What doccano does not know it keeps beside the text, as metadata.
    text.score().ifPresent(score -> object.addProperty("score", score));
    return object;
  }
}
