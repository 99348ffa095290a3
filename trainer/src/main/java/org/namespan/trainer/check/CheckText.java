package org.namespan.trainer.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.namespan.trainer.io.TextTable;

/**
 * A report for people: tables of sizes, then a section for each finding that has cases.
 *
 * <pre>
 * warning  conflicts (1): texts with the same words and other labels
 *   2 labellings of 2 copies
 *     train.conll:9  [geo Paris] is far .
 *     train.conll:1  [per Paris] is far .
 * </pre>
 */
public final class CheckText {

  /** Lengths of entities that have a column of their own. */
  private static final int LENGTHS = 5;

  private final CheckReport report;
  private final int limit;
  private final ReportLines lines = new ReportLines();

  private CheckText(CheckReport report, int limit) {
    this.report = report;
    this.limit = limit;
  }

  /**
   * Writes a report.
   *
   * @param limit cases shown of each finding; 0 shows all with all their quotes
   */
  public static String of(CheckReport report, int limit) {
    return new CheckText(report, limit).write();
  }

  private String write() {
    sizes();
    types();
    lengths();
    FindingReport.add(report.findings(), limit, lines);
    return lines.toString();
  }

  private void sizes() {
    TextTable table =
        new TextTable(
            1,
            List.of(
                "",
                "sentences",
                "tokens",
                "words",
                "entities",
                "without entity",
                "median tokens",
                "longest"));
    for (CorpusCounts counts : report.counts()) {
      table.add(
          List.of(
              counts.part().toString(),
              ReportLines.number(counts.sentences()),
              ReportLines.number(counts.tokens()),
              ReportLines.number(counts.words()),
              ReportLines.number(counts.entities()),
              String.format(Locale.ROOT, "%.1f %%", 100 * counts.shareWithoutEntity()),
              ReportLines.number(counts.medianLength()),
              counts.longest() == null
                  ? "-"
                  : ReportLines.number(counts.longestLength()) + " at " + counts.longest()));
    }
    lines.add(table.toText());
  }

  private void types() {
    SortedSet<String> types = new TreeSet<>();
    report.counts().forEach(counts -> types.addAll(counts.entitiesByType().keySet()));
    if (!types.isEmpty()) {
      table(
          "entities by type",
          new ArrayList<>(types),
          type -> type,
          (counts, type) -> counts.entitiesByType().getOrDefault(type, 0));
    }
  }

  private void lengths() {
    if (report.counts().stream().anyMatch(counts -> counts.entities() > 0)) {
      List<Integer> lengths = new ArrayList<>();
      for (int length = 1; length <= LENGTHS; length++) {
        lengths.add(length);
      }
      table(
          "entities by tokens",
          lengths,
          length -> length == LENGTHS ? LENGTHS + " and more" : "" + length,
          (counts, length) ->
              counts.entitiesByLength().entrySet().stream()
                  .filter(e -> Math.min(e.getKey(), LENGTHS) == length)
                  .mapToInt(e -> e.getValue())
                  .sum());
    }
  }

  private interface Count<T> {
    int of(CorpusCounts counts, T row);
  }

  private <T> void table(String title, List<T> rows, Function<T, String> name, Count<T> count) {
    List<String> header = new ArrayList<>(List.of(title));
    report.counts().forEach(counts -> header.add(counts.part().toString()));
    TextTable table = new TextTable(1, header);
    for (T row : rows) {
      List<String> cells = new ArrayList<>(List.of(name.apply(row)));
      report.counts().forEach(counts -> cells.add(ReportLines.number(count.of(counts, row))));
      table.add(cells);
    }
    lines.add("\n" + table.toText());
  }
}
