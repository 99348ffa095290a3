package org.namespan.model.decode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * From the logits of a text to the scores of its classes, and to the classes that it has. Scores
 * are calibrated probabilities: softmax of {@code slope * logits}, which is temperature scaling
 * (Guo et al. 2017) by {@code 1 / slope}, or the sigmoid of {@code slope * logit + offset}, which
 * is Platt scaling. Immutable, safe for use by many threads.
 *
 * <pre>{@code
 * ClassDecoder decoder = ClassDecoder.softmax(ScoreCalibration.NONE);
 * decoder.scores(new float[] {0, 0}, 2); // [0.5, 0.5]
 * }</pre>
 */
public final class ClassDecoder {

  private final Activation activation;
  private final ScoreCalibration calibration;
  private final List<Float> thresholds;

  private ClassDecoder(
      Activation activation, ScoreCalibration calibration, List<Float> thresholds) {
    this.activation = activation;
    this.calibration = calibration;
    this.thresholds = thresholds;
  }

  /**
   * For texts of one class each.
   *
   * @param calibration of offset 0
   */
  public static ClassDecoder softmax(ScoreCalibration calibration) {
    return new ClassDecoder(Activation.SOFTMAX, calibration, Collections.emptyList());
  }

  /**
   * For texts of any number of classes.
   *
   * @param thresholds for each class the score from which on a text has it
   */
  public static ClassDecoder sigmoid(ScoreCalibration calibration, List<Float> thresholds) {
    return new ClassDecoder(Activation.SIGMOID, calibration, thresholds);
  }

  /** The scores of the first {@code classes} logits, each from 0 to 1. */
  public double[] scores(float[] logits, int classes) {
    double[] scores = new double[classes];
    if (activation == Activation.SIGMOID) {
      for (int c = 0; c < classes; c++) {
        scores[c] = 1 / (1 + Math.exp(-(calibration.slope() * logits[c] + calibration.offset())));
      }
      return scores;
    }
    double max = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      max = Math.max(max, (double) calibration.slope() * logits[c]);
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      scores[c] = Math.exp(calibration.slope() * logits[c] - max);
      sum += scores[c];
    }
    for (int c = 0; c < classes; c++) {
      scores[c] /= sum;
    }
    return scores;
  }

  /**
   * The classes that a text has by its scores, counted from 0 and in this order: the one of the
   * largest score, of equal ones the first; or all whose score is at least their threshold.
   */
  public List<Integer> classes(double[] scores) {
    if (activation == Activation.SOFTMAX) {
      int best = 0;
      for (int c = 1; c < scores.length; c++) {
        best = scores[c] > scores[best] ? c : best;
      }
      return Collections.singletonList(best);
    }
    List<Integer> classes = new ArrayList<>();
    for (int c = 0; c < scores.length; c++) {
      if (scores[c] >= thresholds.get(c)) {
        classes.add(c);
      }
    }
    return Collections.unmodifiableList(classes);
  }
}
