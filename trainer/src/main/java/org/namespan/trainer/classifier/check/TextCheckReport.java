package org.namespan.trainer.classifier.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.namespan.trainer.check.CorpusPart;
import org.namespan.trainer.check.Quote;
import org.namespan.trainer.check.ReportLines;
import org.namespan.trainer.io.TextTable;

/**
 * What a check found, written for a reader or for a program.
 *
 * @param files that were checked
 * @param findings one for each kind
 */
public record TextCheckReport(List<CheckedTexts> files, List<TextFinding> findings) {

  /** Chars after which a line is cut; in JSON none is. */
  private static final int WIDTH = 200;

  /** Places shown of a case, unless all are. */
  private static final int PLACES = 3;

  /** Checks files. */
  public static TextCheckReport of(List<CheckedTexts> files) {
    return new TextCheckReport(List.copyOf(files), TextCheck.of(files));
  }

  /**
   * A table of texts by class and part, then a section for each finding that has cases.
   *
   * @param limit cases shown of each finding; 0 shows all with all their places
   */
  public String toText(int limit) {
    ReportLines lines = new ReportLines(WIDTH);
    lines.add(sizes().toText());
    List<String> clean = new ArrayList<>();
    for (TextFinding finding : findings) {
      if (finding.cases().isEmpty()) {
        clean.add(finding.kind().id());
      } else {
        section(finding, limit, lines);
      }
    }
    lines.clean(clean);
    return lines.toString();
  }

  private Map<String, Map<CorpusPart, Integer>> counts() {
    Map<String, Map<CorpusPart, Integer>> counts = new TreeMap<>();
    for (CheckedTexts file : files) {
      for (var each : file.corpus().texts()) {
        for (String name : each.classes()) {
          counts.computeIfAbsent(name, key -> new TreeMap<>()).merge(file.part(), 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  private List<CorpusPart> parts() {
    return files.stream().map(CheckedTexts::part).distinct().sorted().toList();
  }

  private int texts(CorpusPart part) {
    return files.stream()
        .filter(file -> file.part() == part)
        .mapToInt(file -> file.corpus().texts().size())
        .sum();
  }

  private TextTable sizes() {
    List<String> header = new ArrayList<>(List.of("texts"));
    parts().forEach(part -> header.add(part.toString()));
    TextTable table = new TextTable(1, header);
    List<String> all = new ArrayList<>(List.of("all"));
    parts().forEach(part -> all.add(ReportLines.number(texts(part))));
    table.add(all);
    counts()
        .forEach(
            (name, byPart) -> {
              List<String> row = new ArrayList<>(List.of(name));
              parts().forEach(part -> row.add(ReportLines.number(byPart.getOrDefault(part, 0))));
              table.add(row);
            });
    return table;
  }

  private static void section(TextFinding finding, int limit, ReportLines lines) {
    TextFindingKind kind = finding.kind();
    int all = finding.cases().size();
    int shown = limit == 0 ? all : Math.min(limit, all);
    lines.heading(kind.level(), kind.id(), all, kind.title());
    for (List<Quote> quotes : finding.cases().subList(0, shown)) {
      int places = limit == 0 ? quotes.size() : Math.min(PLACES, quotes.size());
      for (int i = 0; i < places; i++) {
        lines.line((i == 0 ? "  " : "    ") + quotes.get(i).place() + "  " + quotes.get(i).text());
      }
      lines.more("    ", quotes.size() - places);
    }
    lines.more("  ", all - shown);
  }

  /**
   * The same for programs, all of it. Members: {@code parts} and {@code classes}, texts by part and
   * by class and part; {@code findings}, an object for each kind with {@code id}, {@code level},
   * {@code title}, {@code count} and {@code cases}, arrays of places with {@code file}, {@code
   * line} and {@code text}.
   */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    JsonObject parts = new JsonObject();
    parts().forEach(part -> parts.addProperty(part.toString(), texts(part)));
    json.add("parts", parts);
    JsonObject classes = new JsonObject();
    counts()
        .forEach(
            (name, byPart) -> {
              JsonObject counts = new JsonObject();
              byPart.forEach((part, count) -> counts.addProperty(part.toString(), count));
              classes.add(name, counts);
            });
    json.add("classes", classes);
    JsonArray all = new JsonArray();
    findings.forEach(finding -> all.add(toJson(finding)));
    json.add("findings", all);
    return json;
  }

  private static JsonObject toJson(TextFinding finding) {
    JsonObject json = new JsonObject();
    json.addProperty("id", finding.kind().id());
    json.addProperty("level", finding.kind().level().toString());
    json.addProperty("title", finding.kind().title());
    json.addProperty("count", finding.cases().size());
    JsonArray cases = new JsonArray();
    for (List<Quote> quotes : finding.cases()) {
      JsonArray places = new JsonArray();
      for (Quote quote : quotes) {
        JsonObject place = new JsonObject();
        place.addProperty("file", quote.place().file().toString());
        place.addProperty("line", quote.place().line());
        place.addProperty("text", quote.text());
        places.add(place);
      }
      cases.add(places);
    }
    json.add("cases", cases);
    return json;
  }
}
