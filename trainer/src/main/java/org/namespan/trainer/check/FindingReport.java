package org.namespan.trainer.check;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;

/** Findings written for a reader or for a program. */
public final class FindingReport {

  /** Quotes shown of a case, unless all are. */
  private static final int QUOTES = 3;

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private FindingReport() {}

  /**
   * Adds a section for each finding that has cases, and the names of those without.
   *
   * @param limit cases shown of each finding; 0 shows all with all their quotes
   */
  public static void add(List<Finding> findings, int limit, ReportLines lines) {
    for (Finding finding : findings) {
      if (!finding.cases().isEmpty()) {
        add(finding, limit, lines);
      }
    }
    List<String> clean =
        findings.stream()
            .filter(finding -> finding.cases().isEmpty())
            .map(finding -> finding.kind().id())
            .toList();
    if (!clean.isEmpty()) {
      lines.add("\nnothing found: " + String.join(", ", clean) + "\n");
    }
  }

  private static void add(Finding finding, int limit, ReportLines lines) {
    FindingKind kind = finding.kind();
    int all = finding.cases().size();
    lines.add("\n");
    lines.line(
        String.format(
            Locale.ROOT, "%-7s  %s (%,d): %s", kind.level(), kind.id(), all, kind.title()));
    if (!finding.summary().isEmpty()) {
      lines.line("  " + finding.summary());
    }
    int shown = limit == 0 ? all : Math.min(limit, all);
    for (Case found : finding.cases().subList(0, shown)) {
      add(found, limit == 0, lines);
    }
    lines.more("  ", all - shown);
  }

  /** What a case's quotes have in common stands above them; without it, the first quote does. */
  private static void add(Case found, boolean all, ReportLines lines) {
    List<Quote> quotes = found.quotes();
    int shown = all ? quotes.size() : Math.min(QUOTES, quotes.size());
    String indent = "  ";
    if (!found.summary().isEmpty()) {
      lines.line(indent + found.summary());
      indent = "    ";
    }
    for (Quote quote : quotes.subList(0, shown)) {
      lines.line(indent + quote.place() + (quote.text().isEmpty() ? "" : "  " + quote.text()));
      indent = "    ";
    }
    lines.more(indent, quotes.size() - shown);
  }

  /**
   * An object for each finding with {@code id}, {@code level}, {@code title}, {@code count}, {@code
   * summary} where there is one, and {@code cases}. A case has values of its own and {@code
   * places}, each with {@code file}, and where there are any {@code line} and {@code text}.
   */
  public static JsonArray toJson(List<Finding> findings) {
    JsonArray json = new JsonArray();
    findings.forEach(finding -> json.add(toJson(finding)));
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
