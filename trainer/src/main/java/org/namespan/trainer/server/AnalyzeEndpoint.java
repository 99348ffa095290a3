package org.namespan.trainer.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
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
    List<String> texts = fields.stringOrStrings("text");
    requireLanguage(fields);
    refuseUnsupported(fields);
    Filter filter =
        new Filter(
            wanted(fields),
            Set.copyOf(fields.strings("allow_list")),
            fields.number("score_threshold", 0));
    boolean explain = fields.isTrue("return_decision_process");
    boolean ownNames = ownNames(fields);
    Offsets offsets = call.offsets(fields, Offsets.CODEPOINTS);
    JsonArray answers = new JsonArray();
    for (String text : texts) {
      Document document = metrics.count(tagger.tagDocument(text));
      OffsetMap map = offsets.of(text);
      JsonArray results = new JsonArray();
      for (Entity entity : document.entities()) {
        if (filter.passes(entity)) {
          @Nullable String meaning = document.typeDescriptions().get(entity.type());
          JsonObject result = new JsonObject();
          result.addProperty(
              "entity_type", ownNames ? entity.type() : PresidioTypes.of(entity.type()));
          result.addProperty("start", map.fromUtf16(entity.start()));
          result.addProperty("end", map.fromUtf16(entity.end()));
          result.addProperty("score", DocumentJson.rounded(entity.score()));
          result.add(
              "analysis_explanation", explain ? explanation(entity, meaning) : JsonNull.INSTANCE);
          results.add(result);
        }
      }
      answers.add(results);
    }
    return Reply.of(fields.isArray("text") ? answers : answers.get(0));
  }

  /**
   * Which entities are given.
   *
   * @param types by either name; empty for all
   * @param allowed words that are no entity
   */
  private record Filter(Set<String> types, Set<String> allowed, double threshold) {

    boolean passes(Entity entity) {
      boolean asked =
          types.isEmpty()
              || types.contains(PresidioTypes.of(entity.type()))
              || types.contains(entity.type());
      return asked && entity.score() >= threshold && !allowed.contains(entity.text());
    }
  }

  /** Refuses what Presidio does with a request and this server does not. */
  private static void refuseUnsupported(JsonFields fields) throws RequestException {
    if (!fields.objects("ad_hoc_recognizers").isEmpty()) {
      throw new RequestException(
          "found 'ad_hoc_recognizers', expected none: the server runs no patterns of requests");
    }
    if (!fields.strings("context").isEmpty()) {
      throw new RequestException(
          "found 'context', expected none: the server has no scores that such words raise");
    }
    boolean allows = !fields.strings("allow_list").isEmpty();
    String match = fields.string("allow_list_match", "exact");
    if (!match.equals("exact") && (allows || !match.equals("regex"))) {
      throw new RequestException(
          "found another value for 'allow_list_match', expected exact: the server runs no patterns"
              + " of requests");
    }
    // They change how patterns match, and nothing else.
    if (fields.has("regex_flags")) {
      fields.integer("regex_flags");
    }
    // It is for the log, and there is none.
    fields.string("correlation_id", "");
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
