package org.namespan.trainer.evaluation;

import java.io.IOException;

/** Scores that could not be calibrated on the corpora that were given. */
public final class CalibrationException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message one line: what was found, what was expected, what to do
   */
  public CalibrationException(String message) {
    super(message);
  }
}
