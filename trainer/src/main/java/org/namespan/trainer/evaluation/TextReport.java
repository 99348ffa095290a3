package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.namespan.model.text.ControlCharacters;

/** The table of {@link EvaluationReport#toText}: a column of names, then columns of numbers. */
final class TextReport {

  private static final String ACCURACY = "token accuracy";
  private static final int NUMBER_WIDTH = 10;
  private static final int MIN_CELL = 6;

  private final EvaluationResult result;
  private final int nameWidth;
  private final StringBuilder text = new StringBuilder();

  TextReport(EvaluationResult result) {
    this.result = result;
    int longest = ACCURACY.length();
    for (String type : result.perType().keySet()) {
      longest = Math.max(longest, ControlCharacters.escape(type).length());
    }
    this.nameWidth = longest;
  }

  String write(@Nullable Double tokensPerSecond, @Nullable SeenScores seen) {
    Scores overall = result.overall();
    text.append(counted(result.sentences(), "sentence")).append(", ");
    text.append(counted(result.tokens(), "token")).append(", ");
    text.append(counted(overall.support(), "span")).append('\n');
    if (result.unscored() > 0) {
      text.append(counted(result.unscored(), "predicted span"));
      text.append(" not scored: the type is left open there\n");
    }
    text.append('\n');

    line("", "precision", "recall", "f1", "support");
    result.perType().forEach((type, scores) -> scores(ControlCharacters.escape(type), scores));
    if (!result.perType().isEmpty()) {
      text.append('\n');
    }
    scores("micro avg", overall);
    line(
        "macro avg",
        score(result.macroPrecision()),
        score(result.macroRecall()),
        score(result.macroF1()),
        Long.toString(overall.support()));
    scores("strict", result.strict());
    if (seen != null) {
      scores("seen", seen.seen());
      scores("unseen", seen.unseen());
    }
    text.append('\n');
    Interval interval = result.f1Interval();
    name("f1 interval");
    cell("[" + score(interval.low()), NUMBER_WIDTH);
    text.append(", ").append(score(interval.high())).append("]\n");
    line(ACCURACY, score(result.tokenAccuracy()));
    if (tokensPerSecond != null) {
      line("tokens/s", String.format(Locale.ROOT, "%.0f", tokensPerSecond));
    }
    List<String> confused = new ArrayList<>(result.confusion().confusedTypes());
    if (!confused.isEmpty()) {
      text.append('\n');
      confusion(confused);
    }
    return text.toString();
  }

  private void confusion(List<String> types) {
    List<String> columns = new ArrayList<>(types);
    columns.add(Confusion.BOUNDARY);
    columns.add(Confusion.MISSED);
    text.append("confusion: gold in rows, predicted in columns\n");
    name("");
    for (String column : columns) {
      cell(ControlCharacters.escape(column), columnWidth(column));
    }
    text.append('\n');
    for (String type : types) {
      confusionRow(type, columns);
    }
    confusionRow(Confusion.BOUNDARY, types);
    confusionRow(Confusion.SPURIOUS, types);
  }

  private void confusionRow(String row, List<String> columns) {
    name(ControlCharacters.escape(row));
    for (String column : columns) {
      long count = result.confusion().count(row, column);
      cell(Long.toString(count), columnWidth(column));
    }
    text.append('\n');
  }

  private void scores(String name, Scores scores) {
    line(
        name,
        score(scores.precision()),
        score(scores.recall()),
        score(scores.f1()),
        Long.toString(scores.support()));
  }

  private void line(String name, String... numbers) {
    name(name);
    for (String number : numbers) {
      cell(number, NUMBER_WIDTH);
    }
    text.append('\n');
  }

  private void name(String name) {
    text.append(name).append(" ".repeat(nameWidth - name.length()));
  }

  private void cell(String content, int width) {
    text.append(" ".repeat(Math.max(0, width - content.length()))).append(content);
  }

  private static int columnWidth(String column) {
    return Math.max(ControlCharacters.escape(column).length(), MIN_CELL) + 2;
  }

  private static String score(double score) {
    return String.format(Locale.ROOT, "%.4f", score);
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
