package org.namespan.trainer.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.corpus.LabelledText;
import org.namespan.trainer.classifier.evaluation.ClassError;
import org.namespan.trainer.classifier.evaluation.ClassEvaluation;
import org.namespan.trainer.classifier.evaluation.ClassEvaluationResult;
import org.namespan.trainer.classifier.evaluation.ClassReport;
import org.namespan.trainer.classifier.evaluation.ClassScore;
import org.namespan.trainer.classifier.evaluation.RankingArea;
import org.namespan.trainer.classifier.evaluation.RankingCurve;
import org.namespan.trainer.evaluation.Interval;
import org.namespan.trainer.evaluation.Scores;

/**
 * The page of {@code namespan classifier evaluate --report}: scores, charts, and the texts that
 * were given other classes than they have.
 */
public final class ClassificationPage {

  /** Classes with a bar and an interval; the others stand in the table alone. */
  private static final int CHARTED_CLASSES = 30;

  /** Classes with curves of their own: those of 300 are some 200 kB. */
  private static final int CURVES = 300;

  /** Cells of the confusion matrix beside its diagonal. */
  private static final int CONFUSIONS = 5000;

  /** Chars of a text that are shown. */
  private static final int LONGEST = 600;

  private ClassificationPage() {}

  /**
   * Writes the page of one evaluation. A file of that name is replaced once everything is written.
   *
   * @param corpus the texts that were evaluated, in their order
   * @param model what classified them
   * @throws IOException if the file cannot be written
   */
  public static void write(
      ClassEvaluation evaluation,
      LabelledCorpus corpus,
      String model,
      double textsPerSecond,
      Path file)
      throws IOException {
    page(evaluation, corpus, model, textsPerSecond).write(file);
  }

  static HtmlPage page(
      ClassEvaluation evaluation, LabelledCorpus corpus, String model, double textsPerSecond) {
    return new HtmlPage(
        "classification",
        "Evaluation on " + corpus.name(),
        toJson(evaluation, corpus, model, textsPerSecond));
  }

  /**
   * The JSON of {@link ClassReport#toJson} and: {@code model}; {@code corpus}; {@code several},
   * whether texts may have several classes; {@code charted}, an array of the classes of lowest F1,
   * each with {@code name} and {@code f1Interval}; {@code curves}, an array of those of all classes
   * together and of each, with {@code name} where it is one, {@code rocArea} and {@code prArea}
   * where they are defined, and points {@code roc} and {@code pr}; {@code errors}, the surest of
   * them, each with {@code line} where there is one, {@code text}, {@code cutEnd}, true where it
   * goes on, {@code gold}, {@code predicted} and {@code certainty}; {@code errorCount}, of all.
   */
  private static JsonObject toJson(
      ClassEvaluation evaluation, LabelledCorpus corpus, String model, double textsPerSecond) {
    ClassEvaluationResult result = evaluation.result();
    JsonObject json = ClassReport.toJson(result, textsPerSecond);
    json.addProperty("model", model);
    json.addProperty("corpus", corpus.name());
    json.addProperty("several", evaluation.hasSeveralClasses());
    JsonArray confusions = json.getAsJsonArray("confusions");
    while (confusions.size() > CONFUSIONS) {
      confusions.remove(confusions.size() - 1);
    }
    json.add("charted", charted(evaluation, result));
    json.add("curves", curves(evaluation));
    List<ClassError> errors = evaluation.errors();
    JsonArray shown = new JsonArray();
    errors.stream()
        .limit(WorstErrors.MOST)
        .forEach(error -> shown.add(toJson(error, corpus.texts().get(error.text()))));
    json.add("errors", shown);
    json.addProperty("errorCount", errors.size());
    return json;
  }

  private static JsonArray charted(ClassEvaluation evaluation, ClassEvaluationResult result) {
    List<String> classes = evaluation.classes();
    List<Scores> counts = result.byClass().values().stream().map(ClassScore::counts).toList();
    JsonArray charted = new JsonArray();
    IntStream.range(0, classes.size())
        .boxed()
        .filter(c -> counts.get(c).support() > 0)
        .sorted(Comparator.comparingDouble(c -> counts.get(c).f1()))
        .limit(CHARTED_CLASSES)
        .forEach(
            c -> {
              Interval interval = evaluation.f1Interval(c);
              JsonArray ends = new JsonArray();
              ends.add(interval.low());
              ends.add(interval.high());
              JsonObject one = new JsonObject();
              one.addProperty("name", classes.get(c));
              one.add("f1Interval", ends);
              charted.add(one);
            });
    return charted;
  }

  private static JsonArray curves(ClassEvaluation evaluation) {
    JsonArray curves = new JsonArray();
    RankingCurve all = evaluation.curve();
    if (all.positives() > 0) {
      curves.add(toJson(all));
    }
    int shown = Math.min(CURVES, evaluation.classes().size());
    for (int c = 0; c < shown; c++) {
      RankingCurve curve = evaluation.curve(c);
      if (curve.positives() > 0) {
        JsonObject one = toJson(curve);
        one.addProperty("name", evaluation.classes().get(c));
        curves.add(one);
      }
    }
    return curves;
  }

  private static JsonObject toJson(RankingCurve curve) {
    JsonObject json = new JsonObject();
    RankingArea area = curve.area();
    CurvePoints roc = new CurvePoints();
    CurvePoints precisionRecall = new CurvePoints();
    roc.add(0, 0);
    for (RankingCurve.Point point : curve.points()) {
      double recall = (double) point.truePositives() / curve.positives();
      precisionRecall.add(recall, point.precision());
      if (curve.negatives() > 0) {
        roc.add((double) point.falsePositives() / curve.negatives(), recall);
      }
    }
    if (curve.negatives() > 0) {
      json.addProperty("rocArea", area.roc());
      json.add("roc", roc.toJson());
    }
    json.addProperty("prArea", area.precisionRecall());
    json.add("pr", precisionRecall.toJson());
    return json;
  }

  private static JsonObject toJson(ClassError error, LabelledText text) {
    JsonObject json = new JsonObject();
    if (text.line() > 0) {
      json.addProperty("line", text.line());
    }
    int end = Excerpt.boundary(text.text(), LONGEST);
    json.addProperty("text", text.text().substring(0, end));
    if (end < text.text().length()) {
      json.addProperty("cutEnd", true);
    }
    json.add("gold", names(error.gold()));
    json.add("predicted", names(error.predicted()));
    json.addProperty("certainty", error.certainty());
    return json;
  }

  private static JsonArray names(List<String> classes) {
    JsonArray names = new JsonArray();
    classes.forEach(names::add);
    return names;
  }
}
