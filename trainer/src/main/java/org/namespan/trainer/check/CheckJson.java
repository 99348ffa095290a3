package org.namespan.trainer.check;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * A report for programs, all of it. Members: {@code parts}, an object for each with its sizes;
 * {@code findings}, as {@link FindingReport#toJson} has them.
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
    json.add("findings", FindingReport.toJson(report.findings()));
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
}
