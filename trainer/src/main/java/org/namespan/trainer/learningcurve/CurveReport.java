package org.namespan.trainer.learningcurve;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import org.namespan.trainer.evaluation.Interval;
import org.namespan.trainer.io.TextTable;

/** Writes a {@link LearningCurve} for a reader or for a program, the same in every locale. */
public final class CurveReport {

  private static final int BAR_WIDTH = 40;

  private final LearningCurve curve;
  private final List<PowerLaw.Prediction> predictions;

  /** The report of a curve. */
  public CurveReport(LearningCurve curve) {
    this.curve = curve;
    this.predictions = curve.predictions();
  }

  /**
   * A table with a line for each part of the sentences, a chart of F1 and what more sentences may
   * give.
   *
   * <pre>
   * share  sentences  tokens  entities      f1              95 %   change     LOC     PER
   * 50 %          50     700        60  0.4000  [0.3512, 0.4501]           0.3000  0.5000
   * 100 %        100    1400       120  0.5000  [0.4498, 0.5488]  +0.1000  0.4000  0.6000
   *
   * sentences  f1
   * 50         ################                          0.4000
   * 100        ####################                      0.5000
   *
   * the last step, from 50 % to 100 % of the sentences, changed F1 by +0.1000
   * what more sentences give: found 2 sizes, too few points to predict it; 4 are needed
   * </pre>
   *
   * @return lines that each end in {@code \n}
   */
  public String toText() {
    return table().toText() + "\n" + chart() + "\n" + outlook();
  }

  private TextTable table() {
    boolean seeds = curve.last().deviation().isPresent();
    SortedSet<String> types = curve.types();
    List<String> header = new ArrayList<>(List.of("share", "sentences", "tokens", "entities"));
    header.add("f1");
    if (seeds) {
      header.add("deviation");
    }
    header.addAll(List.of("95 %", "change"));
    header.addAll(types);
    TextTable table = new TextTable(1, header);
    LearningCurve.Step before = null;
    for (LearningCurve.Step step : curve.steps()) {
      List<String> cells = new ArrayList<>();
      cells.add(step.percent() + " %");
      cells.add(Integer.toString(step.sentences()));
      cells.add(String.format(Locale.ROOT, "%.0f", step.mean(CurvePoint::tokens)));
      cells.add(String.format(Locale.ROOT, "%.0f", step.mean(CurvePoint::entities)));
      cells.add(score(step.f1()));
      step.deviation().ifPresent(deviation -> cells.add(score(deviation)));
      cells.add(interval(step.interval()));
      cells.add(before == null ? "" : change(step.f1() - before.f1()));
      types.forEach(type -> cells.add(score(step.f1(type))));
      table.add(cells);
      before = step;
    }
    return table;
  }

  private String chart() {
    TextTable chart = new TextTable(2, List.of("sentences", "f1", ""));
    for (LearningCurve.Step step : curve.steps()) {
      chart.add(List.of(Integer.toString(step.sentences()), bar(step.f1()), score(step.f1())));
    }
    for (PowerLaw.Prediction prediction : predictions) {
      chart.add(
          List.of(
              Integer.toString(prediction.sentences()),
              bar(prediction.f1()).replace('#', '.'),
              score(prediction.f1())));
    }
    return chart.toText();
  }

  private static String bar(double f1) {
    int length = (int) Math.round(f1 * BAR_WIDTH);
    return "#".repeat(length) + " ".repeat(BAR_WIDTH - length);
  }

  private String outlook() {
    StringBuilder text = new StringBuilder();
    curve
        .lastChange()
        .ifPresent(
            change ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "the last step, from %d %% to %d %% of the sentences, changed F1 by %s%n",
                        curve.steps().get(curve.steps().size() - 2).percent(),
                        curve.last().percent(),
                        change(change))));
    for (PowerLaw.Prediction prediction : predictions) {
      text.append(
          String.format(
              Locale.ROOT,
              "predicted with %d sentences: F1 %.3f, 95 %% [%.3f, %.3f]%n",
              prediction.sentences(),
              prediction.f1(),
              prediction.interval().low(),
              prediction.interval().high()));
    }
    if (predictions.isEmpty()) {
      text.append(
          String.format(
              Locale.ROOT,
              "what more sentences give: found %d sizes, too few points to predict it; %d are"
                  + " needed%n",
              sizes(),
              PowerLaw.MIN_SIZES));
    }
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  private long sizes() {
    return curve.steps().stream().mapToInt(LearningCurve.Step::sentences).distinct().count();
  }

  /**
   * The curve as JSON, unrounded.
   *
   * <p>Members: {@code steps}, an array of objects with {@code percent}, {@code sentences}, {@code
   * tokens}, {@code entities}, {@code f1}, {@code f1Interval}, {@code perType}, an object from type
   * to F1, and {@code seeds}, an array of objects with {@code seed} and {@code f1}; with several
   * seeds all others are means, and {@code standardDeviation} is that of F1; {@code lastChange}
   * with two steps or more; {@code predictions}, an array of objects with {@code sentences}, {@code
   * f1} and {@code f1Interval}, empty if there are too few points for them.
   */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    JsonArray steps = new JsonArray();
    for (LearningCurve.Step step : curve.steps()) {
      JsonObject one = new JsonObject();
      one.addProperty("percent", step.percent());
      one.addProperty("sentences", step.sentences());
      one.addProperty("tokens", step.mean(CurvePoint::tokens));
      one.addProperty("entities", step.mean(CurvePoint::entities));
      one.addProperty("f1", step.f1());
      step.deviation().ifPresent(deviation -> one.addProperty("standardDeviation", deviation));
      one.add("f1Interval", ends(step.interval()));
      JsonObject perType = new JsonObject();
      curve.types().forEach(type -> perType.addProperty(type, step.f1(type)));
      one.add("perType", perType);
      JsonArray seeds = new JsonArray();
      for (CurvePoint point : step.points()) {
        JsonObject seed = new JsonObject();
        seed.addProperty("seed", point.seed());
        seed.addProperty("f1", point.result().overall().f1());
        seeds.add(seed);
      }
      one.add("seeds", seeds);
      steps.add(one);
    }
    json.add("steps", steps);
    curve.lastChange().ifPresent(change -> json.addProperty("lastChange", change));
    JsonArray ahead = new JsonArray();
    for (PowerLaw.Prediction prediction : predictions) {
      JsonObject one = new JsonObject();
      one.addProperty("sentences", prediction.sentences());
      one.addProperty("f1", prediction.f1());
      one.add("f1Interval", ends(prediction.interval()));
      ahead.add(one);
    }
    json.add("predictions", ahead);
    return json;
  }

  private static JsonArray ends(Interval interval) {
    JsonArray ends = new JsonArray();
    ends.add(interval.low());
    ends.add(interval.high());
    return ends;
  }

  private static String score(double score) {
    return String.format(Locale.ROOT, "%.4f", score);
  }

  private static String change(double change) {
    return String.format(Locale.ROOT, "%+.4f", change);
  }

  private static String interval(Interval interval) {
    return "[" + score(interval.low()) + ", " + score(interval.high()) + "]";
  }
}
