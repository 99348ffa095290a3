package org.namespan.examples.spark.job;

import java.util.concurrent.Callable;
import picocli.CommandLine;

/** How jobs read their arguments. */
public final class Jobs {

  private Jobs() {}

  /** Runs a job; a failure ends the JVM with exit code 1, bad arguments with 2. */
  public static void run(Callable<Integer> job, String[] args) {
    int exitCode = new CommandLine(job).setCaseInsensitiveEnumValuesAllowed(true).execute(args);
    if (exitCode != CommandLine.ExitCode.OK) {
      System.exit(exitCode);
    }
  }
}
