package org.namespan.trainer.check;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * A report for programs, all of it. Members: {@code parts}, an object for each with its sizes;
 * {@code findings}, an object for each kind that was looked for with {@code id}, {@code level},
 * {@code title}, {@code count}, {@code summary} where there is one, and {@code cases}. A case has
 * values of its own and {@code places}, each with {@code file}, {@code line} and {@code text}.
 */
public final class CheckJson {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private CheckJson() {}

  /** The report as one object. */
  public static JsonObject of(CheckReport report) {
    JsonObject json = new JsonObject();
    JsonArray parts = new JsonArray();
    report.counts().forEach(counts -> parts.add(toJson(counts)));
    json.add("parts", parts);
    JsonArray findings = new JsonArray();
    report.findings().forEach(finding -> findings.add(toJson(finding)));
    json.add("findings", findings);
    return json;
  }

  private static JsonObject toJson(CorpusCounts counts) {
    JsonObject json = new JsonObject();
    json.addProperty("part", counts.part().toString());
    json.addProperty("sentences", counts.sentences());
    json.addProperty("tokens", counts.tokens());
    json.addProperty("words", counts.words());
    json.addProperty("entities", counts.entities());
    json.addProperty("withoutEntity", counts.withoutEntity());
    json.addProperty("medianLength", counts.medianLength());
    json.addProperty("longestLength", counts.longestLength());
    json.add("entitiesByType", GSON.toJsonTree(counts.entitiesByType()));
    json.add("entitiesByLength", GSON.toJsonTree(counts.entitiesByLength()));
    return json;
  }

  private static JsonObject toJson(Finding finding) {
    JsonObject json = new JsonObject();
    json.addProperty("id", finding.kind().id());
    json.addProperty("level", finding.kind().level().toString());
    json.addProperty("title", finding.kind().title());
    json.addProperty("count", finding.cases().size());
    if (!finding.summary().isEmpty()) {
      json.addProperty("summary", finding.summary());
    }
    JsonArray cases = new JsonArray();
    finding.cases().forEach(found -> cases.add(toJson(found)));
    json.add("cases", cases);
    return json;
  }

  private static JsonObject toJson(Case found) {
    JsonObject json = GSON.toJsonTree(found.values()).getAsJsonObject();
    JsonArray places = new JsonArray();
    for (Quote quote : found.quotes()) {
      JsonObject place = new JsonObject();
      place.addProperty("file", quote.place().file().toString());
      if (quote.place().line() > 0) {
        place.addProperty("line", quote.place().line());
      }
      if (!quote.text().isEmpty()) {
        place.addProperty("text", quote.text());
      }
      places.add(place);
    }
    json.add("places", places);
    return json;
  }
}
