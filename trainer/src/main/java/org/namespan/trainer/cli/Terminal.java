package org.namespan.trainer.cli;

/** Whether a person is watching. */
final class Terminal {

  private Terminal() {}

  /** Whether standard output is a terminal; the launcher tells, Java only knows both at once. */
  static boolean isOutput() {
    return is("namespan.stdout.tty");
  }

  /** Whether standard error is a terminal. */
  static boolean isError() {
    return is("namespan.stderr.tty");
  }

  private static boolean is(String property) {
    String told = System.getProperty(property);
    return told == null ? System.console() != null : Boolean.parseBoolean(told);
  }
}
