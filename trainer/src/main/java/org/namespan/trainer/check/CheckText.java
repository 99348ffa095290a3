package org.namespan.trainer.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.namespan.trainer.ControlCharacters;
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

  /** Characters after which a line is cut; in JSON none is. */
  private static final int WIDTH = 300;

  /** Quotes shown of a case, unless all are. */
  private static final int QUOTES = 3;

  private final CheckReport report;
  private final int limit;
  private final StringBuilder text = new StringBuilder();

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
    for (Finding finding : report.findings()) {
      if (!finding.cases().isEmpty()) {
        finding(finding);
      }
    }
    List<String> clean =
        report.findings().stream()
            .filter(finding -> finding.cases().isEmpty())
            .map(finding -> finding.kind().id())
            .toList();
    if (!clean.isEmpty()) {
      text.append("\nnothing found: ").append(String.join(", ", clean)).append('\n');
    }
    return text.toString();
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
              number(counts.sentences()),
              number(counts.tokens()),
              number(counts.words()),
              number(counts.entities()),
              String.format(Locale.ROOT, "%.1f %%", 100 * counts.shareWithoutEntity()),
              number(counts.medianLength()),
              counts.longest() == null
                  ? "-"
                  : number(counts.longestLength()) + " at " + counts.longest()));
    }
    text.append(table.toText());
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
      report.counts().forEach(counts -> cells.add(number(count.of(counts, row))));
      table.add(cells);
    }
    text.append('\n').append(table.toText());
  }

  private void finding(Finding finding) {
    FindingKind kind = finding.kind();
    text.append('\n');
    line(
        String.format(
            Locale.ROOT,
            "%-7s  %s (%,d): %s",
            kind.level(),
            kind.id(),
            finding.cases().size(),
            kind.title()));
    if (!finding.summary().isEmpty()) {
      line("  " + finding.summary());
    }
    int shown = limit == 0 ? finding.cases().size() : Math.min(limit, finding.cases().size());
    for (Case found : finding.cases().subList(0, shown)) {
      cases(found);
    }
    if (shown < finding.cases().size()) {
      line(String.format(Locale.ROOT, "  and %,d more", finding.cases().size() - shown));
    }
  }

  private void cases(Case found) {
    String indent = "  ";
    List<Quote> quotes = found.quotes();
    int shown = limit == 0 ? quotes.size() : Math.min(QUOTES, quotes.size());
    if (!found.summary().isEmpty()) {
      line(indent + found.summary());
      indent = "    ";
    }
    for (Quote quote : quotes.subList(0, shown)) {
      line(indent + quote.place() + (quote.text().isEmpty() ? "" : "  " + quote.text()));
    }
    if (shown < quotes.size()) {
      line(String.format(Locale.ROOT, "%sand %,d more", indent, quotes.size() - shown));
    }
  }

  private void line(String line) {
    String whole = ControlCharacters.escape(line);
    if (whole.length() > WIDTH) {
      int end = Character.isHighSurrogate(whole.charAt(WIDTH - 1)) ? WIDTH - 1 : WIDTH;
      whole = whole.substring(0, end) + " ...";
    }
    text.append(whole).append('\n');
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
