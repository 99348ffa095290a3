package org.namespan.trainer.classifier.evaluation;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import org.namespan.trainer.evaluation.CalibrationError;
import org.namespan.trainer.evaluation.Scores;
import org.namespan.trainer.io.TextTable;

/** The evaluation of a classifier written for a reader or a program, the same in every locale. */
public final class ClassReport {

  private static final int CONFUSIONS_SHOWN = 20;

  private ClassReport() {}

  /**
   * Tables of the classes and their means, of the commonest confusions, and lines of the rest.
   *
   * @return lines that each end in {@code \n}
   */
  public static String toText(ClassEvaluationResult result, double textsPerSecond) {
    TextTable table =
        new TextTable(
            1, List.of("", "precision", "recall", "f1", "roc area", "pr area", "support"));
    result.byClass().forEach((name, score) -> table.add(row(name, score.counts(), score.area())));
    Scores micro = result.micro();
    table.add(
        List.of(
            "micro avg",
            share(micro.precision()),
            share(micro.recall()),
            share(micro.f1()),
            "",
            "",
            Long.toString(micro.support())));
    table.add(
        List.of(
            "macro avg",
            share(result.macroPrecision()),
            share(result.macroRecall()),
            share(result.macroF1()),
            share(result.macroRoc()),
            share(result.macroPrecisionRecall()),
            Long.toString(micro.support())));
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%,d texts%n%n", result.texts()));
    text.append(table.toText()).append('\n');
    text.append(
        String.format(
            Locale.ROOT,
            "accuracy %.4f, interval [%.4f, %.4f]%nexpected calibration error %.4f%n%.0f texts/s%n",
            result.accuracy(),
            result.accuracyInterval().low(),
            result.accuracyInterval().high(),
            result.calibration().expected(),
            textsPerSecond));
    if (!result.confusions().isEmpty()) {
      TextTable confusions = new TextTable(2, List.of("gold", "predicted", "texts"));
      result.confusions().stream()
          .limit(CONFUSIONS_SHOWN)
          .forEach(
              cell ->
                  confusions.add(
                      List.of(cell.gold(), cell.predicted(), Integer.toString(cell.count()))));
      text.append('\n').append(confusions.toText());
    }
    return text.toString();
  }

  private static List<String> row(String name, Scores counts, RankingArea area) {
    return List.of(
        name,
        share(counts.precision()),
        share(counts.recall()),
        share(counts.f1()),
        share(area.roc()),
        share(area.precisionRecall()),
        Long.toString(counts.support()));
  }

  /** Four digits; {@code -} for what is not defined. */
  private static String share(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.4f", share);
  }

  /**
   * The same as JSON, unrounded, with all confusions. What is not defined is missing.
   *
   * <p>Members: {@code texts}, {@code accuracy}, {@code accuracyInterval} (an array of two), {@code
   * micro} and {@code macro} with {@code precision}, {@code recall} and {@code f1}, {@code classes}
   * (an object of these by name, with {@code rocArea}, {@code prArea} and {@code support}), {@code
   * confusions}, {@code expectedCalibrationError}, {@code bins} and {@code textsPerSecond}.
   */
  public static JsonObject toJson(ClassEvaluationResult result, double textsPerSecond) {
    JsonObject json = new JsonObject();
    json.addProperty("texts", result.texts());
    json.addProperty("accuracy", result.accuracy());
    JsonArray interval = new JsonArray();
    interval.add(result.accuracyInterval().low());
    interval.add(result.accuracyInterval().high());
    json.add("accuracyInterval", interval);
    json.add(
        "micro", scores(result.micro().precision(), result.micro().recall(), result.micro().f1()));
    JsonObject macro = scores(result.macroPrecision(), result.macroRecall(), result.macroF1());
    addDefined(macro, "rocArea", result.macroRoc());
    addDefined(macro, "prArea", result.macroPrecisionRecall());
    json.add("macro", macro);
    JsonObject classes = new JsonObject();
    result
        .byClass()
        .forEach(
            (name, score) -> {
              Scores counts = score.counts();
              JsonObject one = scores(counts.precision(), counts.recall(), counts.f1());
              addDefined(one, "rocArea", score.area().roc());
              addDefined(one, "prArea", score.area().precisionRecall());
              one.addProperty("support", counts.support());
              classes.add(name, one);
            });
    json.add("classes", classes);
    JsonArray confusions = new JsonArray();
    for (ConfusedClasses cell : result.confusions()) {
      JsonObject one = new JsonObject();
      one.addProperty("gold", cell.gold());
      one.addProperty("predicted", cell.predicted());
      one.addProperty("texts", cell.count());
      confusions.add(one);
    }
    json.add("confusions", confusions);
    json.addProperty("expectedCalibrationError", result.calibration().expected());
    json.add("bins", bins(result.calibration()));
    json.addProperty("textsPerSecond", textsPerSecond);
    return json;
  }

  private static JsonObject scores(double precision, double recall, double f1) {
    JsonObject json = new JsonObject();
    json.addProperty("precision", precision);
    json.addProperty("recall", recall);
    json.addProperty("f1", f1);
    return json;
  }

  private static void addDefined(JsonObject json, String name, double value) {
    if (!Double.isNaN(value)) {
      json.addProperty(name, value);
    }
  }

  private static JsonArray bins(CalibrationError calibration) {
    JsonArray bins = new JsonArray();
    for (CalibrationError.Bin bin : calibration.bins()) {
      JsonObject one = new JsonObject();
      one.addProperty("meanScore", bin.meanScore());
      one.addProperty("accuracy", bin.precision());
      one.addProperty("count", bin.count());
      bins.add(one);
    }
    return bins;
  }
}
