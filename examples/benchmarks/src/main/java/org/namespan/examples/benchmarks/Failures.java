package org.namespan.examples.benchmarks;

import java.io.IOException;
import org.namespan.trainer.training.TrainingException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** How the programs tell that their input is bad or their work failed. */
public final class Failures {

  private Failures() {}

  /** Prints the message and ends with exit code 1; what is a bug keeps its stack trace. */
  public static int tell(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (!(failure instanceof IOException || failure instanceof TrainingException)) {
      throw failure;
    }
    command.getErr().println(failure.getMessage());
    return CommandLine.ExitCode.SOFTWARE;
  }
}
