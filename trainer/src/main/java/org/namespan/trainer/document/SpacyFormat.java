package org.namespan.trainer.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.namespan.trainer.corpus.CorpusException;

/**
 * JSON lines of spaCy's training examples: {@code {"text": "Ann left", "entities": [[0, 3,
 * "PER"]]}}, or the pairs of its tutorials, {@code ["Ann left", {"entities": [[0, 3, "PER"]]}]}. An
 * entity may be an object with {@code start}, {@code end} and {@code label} as well, and {@code
 * ents} stand for {@code entities}, as {@code Doc.to_json} writes them.
 */
final class SpacyFormat extends JsonLines {

  @Override
  public String name() {
    return "SPACY";
  }

  @Override
  boolean isRecord(JsonValue line) throws CorpusException {
    return isPair(line) || line.findFirst("entities", "ents").isPresent();
  }

  @Override
  Optional<WrittenText> read(JsonValue line) throws CorpusException {
    JsonValue words;
    JsonValue entities;
    if (isPair(line)) {
      List<JsonValue> pair = line.elements(2);
      words = pair.get(0);
      entities = pair.get(1).get("entities");
    } else {
      words = line.get("text");
      entities =
          line.has("ents") && !line.has("entities") ? line.get("ents") : line.get("entities");
    }
    WrittenText.Builder text = new WrittenText.Builder(words.string(), line.file(), line.line());
    for (JsonValue entity : entities.elements()) {
      if (entity.element().isJsonObject()) {
        text.add(
            entity.get("label").string(),
            entity.get("start").integer(),
            entity.get("end").integer(),
            Optional.empty());
      } else {
        readTriple(entity, text);
      }
    }
    return Optional.of(text.build());
  }

  @Override
  JsonElement write(AnnotatedText text, OffsetMap map) {
    JsonObject object = new JsonObject();
    object.addProperty("text", text.text());
    object.add("entities", triples(text, map));
    return object;
  }

  private static boolean isPair(JsonValue line) {
    return line.element().isJsonArray();
  }
}
