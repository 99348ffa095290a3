package org.namespan.model.en;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.Entity;
import org.namespan.EntityTagger;

/**
 * An application that tags leaves no file behind. ONNX Runtime 1.29 begins its telemetry when its
 * library is loaded, keeps it in the home and temporary folders, and ends the JVM where the command
 * line is long; where {@code CI} is set it does none of this, so a JVM without {@code CI} tells.
 */
class NothingWrittenTest {

  /** Longer than the 4 kB that ONNX Runtime 1.29 keeps for a command line. */
  private static final int COMMAND_LINE_LENGTH = 6_000;

  @TempDir private Path folder;

  /** What an application does, in few words. */
  static final class TagProgram {

    private TagProgram() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      try (EntityTagger tagger = EntityTagger.english()) {
        for (Entity entity : tagger.tag("Barack Obama flew to Thailand in December .")) {
          out.println(entity.type() + " " + entity.text());
        }
      }
    }
  }

  @Test
  void taggingLeavesNoFileBehind() throws IOException, InterruptedException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Path working = Files.createDirectory(folder.resolve("working"));
    Path printed = folder.resolve("printed");
    Path errors = folder.resolve("errors");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + home,
                "-Djava.io.tmpdir=" + temporary,
                "-Dlong=" + "x".repeat(COMMAND_LINE_LENGTH),
                "-cp",
                absoluteClassPath(),
                TagProgram.class.getName())
            .directory(working.toFile())
            .redirectOutput(printed.toFile())
            .redirectError(errors.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(Set.of("PATH", "SystemRoot"));
    environment.put("HOME", home.toString());
    environment.put("TMPDIR", temporary.toString());
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the program did not end");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue(), Files.readString(errors));
    assertEquals(
        List.of("per Barack Obama", "geo Thailand", "tim December"), Files.readAllLines(printed));
    assertEquals(List.of(), below(home));
    assertEquals(List.of(), below(working));
    // ONNX Runtime deletes the libraries that it unpacked, but not their folder, which is empty.
    assertEquals(
        List.of("onnxruntime-java"),
        below(temporary).stream()
            .map(left -> left.getFileName().toString().replaceFirst("[0-9]+$", ""))
            .toList());
  }

  /** Files and folders in a folder, at any depth. */
  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> !file.equals(folder)).toList();
    }
  }

  private static String absoluteClassPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
