package org.namespan.trainer.training;

/** Training that cannot go on, such as a loss that is not a number, or that cannot start. */
public final class TrainingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message one line: what was found, where, and what to try
   */
  public TrainingException(String message) {
    super(message);
  }

  /**
   * @param message one line: what was found, where, and what to try
   * @param cause what the engine said
   */
  TrainingException(String message, Throwable cause) {
    super(message, cause);
  }
}
