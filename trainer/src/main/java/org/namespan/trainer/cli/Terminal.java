package org.namespan.trainer.cli;

import java.util.Map;
import picocli.CommandLine.Help.Ansi;

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

  /** Whether standard input is a terminal. */
  static boolean isInput() {
    return is("namespan.stdin.tty");
  }

  /** Colours on a terminal that has them, unless {@code NO_COLOR} is set. */
  static Ansi colours() {
    return isOutput() && wantsColours(System.getenv()) ? Ansi.ON : Ansi.OFF;
  }

  static boolean wantsColours(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /** Columns of the terminal, told by the launcher; 80 if nobody tells. */
  static int columns() {
    return Math.max(40, Integer.getInteger("namespan.columns", 80));
  }

  private static boolean is(String property) {
    String told = System.getProperty(property);
    return told == null ? System.console() != null : Boolean.parseBoolean(told);
  }
}
