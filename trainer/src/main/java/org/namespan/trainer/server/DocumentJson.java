package org.namespan.trainer.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.namespan.Document;
import org.namespan.Entity;
import org.namespan.Sentence;
import org.namespan.trainer.document.OffsetMap;

/** A document as JSON: its sentences, its entities, and what their types mean. */
final class DocumentJson {

  private DocumentJson() {}

  /** The sentences and the entities, each with the number of its sentence, counted from 0. */
  static JsonObject of(Document document, Offsets offsets) {
    OffsetMap map = offsets.of(document.text());
    JsonArray sentences = new JsonArray();
    JsonArray entities = new JsonArray();
    for (Sentence sentence : document.sentences()) {
      for (Entity entity : sentence.entities()) {
        JsonObject json = new JsonObject();
        json.addProperty("type", entity.type());
        json.addProperty("text", entity.text());
        json.addProperty("start", map.fromUtf16(entity.start()));
        json.addProperty("end", map.fromUtf16(entity.end()));
        json.addProperty("score", rounded(entity.score()));
        json.addProperty("source", entity.source());
        json.addProperty("sentence", sentences.size());
        entities.add(json);
      }
      JsonObject json = new JsonObject();
      json.addProperty("start", map.fromUtf16(sentence.start()));
      json.addProperty("end", map.fromUtf16(sentence.end()));
      sentences.add(json);
    }
    JsonObject json = new JsonObject();
    json.addProperty("offsets", offsets.toString());
    json.add("sentences", sentences);
    json.add("entities", entities);
    return json;
  }

  /** What the types of a document mean, by type. */
  static JsonObject types(Document document) {
    JsonObject types = new JsonObject();
    document.typeDescriptions().forEach(types::addProperty);
    return types;
  }

  static double rounded(double score) {
    return Math.round(score * 1e4) / 1e4;
  }
}
