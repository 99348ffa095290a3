package org.namespan.trainer.server;

/** A request that cannot be answered; its message goes to the client and holds no word of it. */
final class RequestException extends Exception {

  private static final long serialVersionUID = 1L;

  static final int BAD_REQUEST = 400;
  static final int TOO_LARGE = 413;
  static final int UNSUPPORTED_TYPE = 415;
  static final int UNPROCESSABLE = 422;

  private final int status;

  /**
   * A refusal.
   *
   * @param status of HTTP
   */
  RequestException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** A refusal with status 400. */
  RequestException(String message) {
    this(BAD_REQUEST, message);
  }

  Reply reply() {
    return Reply.error(status, String.valueOf(getMessage()));
  }
}
