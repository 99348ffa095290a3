package org.namespan.trainer.evaluation;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.namespan.trainer.corpus.Casing;
import org.namespan.trainer.io.TextTable;

/**
 * Writes a {@link Comparison} for a reader or for a program, the same in every locale.
 *
 * <p>Columns: token accuracy, precision, recall and F1 of all spans with its 95 % interval, F1 of
 * each type that the corpus has, recall of seen and of unseen entities where they were counted,
 * predicted spans that were not scored where there are any, tokens per second. Below them stands,
 * for taggers that differ in their making, how far F1 of each later one is from F1 of the first in
 * the same case, with the interval of a paired bootstrap; for taggers that differ in their seed
 * only, the mean and the sample standard deviation (n - 1) of each column.
 */
public final class ComparisonReport {

  private record Column(String name, int decimals, ToDoubleFunction<Comparison.Row> value) {

    String format(double number) {
      return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }
  }

  private final Comparison comparison;
  private final boolean seeds;
  private final List<Column> scores = new ArrayList<>();
  private final List<Column> types = new ArrayList<>();

  /**
   * A report of all rows that the comparison has now.
   *
   * @param seeds whether the taggers are of one making and differ in their seed only
   * @throws IllegalArgumentException if the comparison is empty, or {@code seeds} is set and it has
   *     fewer than two taggers
   */
  public ComparisonReport(Comparison comparison, boolean seeds) {
    this.comparison = comparison;
    this.seeds = seeds;
    int taggers = of(Casing.KEEP).size();
    if (taggers < (seeds ? 2 : 1)) {
      throw new IllegalArgumentException(
          "found " + taggers + " taggers: expected at least " + (seeds ? 2 : 1));
    }
    scores.add(new Column("accuracy", 4, row -> result(row).tokenAccuracy()));
    scores.add(new Column("precision", 4, row -> result(row).overall().precision()));
    scores.add(new Column("recall", 4, row -> result(row).overall().recall()));
    if (comparison.rows().get(0).seen() != null) {
      scores.add(new Column("seen recall", 4, row -> seen(row).seen().recall()));
      scores.add(new Column("unseen recall", 4, row -> seen(row).unseen().recall()));
    }
    if (comparison.rows().stream().anyMatch(row -> result(row).unscored() > 0)) {
      scores.add(new Column("unscored", 0, row -> result(row).unscored()));
    }
    scores.add(new Column("tokens/s", 0, row -> row.evaluation().tokensPerSecond()));
    scores.add(new Column("f1", 4, row -> result(row).overall().f1()));
    result(comparison.rows().get(0))
        .perType()
        .forEach(
            (type, scores) -> {
              if (scores.support() > 0) {
                types.add(new Column(type, 4, row -> f1(row, type)));
              }
            });
  }

  /** Of a row of those that have them: all rows have, or none. */
  private static SeenScores seen(Comparison.Row row) {
    return Objects.requireNonNull(row.seen());
  }

  /** F1 of a type that occurs in the corpus, and thus in each of its results. */
  private static double f1(Comparison.Row row, String type) {
    return Objects.requireNonNull(result(row).perType().get(type)).f1();
  }

  /** Tables with aligned columns, one of all scores and one of F1 by type. */
  public String toText() {
    StringBuilder text = new StringBuilder(heading()).append('\n');
    dropped().forEach(line -> text.append(line).append('\n'));
    for (TextTable table : tables()) {
      text.append('\n').append(table.toText());
    }
    return text.toString();
  }

  /** The same tables in Markdown, with {@code |} between the columns. */
  public String toMarkdown() {
    StringBuilder text = new StringBuilder(heading()).append('\n');
    dropped().forEach(line -> text.append('\n').append(line).append('\n'));
    for (TextTable table : tables()) {
      text.append('\n').append(table.toMarkdown());
    }
    return text.toString();
  }

  /**
   * The comparison as JSON, unrounded.
   *
   * <p>Members: {@code rows}, an array of objects with {@code model}, {@code case} and the members
   * of {@link EvaluationReport#toJson}, from the second tagger on {@code f1Difference} and {@code
   * f1DifferenceInterval} to the first; or, for seeds, no differences but {@code mean} and {@code
   * standardDeviation}, each an object from case to an object from column to number.
   */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    JsonArray rows = new JsonArray();
    for (int i = 0; i < comparison.rows().size(); i++) {
      Comparison.Row row = comparison.rows().get(i);
      JsonObject one = new JsonObject();
      one.addProperty("model", row.model());
      one.addProperty("case", row.casing().toString());
      EvaluationReport.toJson(row.evaluation(), row.seen()).asMap().forEach(one::add);
      if (!seeds && !isOfFirstTagger(i)) {
        Comparison.Row first = of(row.casing()).get(0);
        one.addProperty("f1Difference", difference(row, first));
        one.add(
            "f1DifferenceInterval",
            EvaluationReport.interval(result(row).f1DifferenceInterval(result(first))));
      }
      rows.add(one);
    }
    json.add("rows", rows);
    if (seeds) {
      json.add("mean", statistics(Statistics::mean));
      json.add("standardDeviation", statistics(Statistics::standardDeviation));
    }
    return json;
  }

  private JsonObject statistics(ToDoubleFunction<double[]> statistic) {
    JsonObject json = new JsonObject();
    for (Casing casing : Comparison.CASES) {
      JsonObject columns = new JsonObject();
      for (Column column : scores) {
        columns.addProperty(column.name(), statistic.applyAsDouble(values(column, casing)));
      }
      JsonObject perType = new JsonObject();
      for (Column column : types) {
        perType.addProperty(column.name(), statistic.applyAsDouble(values(column, casing)));
      }
      columns.add("perType", perType);
      json.add(casing.toString(), columns);
    }
    return json;
  }

  private String heading() {
    SeenScores seen = comparison.rows().get(0).seen();
    return String.format(
        Locale.ROOT,
        "%s: %d sentences, %d tokens, %d spans%s",
        comparison.corpus().name(),
        comparison.corpus().sentences().size(),
        comparison.corpus().tokenCount(),
        comparison.corpus().spanCount(),
        seen == null ? "" : ", " + seen.seen().support() + " of them seen in training");
  }

  /** A line for each tagger of which types were left out. */
  private List<String> dropped() {
    return of(Casing.KEEP).stream()
        .filter(row -> !row.evaluation().droppedTypes().isEmpty())
        .map(row -> row.model() + ": " + EvaluationReport.dropped(row.evaluation().droppedTypes()))
        .toList();
  }

  private List<TextTable> tables() {
    List<TextTable> tables = new ArrayList<>();
    tables.add(table(scores, true));
    if (!types.isEmpty()) {
      tables.add(table(types, false));
    }
    if (!seeds && of(Casing.KEEP).size() > 1) {
      tables.add(differences());
    }
    return tables;
  }

  private TextTable table(List<Column> columns, boolean interval) {
    List<String> header = new ArrayList<>(List.of(interval ? "model" : "f1 by type", "case"));
    columns.forEach(column -> header.add(column.name()));
    if (interval) {
      header.add("95 %");
    }
    TextTable table = new TextTable(header);
    for (Comparison.Row row : comparison.rows()) {
      List<String> cells = new ArrayList<>(List.of(row.model(), row.casing().toString()));
      columns.forEach(column -> cells.add(column.format(column.value().applyAsDouble(row))));
      if (interval) {
        cells.add(interval(result(row).f1Interval()));
      }
      table.add(cells);
    }
    if (seeds) {
      Map<String, ToDoubleFunction<double[]>> lines = new LinkedHashMap<>();
      lines.put("mean of " + of(Casing.KEEP).size(), Statistics::mean);
      lines.put("standard deviation", Statistics::standardDeviation);
      lines.forEach(
          (name, statistic) -> {
            for (Casing casing : Comparison.CASES) {
              List<String> cells = new ArrayList<>(List.of(name, casing.toString()));
              for (Column column : columns) {
                cells.add(column.format(statistic.applyAsDouble(values(column, casing))));
              }
              if (interval) {
                cells.add("");
              }
              table.add(cells);
            }
          });
    }
    return table;
  }

  private TextTable differences() {
    String first = comparison.rows().get(0).model();
    TextTable table = new TextTable(List.of("against " + first, "case", "f1", "95 %"));
    for (int i = 0; i < comparison.rows().size(); i++) {
      if (!isOfFirstTagger(i)) {
        Comparison.Row row = comparison.rows().get(i);
        Comparison.Row base = of(row.casing()).get(0);
        table.add(
            List.of(
                row.model(),
                row.casing().toString(),
                String.format(Locale.ROOT, "%+.4f", difference(row, base)),
                interval(result(row).f1DifferenceInterval(result(base)))));
      }
    }
    return table;
  }

  /** Each tagger has a row for each case, those of the first come first. */
  private static boolean isOfFirstTagger(int row) {
    return row < Comparison.CASES.size();
  }

  private List<Comparison.Row> of(Casing casing) {
    return comparison.rows().stream().filter(row -> row.casing() == casing).toList();
  }

  private double[] values(Column column, Casing casing) {
    return of(casing).stream().mapToDouble(column.value()).toArray();
  }

  private static double difference(Comparison.Row row, Comparison.Row base) {
    return result(row).overall().f1() - result(base).overall().f1();
  }

  private static EvaluationResult result(Comparison.Row row) {
    return row.evaluation().result();
  }

  private static String interval(Interval interval) {
    return String.format(Locale.ROOT, "[%.4f, %.4f]", interval.low(), interval.high());
  }
}
