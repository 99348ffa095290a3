package org.namespan.trainer.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.namespan.trainer.evaluation.EvaluatedCorpus;
import org.namespan.trainer.evaluation.EvaluationReport;
import org.namespan.trainer.evaluation.Interval;
import org.namespan.trainer.evaluation.Scores;

/**
 * The page of {@code namespan evaluate --report}: scores, charts, and errors in their sentences.
 */
public final class EvaluationPage {

  /** Types with a bar and an interval; the others stand in the table alone. */
  private static final int CHARTED_TYPES = 30;

  /** Kinds of error with their commonest words. */
  private static final int CONFUSIONS = 100;

  private EvaluationPage() {}

  /**
   * Writes the page of one evaluation. A file of that name is replaced once everything is written.
   *
   * @param model what made the predictions
   * @throws IOException if the file cannot be written
   */
  public static void write(EvaluatedCorpus evaluated, String model, Path file) throws IOException {
    page(evaluated, model).write(file);
  }

  static HtmlPage page(EvaluatedCorpus evaluated, String model) {
    return new HtmlPage(
        "evaluation", "Evaluation on " + evaluated.corpus(), toJson(evaluated, model));
  }

  /**
   * The JSON of {@link EvaluationReport#toJson(EvaluatedCorpus)} and: {@code model}; {@code
   * corpus}; {@code charted}, an array of the types with most gold spans, each with {@code type}
   * and {@code f1Interval}; {@code errors}, the worst of them as {@link Excerpt#toJson} has each;
   * {@code errorCounts}, of all errors, an object from kind to count.
   */
  private static JsonObject toJson(EvaluatedCorpus evaluated, String model) {
    JsonObject json = EvaluationReport.toJson(evaluated);
    json.addProperty("model", model);
    json.addProperty("corpus", evaluated.corpus());
    JsonObject detail = json.getAsJsonObject("detail");
    if (detail != null) {
      JsonArray confusions = detail.getAsJsonArray("confusions");
      while (confusions.size() > CONFUSIONS) {
        confusions.remove(confusions.size() - 1);
      }
    }
    json.add("charted", charted(evaluated));
    WorstErrors errors = WorstErrors.of(evaluated.errors());
    json.add("errors", Excerpt.toJson(errors.shown()));
    JsonObject counts = new JsonObject();
    errors.counts().forEach((kind, count) -> counts.addProperty(kind.toString(), count));
    json.add("errorCounts", counts);
    return json;
  }

  private static JsonArray charted(EvaluatedCorpus evaluated) {
    List<String> types =
        evaluated.result().perType().entrySet().stream()
            .sorted(
                Map.Entry.comparingByValue(Comparator.comparingLong(Scores::support).reversed()))
            .limit(CHARTED_TYPES)
            .map(Map.Entry::getKey)
            .toList();
    JsonArray charted = new JsonArray();
    for (String type : types) {
      Interval interval = evaluated.f1Interval(type);
      JsonArray ends = new JsonArray();
      ends.add(interval.low());
      ends.add(interval.high());
      JsonObject one = new JsonObject();
      one.addProperty("type", type);
      one.add("f1Interval", ends);
      charted.add(one);
    }
    return charted;
  }
}
