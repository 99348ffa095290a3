package org.namespan.trainer.classifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.namespan.model.decode.Activation;
import org.namespan.model.decode.ClassDecoder;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.trainer.evaluation.Scores;

class ClassEvaluationTest {

  private static final List<String> CLASSES = List.of("a", "b", "c");

  private static void add(ClassEvaluation evaluation, String gold, int found) {
    double[] scores = {0.1, 0.1, 0.1};
    scores[found] = 0.8;
    evaluation.add(List.of(gold), List.of(found), scores);
  }

  @Test
  void countsAsTheTextbookDoes() {
    ClassEvaluation evaluation = new ClassEvaluation(CLASSES, Activation.SOFTMAX);
    add(evaluation, "a", 0);
    add(evaluation, "a", 0);
    add(evaluation, "a", 1);
    add(evaluation, "b", 1);
    add(evaluation, "b", 0);
    ClassEvaluationResult result = evaluation.result();
    assertEquals(5, result.texts());
    assertEquals(0.6, result.accuracy(), 1e-12);
    assertTrue(result.accuracyInterval().contains(0.6));
    assertEquals(new Scores(2, 3, 3), result.byClass().get("a").counts());
    assertEquals(new Scores(1, 2, 2), result.byClass().get("b").counts());
    assertEquals(new Scores(0, 0, 0), result.byClass().get("c").counts());
    assertEquals(new Scores(3, 5, 5), result.micro());
    // No text is of the class c, and none was given it.
    assertEquals((2 / 3.0 + 0.5) / 2, result.macroF1(), 1e-12);
    assertEquals(
        List.of(new ConfusedClasses("a", "b", 1), new ConfusedClasses("b", "a", 1)),
        result.confusions());
    assertEquals(0.2, result.calibration().expected(), 1e-12);
    JsonObject json = ClassReport.toJson(result, 10);
    assertEquals(0.6, json.get("accuracy").getAsDouble(), 1e-12);
    assertTrue(!json.getAsJsonObject("classes").getAsJsonObject("c").has("rocArea"));
    assertTrue(ClassReport.toText(result, 10).contains("accuracy 0.6000"));
  }

  @Test
  void textsOfSeveralClassesAreRightIfAllOfThemAre() {
    ClassEvaluation evaluation = new ClassEvaluation(CLASSES, Activation.SIGMOID);
    evaluation.add(List.of("a", "b"), List.of(0, 1), new double[] {0.9, 0.8, 0.1});
    evaluation.add(List.of("a"), List.of(0, 1), new double[] {0.9, 0.8, 0.1});
    evaluation.add(List.of(), List.of(), new double[] {0.1, 0.2, 0.1});
    ClassEvaluationResult result = evaluation.result();
    assertEquals(2 / 3.0, result.accuracy(), 1e-12);
    assertEquals(new Scores(3, 4, 3), result.micro());
    assertEquals(List.of(), result.confusions());
    assertEquals(9, result.calibration().predictions());
  }

  /** Of all slopes, the one that is fitted makes the gold classes likeliest. */
  @Test
  void theFittedTemperatureIsTheLikeliest() {
    Random random = new Random(4);
    List<float[]> logits = new ArrayList<>();
    int[] gold = new int[200];
    for (int i = 0; i < gold.length; i++) {
      float[] row = new float[3];
      for (int c = 0; c < 3; c++) {
        row[c] = 4 * (float) random.nextGaussian();
      }
      logits.add(row);
      // Drawn as if all logits were half as large.
      double[] scores = ClassDecoder.softmax(new ScoreCalibration(0.5f, 0)).scores(row, 3);
      double drawn = random.nextDouble();
      gold[i] = drawn < scores[0] ? 0 : drawn < scores[0] + scores[1] ? 1 : 2;
    }
    ScoreCalibration fitted = TemperatureScaling.fit(logits, gold);
    assertEquals(0.5, fitted.slope(), 0.1);
    assertEquals(0, fitted.offset());
    double best = logLikelihood(fitted.slope(), logits, gold);
    for (double factor : new double[] {0.8, 0.95, 1.05, 1.25}) {
      assertTrue(logLikelihood((float) (factor * fitted.slope()), logits, gold) < best);
    }
  }

  private static double logLikelihood(float slope, List<float[]> logits, int[] gold) {
    ClassDecoder decoder = ClassDecoder.softmax(new ScoreCalibration(slope, 0));
    double sum = 0;
    for (int i = 0; i < gold.length; i++) {
      sum += Math.log(decoder.scores(logits.get(i), 3)[gold[i]]);
    }
    return sum;
  }
}
