package org.namespan.examples.reliability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs in JVMs of their own, with the class path of this one. */
public final class ChildJvm {

  private static final Path ROOT =
      Path.of(System.getProperty("namespan.root", ".")).toAbsolutePath();

  private ChildJvm() {}

  /**
   * How a program ended.
   *
   * @param exitCode 128 and the number of the signal where one ended it; -1 if it hung
   * @param output of both streams
   */
  public record Ended(int exitCode, String output) {

    /** The lines that it printed and that begin so, without their beginning. */
    public List<String> lines(String prefix) {
      return output
          .lines()
          .filter(line -> line.startsWith(prefix))
          .map(line -> line.substring(prefix.length()))
          .toList();
    }
  }

  /** A file of the clone. */
  public static Path inClone(String path) {
    return ROOT.resolve(path).normalize();
  }

  /** The start of a command: a JVM with options, then a program of the class path. */
  public static List<String> command(List<String> options, Class<?> program, List<String> args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:-UsePerfData", "-Dfile.encoding=UTF-8"));
    command.addAll(List.of("-Dnamespan.root=" + ROOT, "-Dai.djl.offline=true"));
    // One that is killed leaves no core.
    command.add("-XX:-CreateCoredumpOnCrash");
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(args);
    return command;
  }

  /**
   * Runs a program to its end.
   *
   * @param folder where it runs, and its output is kept
   * @param seconds after which it hangs and is killed
   */
  public static Ended run(
      List<String> options, Class<?> program, List<String> args, Path folder, long seconds)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, program.getSimpleName(), ".log");
    Process process =
        new ProcessBuilder(command(options, program, args))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    String output = Files.readString(log, StandardCharsets.UTF_8);
    Files.delete(log);
    return new Ended(ended ? process.exitValue() : -1, output);
  }
}
