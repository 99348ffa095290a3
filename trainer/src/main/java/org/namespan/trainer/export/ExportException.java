package org.namespan.trainer.export;

import java.io.IOException;

/** A model file that was not written because it would not do what its network does. */
public final class ExportException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message one line: what was found, what was expected, what to do
   */
  public ExportException(String message) {
    super(message);
  }
}
