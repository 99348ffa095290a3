package org.namespan.trainer.classifier.check;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.check.CorpusPart;
import org.namespan.trainer.check.Finding;
import org.namespan.trainer.check.FindingReport;
import org.namespan.trainer.check.ReportLines;
import org.namespan.trainer.classifier.corpus.LanguageFilter;
import org.namespan.trainer.io.TextTable;

/**
 * What a check found, written for a reader or for a program.
 *
 * @param files that were checked
 * @param findings one for each kind
 */
public record TextCheckReport(List<CheckedTexts> files, List<Finding> findings) {

  /**
   * Checks files.
   *
   * @param language of which texts are expected; null not to look for others
   */
  public static TextCheckReport of(List<CheckedTexts> files, @Nullable LanguageFilter language) {
    return new TextCheckReport(List.copyOf(files), TextCheck.of(files, language));
  }

  /**
   * A table of texts by class and part, then a section for each finding that has cases.
   *
   * @param limit cases shown of each finding; 0 shows all with all their places
   */
  public String toText(int limit) {
    ReportLines lines = new ReportLines();
    lines.add(sizes().toText());
    FindingReport.add(findings, limit, lines);
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

  /**
   * The same for programs, all of it. Members: {@code parts} and {@code classes}, texts by part and
   * by class and part; {@code findings}, as {@link FindingReport#toJson} has them.
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
    json.add("findings", FindingReport.toJson(findings));
    return json;
  }
}
