package org.namespan.examples.benchmarks;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.namespan.trainer.training.TrainingException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** How the programs read their arguments, and tell that their input is bad or their work failed. */
public final class Programs {

  private Programs() {}

  /** A program's command line; its failures end it with exit code 1, bad arguments with 2. */
  public static CommandLine commandLine(Callable<Integer> program) {
    return new CommandLine(program)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Programs::tell);
  }

  /** Runs a program and ends the JVM if it fails; else this may be Maven's, which goes on. */
  static void run(Callable<Integer> program, String... args) {
    int exitCode = commandLine(program).execute(args);
    if (exitCode != CommandLine.ExitCode.OK) {
      System.exit(exitCode);
    }
  }

  /** Prints the message and ends with exit code 1; what is a bug keeps its stack trace. */
  private static int tell(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (!(failure instanceof IOException || failure instanceof TrainingException)) {
      throw failure;
    }
    command.getErr().println(failure.getMessage());
    return CommandLine.ExitCode.SOFTWARE;
  }
}
