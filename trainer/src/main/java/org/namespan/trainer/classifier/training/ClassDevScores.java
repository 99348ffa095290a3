package org.namespan.trainer.classifier.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.namespan.model.decode.Activation;
import org.namespan.model.decode.ClassDecoder;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.evaluation.ClassEvaluation;
import org.namespan.trainer.classifier.evaluation.ClassEvaluationResult;
import org.namespan.trainer.classifier.evaluation.ClassThreshold;
import org.namespan.trainer.classifier.evaluation.TemperatureScaling;
import org.namespan.trainer.evaluation.CalibrationException;
import org.namespan.trainer.evaluation.PlattScaling;

/**
 * What a network in training reaches on dev texts.
 *
 * @param accuracy share of texts whose classes are exactly the gold ones
 * @param macroF1 mean F1 of the classes
 * @param microF1 F1 of all classes together
 * @param slope of the calibration that suits these texts
 * @param offset of that calibration
 * @param thresholds of each class, chosen on these texts by {@link ClassThreshold}; empty where a
 *     text has one class
 */
public record ClassDevScores(
    double accuracy,
    double macroF1,
    double microF1,
    float slope,
    float offset,
    List<Float> thresholds) {

  /** Copies the list. */
  public ClassDevScores {
    thresholds = List.copyOf(thresholds);
  }

  /**
   * Scores the logits of dev texts.
   *
   * @param logits of each text of {@code gold}
   */
  static ClassDevScores of(
      List<float[]> logits, LabelledCorpus gold, List<String> classes, Activation activation) {
    ScoreCalibration calibration = calibration(logits, gold, classes, activation);
    List<Float> thresholds =
        activation == Activation.SOFTMAX
            ? List.of()
            : thresholds(logits, gold, classes, calibration);
    ClassDecoder decoder =
        activation == Activation.SOFTMAX
            ? ClassDecoder.softmax(calibration)
            : ClassDecoder.sigmoid(calibration, thresholds);
    ClassEvaluationResult result = evaluate(logits, gold, classes, activation, decoder).result();
    return new ClassDevScores(
        result.accuracy(),
        result.macroF1(),
        result.micro().f1(),
        calibration.slope(),
        calibration.offset(),
        thresholds);
  }

  private static ClassEvaluation evaluate(
      List<float[]> logits,
      LabelledCorpus gold,
      List<String> classes,
      Activation activation,
      ClassDecoder decoder) {
    ClassEvaluation evaluation = new ClassEvaluation(classes, activation);
    for (int i = 0; i < logits.size(); i++) {
      double[] scores = decoder.scores(logits.get(i), classes.size());
      evaluation.add(gold.texts().get(i).classes(), decoder.classes(scores), scores);
    }
    return evaluation;
  }

  private static List<Float> thresholds(
      List<float[]> logits,
      LabelledCorpus gold,
      List<String> classes,
      ScoreCalibration calibration) {
    ClassDecoder decoder = ClassDecoder.sigmoid(calibration, usual(classes));
    List<double[]> scores =
        logits.stream().map(each -> decoder.scores(each, classes.size())).toList();
    List<Float> thresholds = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      double[] ofClass = new double[scores.size()];
      boolean[] positive = new boolean[ofClass.length];
      for (int i = 0; i < ofClass.length; i++) {
        ofClass[i] = scores.get(i)[c];
        positive[i] = gold.texts().get(i).classes().contains(classes.get(c));
      }
      thresholds.add(ClassThreshold.of(ofClass, positive));
    }
    return thresholds;
  }

  private static List<Float> usual(List<String> classes) {
    return Collections.nCopies(classes.size(), ClassThreshold.USUAL);
  }

  private static ScoreCalibration calibration(
      List<float[]> logits, LabelledCorpus gold, List<String> classes, Activation activation) {
    if (activation == Activation.SOFTMAX) {
      int[] indices =
          gold.texts().stream().mapToInt(text -> classes.indexOf(text.classes().get(0))).toArray();
      return TemperatureScaling.fit(logits, indices);
    }
    ClassDecoder decoder = ClassDecoder.sigmoid(ScoreCalibration.NONE, usual(classes));
    ClassEvaluation uncalibrated = evaluate(logits, gold, classes, activation, decoder);
    try {
      return PlattScaling.fit(List.of(uncalibrated.scoredPredictions()));
    } catch (CalibrationException e) {
      // A network that ranks worse than chance has no calibration yet.
      return ScoreCalibration.NONE;
    }
  }

  /** By which epochs are compared: accuracy, or micro F1 where texts may have several classes. */
  double measure(Activation activation) {
    return activation == Activation.SOFTMAX ? accuracy : microF1;
  }

  /** The calibration that suits these texts. */
  ScoreCalibration calibration() {
    return new ScoreCalibration(slope, offset);
  }
}
