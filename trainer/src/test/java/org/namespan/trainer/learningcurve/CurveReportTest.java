package org.namespan.trainer.learningcurve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.evaluation.Evaluation;

class CurveReportTest {

  /** Twenty gold entities, a sentence each, of which so many are found. */
  private static CurvePoint point(int percent, long seed, int sentences, int found) {
    Evaluation evaluation = new Evaluation();
    List<Span> per = List.of(new Span("PER", 0, 1));
    for (int i = 0; i < 20; i++) {
      evaluation.add(new Sentence(List.of("Anna"), per), i < found ? per : List.of());
    }
    return new CurvePoint(
        percent, seed, sentences, 7 * sentences, 2 * sentences, evaluation.result());
  }

  private static double f1(int found) {
    return 2.0 * found / (20 + found);
  }

  @Test
  void oneSeed() {
    LearningCurve curve = LearningCurve.of(List.of(point(100, 1, 100, 12), point(50, 1, 50, 10)));
    assertEquals(f1(12) - f1(10), curve.lastChange().orElseThrow(), 1e-12);
    assertEquals(List.of(), curve.predictions());
    String text = new CurveReport(curve).toText();
    List<String> lines = text.lines().toList();
    assertEquals(
        "share  sentences  tokens  entities      f1              95 %   change     PER",
        lines.get(0));
    assertTrue(
        lines.get(1).matches("50 % +50 +350 +100  0.6667  \\[0.\\d{4}, 0.\\d{4}]  +0.6667"), text);
    assertTrue(
        lines.get(2).matches("100 % +100 +700 +200  0.7500  \\[.*]  \\+0.0833  0.7500"), text);
    assertEquals("50         " + "#".repeat(27) + " ".repeat(13) + "  0.6667", lines.get(5));
    assertTrue(
        text.endsWith(
            "the last step, from 50 % to 100 % of the sentences, changed F1 by +0.0833\n"
                + "what more sentences give: found 2 sizes, too few points to predict it; 4 are"
                + " needed\n"),
        text);
  }

  @Test
  void seedsAreAveraged() {
    LearningCurve curve = LearningCurve.of(List.of(point(100, 1, 100, 12), point(100, 2, 100, 10)));
    LearningCurve.Step step = curve.last();
    double mean = (f1(12) + f1(10)) / 2;
    assertEquals(mean, step.f1(), 1e-12);
    assertEquals(mean, step.f1("PER"), 1e-12);
    // Of two values the sample standard deviation is their distance by the root of two.
    assertEquals((f1(12) - f1(10)) / Math.sqrt(2), step.deviation().orElseThrow(), 1e-12);
    assertTrue(step.interval().contains(2.0 * 22 / (40 + 22)));
    assertTrue(curve.lastChange().isEmpty());
    String json = new CurveReport(curve).toJson().toString();
    assertTrue(json.contains("\"standardDeviation\":"), json);
    assertTrue(json.contains("\"predictions\":[]"), json);
  }

  @Test
  void fourSizesGivePredictions() {
    List<CurvePoint> points = new ArrayList<>();
    int[] found = {8, 12, 14, 15};
    for (int i = 0; i < found.length; i++) {
      points.add(point(25 * (i + 1), 1, 25 * (i + 1), found[i]));
    }
    LearningCurve curve = LearningCurve.of(points);
    assertEquals(
        List.of(150, 200),
        curve.predictions().stream().map(PowerLaw.Prediction::sentences).toList());
    String text = new CurveReport(curve).toText();
    assertTrue(text.contains("predicted with 150 sentences: F1 0.8"), text);
    assertTrue(text.contains("\n200        ......"), text);
  }

  @Test
  void partsAreRounded() {
    assertEquals(3, CurveTrainer.size(25, 10));
    assertEquals(1, CurveTrainer.size(4, 10));
    assertEquals(25, CurveTrainer.size(25, 100));
  }
}
