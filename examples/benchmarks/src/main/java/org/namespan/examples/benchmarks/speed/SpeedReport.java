package org.namespan.examples.benchmarks.speed;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.namespan.examples.benchmarks.TrainingTimes;
import org.namespan.examples.benchmarks.speed.Measured.Kind;

/**
 * Writes results as Markdown, the same in every locale.
 *
 * @param results what was measured of models
 * @param training what was measured of training
 * @param settings how long it was measured
 * @param corpus name of the corpus file
 * @param sentences sentences of the corpus
 * @param tokens tokens of the corpus
 * @param machine where it was measured
 * @param command the command that was given
 */
record SpeedReport(
    SpeedResults results,
    TrainingTimes training,
    SpeedSettings settings,
    String corpus,
    int sentences,
    int tokens,
    Machine machine,
    String command) {

  private static final List<Figure> THROUGHPUT =
      List.of(
          Figure.RAW_BATCHES,
          Figure.RAW_SINGLE,
          Figure.TOKEN_BATCHES,
          Figure.TOKEN_SINGLE,
          Figure.RAW_BATCHES_OF_TWO,
          Figure.TOKEN_BATCHES_OF_TWO);
  private static final List<Figure> FILE = List.of(Figure.SPAN_F1, Figure.FILE);
  private static final List<Figure> COST =
      List.of(
          Figure.RAW_P50,
          Figure.RAW_P99,
          Figure.TOKEN_P50,
          Figure.TOKEN_P99,
          Figure.LOAD,
          Figure.STREAM_LOAD,
          Figure.BUNDLED_LOAD,
          Figure.PEAK_MEMORY,
          Figure.RAW_ALLOCATION,
          Figure.TOKEN_ALLOCATION,
          Figure.OWN_TOKENS);
  private static final String MISSING = "–";

  /** The whole file, with links to the plots beside it. */
  String toMarkdown() {
    StringBuilder text = new StringBuilder("# Speed\n\n");
    if (settings.equals(SpeedSettings.QUICK)) {
      text.append("**A quick run, for trying out: its figures of speed mean nothing.**\n\n");
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %,d sentences, %,d tokens. One thread unless said. Tokens are those of the corpus"
                + " in every row; what is ready for the bare session are tensors. Each figure of"
                + " speed is the median of %d, each the fastest second of its own JVM",
            corpus,
            sentences,
            tokens,
            settings.rounds()));
    if (settings.rounds() > 1) {
      text.append(
          String.format(
              Locale.ROOT,
              "; the tokens per second of one row and column lie up to %.0f %% of it apart",
              100 * results.largestSpread(THROUGHPUT)));
    }
    text.append(". `examples/benchmarks/README.md` tells what is measured, and how.\n\n");
    text.append("![Tokens per second](").append(SpeedPlots.THROUGHPUT).append(")\n");
    text.append("![Span F1 by tokens per second](").append(SpeedPlots.F1).append(")\n\n");
    text.append("## Tokens per second\n\n");
    addTable(text, Stream.concat(FILE.stream(), THROUGHPUT.stream()).toList());
    text.append("\n## One sentence, loading, memory\n\n");
    addTable(text, COST);
    text.append("\n## Ratios\n\n");
    addRatios(text);
    text.append("\n## Training\n\n").append(training.toMarkdown());
    text.append("\n## Machine\n\n");
    addMachine(text);
    return text.toString();
  }

  /** The rows that have any of the figures. */
  private void addTable(StringBuilder text, List<Figure> figures) {
    row(text, "", figures.stream().map(Figure::title).toList());
    rule(text, figures.size());
    for (Measured row : results.rows()) {
      List<String> cells =
          figures.stream()
              .map(figure -> cell(results.median(row, figure), figure::format))
              .toList();
      if (cells.stream().anyMatch(cell -> !cell.equals(MISSING))) {
        row(text, row.label(), cells);
      }
    }
  }

  private void addRatios(StringBuilder text) {
    List<String> models =
        results.rows().stream()
            .filter(row -> row.kind() == Kind.NAMESPAN)
            .map(Measured::name)
            .toList();
    row(text, "", models);
    rule(text, models.size());
    for (Ratio ratio : Ratio.ALL) {
      addRatio(text, ratio.title(), models, model -> ratio.of(results, model));
    }
    if (models.size() > 1) {
      String last = models.get(models.size() - 1);
      for (Ratio ratio : Ratio.OF_MODELS) {
        String title = ratio.title() + " / " + last;
        addRatio(text, title, models, model -> ratio.of(results, model, last));
      }
    }
  }

  private static void addRatio(
      StringBuilder text,
      String title,
      List<String> models,
      Function<String, OptionalDouble> ratio) {
    List<String> cells =
        models.stream()
            .map(
                model ->
                    cell(ratio.apply(model), value -> String.format(Locale.ROOT, "%.2f", value)))
            .toList();
    row(text, title, cells);
  }

  private void addMachine(StringBuilder text) {
    String load =
        machine.load() < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", machine.load());
    Stream.of(
            machine.processor() + ", " + machine.cores() + " cores",
            machine.system(),
            machine.java(),
            machine.libraries(),
            machine.date() + ", load average before the run " + load)
        .forEach(line -> text.append("- ").append(line).append('\n'));
    text.append("\n```\n").append(command).append("\n```\n");
  }

  private static String cell(OptionalDouble value, DoubleFunction<String> format) {
    return value.isPresent() ? format.apply(value.getAsDouble()) : MISSING;
  }

  private static void row(StringBuilder text, String head, List<String> cells) {
    text.append(
        Stream.concat(Stream.of(head), cells.stream())
            .map(cell -> cell.replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private static void rule(StringBuilder text, int columns) {
    text.append("|---|").append("---:|".repeat(columns)).append('\n');
  }
}
