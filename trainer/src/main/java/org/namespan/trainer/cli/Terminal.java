package org.namespan.trainer.cli;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    return told == null ? isConsole(System.console()) : Boolean.parseBoolean(told);
  }

  /** From Java 22 on there may be a console without a terminal, which tells so. */
  private static boolean isConsole(@Nullable Console console) {
    try {
      return console != null && (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
