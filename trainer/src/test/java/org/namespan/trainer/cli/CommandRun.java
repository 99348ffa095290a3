package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What one run of the command, in this JVM, returned and printed. */
record CommandRun(int exitCode, String out, String err) {

  /** Part of every text and token in the tests that no message may repeat. */
  static final String SECRET = "xyzzy";

  static CommandRun of(Object... args) {
    return withInput(new byte[0], args);
  }

  static CommandRun withInput(byte[] input, Object... args) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input));
    try {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      CommandLine command = NamespanCommand.commandLine();
      command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
      int exitCode =
          command.execute(Arrays.stream(args).map(Object::toString).toArray(String[]::new));
      command.getOut().flush();
      command.getErr().flush();
      return new CommandRun(exitCode, out.toString(), err.toString());
    } finally {
      System.setIn(before);
    }
  }

  List<String> lines() {
    return out.lines().toList();
  }

  CommandRun assertOk() {
    assertEquals(0, exitCode, err);
    return this;
  }

  /** One line on standard error that names {@code culprit}, nothing printed, exit code 1. */
  CommandRun assertRefused(Object culprit, String reason) {
    assertEquals(1, exitCode, err);
    assertEquals("", out);
    assertEquals(1, err.lines().count(), err);
    assertTrue(err.startsWith("namespan: "), err);
    assertTrue(err.contains(culprit.toString()), err);
    assertTrue(err.contains(reason), err);
    assertFalse(err.contains(SECRET), err);
    return this;
  }

  CommandRun assertNotUnderstood(String reason) {
    assertEquals(2, exitCode, err);
    assertEquals("", out);
    assertTrue(err.startsWith("namespan: "), err);
    assertTrue(err.contains(reason), err);
    assertTrue(err.contains("--help"), err);
    return this;
  }

  /** Names and contents of everything under {@code folder}. */
  static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new HashMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        contents.put(
            folder.relativize(path).toString(),
            Files.isRegularFile(path) ? Arrays.hashCode(Files.readAllBytes(path)) + "" : "folder");
      }
    }
    return contents;
  }
}
