package org.namespan.trainer.evaluation;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.namespan.model.text.ControlCharacters;

/** Writes an {@link EvaluationResult} for a reader or for a program, the same in every locale. */
public final class EvaluationReport {

  private EvaluationReport() {}

  /**
   * All that was computed: {@link #toText(EvaluationResult, Double, SeenScores)}, below a line that
   * names the types that were left out, if any, and above its other parts, a blank line between
   * them.
   */
  public static String toText(EvaluatedCorpus evaluated) {
    StringBuilder text =
        new StringBuilder(
            withDropped(
                evaluated.droppedTypes(),
                toText(evaluated.result(), evaluated.tokensPerSecond(), evaluated.seen())));
    if (evaluated.detail() != null) {
      text.append('\n').append(DetailReport.toText(evaluated.detail()));
    }
    if (evaluated.scores() != null) {
      text.append('\n').append(evaluated.scores().toText());
    }
    if (evaluated.target() != null) {
      text.append('\n').append(evaluated.target().toText());
    }
    return text.toString();
  }

  /**
   * The same as JSON: {@link #toJson(EvaluationResult, Double, SeenScores)} with {@code
   * droppedTypes}, an array of the types that were left out, and the parts {@code detail}, {@code
   * scores} and {@code minPrecision}, those that were computed.
   */
  public static JsonObject toJson(EvaluatedCorpus evaluated) {
    JsonObject json = toJson(evaluated.result(), evaluated.tokensPerSecond(), evaluated.seen());
    addDropped(json, evaluated.droppedTypes());
    if (evaluated.detail() != null) {
      json.add("detail", DetailReport.toJson(evaluated.detail()));
    }
    if (evaluated.scores() != null) {
      json.add("scores", evaluated.scores().toJson());
    }
    if (evaluated.target() != null) {
      json.add("minPrecision", evaluated.target().toJson());
    }
    return json;
  }

  private static String withDropped(SortedSet<String> types, String text) {
    return types.isEmpty() ? text : dropped(types) + "\n" + text;
  }

  /**
   * {@link #toJson(EvaluationResult, Double, SeenScores)} of a model, with the member {@code
   * droppedTypes}, an array of the types that were left out.
   */
  public static JsonObject toJson(ModelEvaluation evaluation, @Nullable SeenScores seen) {
    JsonObject json = toJson(evaluation.result(), evaluation.tokensPerSecond(), seen);
    addDropped(json, evaluation.droppedTypes());
    return json;
  }

  private static void addDropped(JsonObject json, SortedSet<String> dropped) {
    JsonArray types = new JsonArray();
    dropped.forEach(types::add);
    json.add("droppedTypes", types);
  }

  /** {@link #toText(EvaluationResult, Double, SeenScores)} without scores of seen entities. */
  public static String toText(EvaluationResult result, @Nullable Double tokensPerSecond) {
    return toText(result, tokensPerSecond, null);
  }

  /**
   * A table with a line for each type, the averages below it, the 95 % interval of the micro F1,
   * and the confusion of the types that are confused with another or at their boundaries.
   *
   * <pre>
   * 2 sentences, 10 tokens, 2 spans
   *
   *                precision    recall        f1   support
   * MISC              0.0000    0.0000    0.0000         1
   * PER               1.0000    1.0000    1.0000         1
   *
   * micro avg         0.5000    0.5000    0.5000         2
   * macro avg         0.5000    0.5000    0.5000         2
   * strict            0.5000    0.5000    0.5000         2
   * seen              1.0000    1.0000    1.0000         1
   * unseen            0.0000    0.0000    0.0000         1
   *
   * f1 interval      [0.0000, 1.0000]
   * token accuracy    0.8000
   * tokens/s           12346
   *
   * confusion: gold in rows, predicted in columns
   *                   MISC  (boundary)  (missed)
   * MISC                 0           1         0
   * (boundary)           1
   * (spurious)           0
   * </pre>
   *
   * @param tokensPerSecond the measured speed, or null where none was measured
   * @param seen scores of seen and unseen entities, or null to leave their lines out
   * @return lines that each end in {@code \n}
   * @throws IllegalArgumentException if {@code tokensPerSecond} is negative or not finite
   */
  public static String toText(
      EvaluationResult result, @Nullable Double tokensPerSecond, @Nullable SeenScores seen) {
    checkSpeed(tokensPerSecond);
    return new TextReport(result).write(tokensPerSecond, seen);
  }

  /** {@link #toJson(EvaluationResult, Double, SeenScores)} without scores of seen entities. */
  public static JsonObject toJson(EvaluationResult result, @Nullable Double tokensPerSecond) {
    return toJson(result, tokensPerSecond, null);
  }

  /**
   * The result as JSON, unrounded.
   *
   * <p>Members: {@code sentences}, {@code tokens}, {@code unscored}, {@code tokenAccuracy}; {@code
   * precision}, {@code recall}, {@code f1}, {@code support} of all spans, {@code conlleval}-style;
   * {@code f1Interval}, an array of both ends at 95 %; {@code macroF1}; {@code perType}, an object
   * from type to the same four; {@code strict}, the four and its own {@code perType}; {@code
   * confusion}, an object from row to an object from column to count; {@code tokensPerSecond} where
   * it was measured; {@code seen} and {@code unseen}, the four of each, where they were counted.
   *
   * @param tokensPerSecond the measured speed, or null where none was measured
   * @param seen scores of seen and unseen entities, or null to leave them out
   * @throws IllegalArgumentException if {@code tokensPerSecond} is negative or not finite
   */
  public static JsonObject toJson(
      EvaluationResult result, @Nullable Double tokensPerSecond, @Nullable SeenScores seen) {
    checkSpeed(tokensPerSecond);
    JsonObject json = new JsonObject();
    json.addProperty("sentences", result.sentences());
    json.addProperty("tokens", result.tokens());
    json.addProperty("unscored", result.unscored());
    json.addProperty("tokenAccuracy", result.tokenAccuracy());
    addScores(json, result.overall());
    json.add("f1Interval", interval(result.f1Interval()));
    json.addProperty("macroF1", result.macroF1());
    json.add("perType", perType(result.perType()));
    JsonObject strict = new JsonObject();
    addScores(strict, result.strict());
    strict.add("perType", perType(result.strictPerType()));
    json.add("strict", strict);
    JsonObject confusion = new JsonObject();
    result
        .confusion()
        .rows()
        .forEach(
            (gold, row) -> {
              JsonObject cells = new JsonObject();
              row.forEach(cells::addProperty);
              confusion.add(gold, cells);
            });
    json.add("confusion", confusion);
    if (tokensPerSecond != null) {
      json.addProperty("tokensPerSecond", tokensPerSecond);
    }
    if (seen != null) {
      json.add("seen", scores(seen.seen()));
      json.add("unseen", scores(seen.unseen()));
    }
    return json;
  }

  static String dropped(SortedSet<String> types) {
    return "left out, for the corpus is not annotated with them: "
        + ControlCharacters.escape(String.join(" ", types));
  }

  static JsonArray interval(Interval interval) {
    JsonArray ends = new JsonArray();
    ends.add(interval.low());
    ends.add(interval.high());
    return ends;
  }

  private static JsonObject perType(Map<String, Scores> scores) {
    JsonObject json = new JsonObject();
    scores.forEach((type, score) -> json.add(type, scores(score)));
    return json;
  }

  private static JsonObject scores(Scores scores) {
    JsonObject json = new JsonObject();
    addScores(json, scores);
    return json;
  }

  static void addScores(JsonObject json, Scores scores) {
    json.addProperty("precision", scores.precision());
    json.addProperty("recall", scores.recall());
    json.addProperty("f1", scores.f1());
    json.addProperty("support", scores.support());
  }

  private static void checkSpeed(@Nullable Double tokensPerSecond) {
    if (tokensPerSecond != null && !(Double.isFinite(tokensPerSecond) && tokensPerSecond >= 0)) {
      throw new IllegalArgumentException(
          "found " + tokensPerSecond + " tokens/s: expected a finite number from 0 on, or null");
    }
  }
}
