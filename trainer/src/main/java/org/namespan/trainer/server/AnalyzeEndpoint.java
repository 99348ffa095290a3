package org.namespan.trainer.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.namespan.Document;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.namespan.trainer.document.OffsetMap;

/** {@code POST /analyze}: what Presidio's analyzer answers, with offsets in code points. */
final class AnalyzeEndpoint implements Endpoint {

  private final EntityTagger tagger;
  private final Set<String> types;
  private final ServerMetrics metrics;

  /**
   * An endpoint.
   *
   * @param types that the tagger finds
   */
  AnalyzeEndpoint(EntityTagger tagger, Set<String> types, ServerMetrics metrics) {
    this.tagger = tagger;
    this.types = types;
    this.metrics = metrics;
  }

  @Override
  public Reply answer(Call call) throws RequestException {
    JsonFields fields = call.json();
    String text = fields.string("text");
    requireLanguage(fields);
    if (!fields.objects("ad_hoc_recognizers").isEmpty()) {
      throw new RequestException(
          "found 'ad_hoc_recognizers', expected none: the server runs no patterns of requests");
    }
    double threshold = fields.number("score_threshold", 0);
    boolean explain = fields.isTrue("return_decision_process");
    boolean ownNames = ownNames(fields);
    Set<String> wanted = wanted(fields);
    Offsets offsets = call.offsets(fields, Offsets.CODEPOINTS);
    Document document = metrics.count(tagger.tagDocument(text));
    OffsetMap map = offsets.of(text);
    JsonArray results = new JsonArray();
    for (Entity entity : document.entities()) {
      String name = PresidioTypes.of(entity.type());
      boolean asked = wanted.isEmpty() || wanted.contains(name) || wanted.contains(entity.type());
      if (asked && entity.score() >= threshold) {
        JsonObject result = new JsonObject();
        result.addProperty("entity_type", ownNames ? entity.type() : name);
        result.addProperty("start", map.fromUtf16(entity.start()));
        result.addProperty("end", map.fromUtf16(entity.end()));
        result.addProperty("score", DocumentJson.rounded(entity.score()));
        result.add(
            "analysis_explanation",
            explain
                ? explanation(entity, document.typeDescriptions().get(entity.type()))
                : JsonNull.INSTANCE);
        results.add(result);
      }
    }
    return Reply.of(results);
  }

  private void requireLanguage(JsonFields fields) throws RequestException {
    String language = tagger.info().facts().getOrDefault("language", "");
    String asked = fields.string("language", language);
    if (!language.isEmpty() && !asked.equals(language)) {
      throw new RequestException("found another 'language', expected '" + language + "'");
    }
  }

  private static boolean ownNames(JsonFields fields) throws RequestException {
    return switch (fields.string("types", "presidio")) {
      case "presidio" -> false;
      case "model" -> true;
      default ->
          throw new RequestException("found another value for 'types', expected presidio or model");
    };
  }

  /** As in Presidio, types that nobody knows are passed over while one is known. */
  private Set<String> wanted(JsonFields fields) throws RequestException {
    Set<String> wanted = fields.strings("entities");
    Set<String> known = PresidioTypes.of(types);
    if (!wanted.isEmpty()
        && wanted.stream().noneMatch(t -> known.contains(t) || types.contains(t))) {
      throw new RequestException("found no known type in 'entities', expected some of " + known);
    }
    return wanted;
  }

  private static JsonElement explanation(Entity entity, @Nullable String meaning) {
    double score = DocumentJson.rounded(entity.score());
    JsonObject explanation = new JsonObject();
    explanation.addProperty("recognizer", entity.source());
    explanation.add("pattern_name", JsonNull.INSTANCE);
    explanation.add("pattern", JsonNull.INSTANCE);
    explanation.addProperty("original_score", score);
    explanation.addProperty("score", score);
    explanation.addProperty("textual_explanation", meaning);
    explanation.addProperty("score_context_improvement", 0);
    explanation.addProperty("supportive_context_word", "");
    explanation.add("validation_result", JsonNull.INSTANCE);
    return explanation;
  }
}
