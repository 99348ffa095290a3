package org.namespan.trainer.cli;

import java.io.PrintWriter;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.namespan.model.text.ControlCharacters;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that say how the report of a check is printed. */
final class ReportOptions {

  @Option(
      names = "--cases",
      paramLabel = "N",
      defaultValue = "10",
      description = "Cases shown of each finding. Default: ${DEFAULT-VALUE}.")
  private int cases;

  @Option(names = "--all", description = "Show all cases, with all their places.")
  private boolean all;

  @Option(names = "--json", description = "Print one JSON object, which has all cases.")
  private boolean json;

  /** Refuses a number of cases below 1. */
  void check(CommandSpec spec) {
    AtLeast.one("--cases", cases, spec);
  }

  /**
   * Prints a report.
   *
   * @param asText of so many cases of each finding; 0 for all
   */
  void print(Supplier<Object> asJson, IntFunction<String> asText, PrintWriter out) {
    if (json) {
      out.println(ControlCharacters.escape("" + asJson.get()));
    } else {
      out.print(asText.apply(all ? 0 : cases));
    }
  }
}
