package org.namespan.trainer.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.namespan.trainer.corpus.CorpusException;

/**
 * JSON lines of spaCy's training examples: {@code {"text": "Ann left", "entities": [[0, 3,
 * "PER"]]}}, or the pairs of its tutorials, {@code ["Ann left", {"entities": [[0, 3, "PER"]]}]}.
 */
final class SpacyFormat extends JsonLines {

  @Override
  public String name() {
    return "SPACY";
  }

  @Override
  boolean isRecord(JsonValue line) throws CorpusException {
    return isPair(line) || line.has("entities");
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
      entities = line.get("entities");
    }
    WrittenText.Builder text = new WrittenText.Builder(words.string(), line.file(), line.line());
    readTriples(entities, text);
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
