package org.namespan.examples.benchmarks.speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program of this class path in a JVM of its own. */
final class ChildJvm {

  private ChildJvm() {}

  /**
   * Waits for the program to end; what it prints on standard error goes to ours.
   *
   * @param options options of the JVM, beside the class path
   * @return what it printed, without white space at both ends
   * @throws IOException if it cannot be started or does not end with exit code 0
   */
  static String run(List<String> options, Class<?> program, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      process.getOutputStream().close();
      byte[] printed = process.getInputStream().readAllBytes();
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new IOException(
            program.getSimpleName() + " ended with exit code " + exitCode + ", expected 0");
      }
      return new String(printed, StandardCharsets.UTF_8).strip();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + program.getSimpleName() + " was running", e);
    } finally {
      process.destroy();
    }
  }
}
