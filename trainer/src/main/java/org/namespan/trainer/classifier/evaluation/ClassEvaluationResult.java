package org.namespan.trainer.classifier.evaluation;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.namespan.trainer.evaluation.CalibrationError;
import org.namespan.trainer.evaluation.Interval;
import org.namespan.trainer.evaluation.Scores;

/**
 * How well texts were classified.
 *
 * @param texts how many
 * @param accuracy share of texts whose classes are exactly the gold ones
 * @param accuracyInterval where it may lie, with 95 % by the bootstrap over texts
 * @param micro counts of all classes together
 * @param byClass by name, in the order of the model
 * @param confusions the most frequent first; none where texts may have several classes
 * @param calibration of the likeliest class of each text, or where texts may have several of every
 *     class of each
 */
public record ClassEvaluationResult(
    int texts,
    double accuracy,
    Interval accuracyInterval,
    Scores micro,
    Map<String, ClassScore> byClass,
    List<ConfusedClasses> confusions,
    CalibrationError calibration) {

  /** Mean F1 of the classes that some text has or was given. */
  public double macroF1() {
    return macro(score -> score.counts().f1());
  }

  /** Mean precision of these classes. */
  public double macroPrecision() {
    return macro(score -> score.counts().precision());
  }

  /** Mean recall of these classes. */
  public double macroRecall() {
    return macro(score -> score.counts().recall());
  }

  /** Mean of the areas under the ROC, of the classes that have one. */
  public double macroRoc() {
    return macro(score -> score.area().roc());
  }

  /** Mean of the areas under precision by recall, of the classes that have one. */
  public double macroPrecisionRecall() {
    return macro(score -> score.area().precisionRecall());
  }

  private double macro(ToDoubleFunction<ClassScore> measure) {
    return byClass.values().stream()
        .filter(score -> score.counts().support() + score.counts().predicted() > 0)
        .mapToDouble(measure)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(0);
  }
}
