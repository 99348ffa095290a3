package org.namespan.trainer.record;

import org.jspecify.annotations.Nullable;

/**
 * A record that cannot be read. The message says what was found and expected, nothing of the text.
 */
public final class BadRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With {@code found ..., expected ...}. */
  public BadRecordException(String message) {
    this(message, null);
  }

  BadRecordException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** What was found and what was expected. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
