package org.namespan.trainer.export;

import java.util.List;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.trainer.evaluation.CalibrationError;

/**
 * How a model was calibrated.
 *
 * @param calibration what was fitted
 * @param minScore the score above which the model reports entities now
 * @param rows what became of the scores on each corpus, which were fitted there
 */
public record CalibrationReport(ScoreCalibration calibration, double minScore, List<Row> rows) {

  /**
   * The reported spans of one corpus.
   *
   * @param corpus its name
   * @param before of their probabilities, as the network sees them
   * @param after of their scores
   */
  public record Row(String corpus, CalibrationError before, CalibrationError after) {}

  /** Copies the list. */
  public CalibrationReport {
    rows = List.copyOf(rows);
  }
}
