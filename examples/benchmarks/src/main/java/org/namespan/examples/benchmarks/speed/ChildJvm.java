package org.namespan.examples.benchmarks.speed;

import ai.onnxruntime.OrtEnvironment;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.namefind.NameFinderME;
import org.namespan.EntityTagger;
import org.slf4j.Logger;

/**
 * Runs a program in a JVM of its own, with the class path of an application that embeds the SDK:
 * the SDK, its model, ONNX Runtime, OpenNLP and SLF4J beside the program, but nothing of the
 * trainer's.
 */
final class ChildJvm {

  private static final List<Class<?>> EMBEDDED =
      List.of(EntityTagger.class, OrtEnvironment.class, NameFinderME.class, Logger.class);

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
    // An application need not have an SLF4J provider; that it has none is no news here.
    command.add("-Dslf4j.internal.verbosity=ERROR");
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(program), program.getName()));
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

  private static String classPath(Class<?> program) throws IOException {
    List<String> paths = new ArrayList<>();
    try {
      paths.add(source(program));
      paths.add(BundledModel.source().toString());
      for (Class<?> embedded : EMBEDDED) {
        paths.add(source(embedded));
      }
    } catch (URISyntaxException e) {
      throw new IOException("the class path holds an address that is no file", e);
    }
    return String.join(File.pathSeparator, paths);
  }

  private static String source(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}
