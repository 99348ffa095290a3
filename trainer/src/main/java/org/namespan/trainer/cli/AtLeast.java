package org.namespan.trainer.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Refuses numbers of options that are too small. */
final class AtLeast {

  private AtLeast() {}

  /**
   * Checks that an option is at least 1.
   *
   * @throws CommandLine.ParameterException if it is less
   */
  static void one(String option, int value, CommandSpec command) {
    if (value < 1) {
      throw new CommandLine.ParameterException(
          command.commandLine(), option + " is " + value + ", expected at least 1");
    }
  }
}
