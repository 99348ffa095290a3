package org.namespan.examples.benchmarks.robust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.examples.benchmarks.Programs;
import picocli.CommandLine;

class RobustCommandTest {

  /** A small model of the SDK's tests. */
  static final Path MODEL = Path.of("../../sdk/core/src/test/resources/fixtures/format-2.onnx");

  private static final Path CORPUS =
      Path.of("../../trainer/src/test/resources/fixtures/format-1.conll");

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  private int run(StringWriter out, Object... arguments) {
    CommandLine command =
        Programs.commandLine(new RobustCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err, true));
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    return command.execute(texts);
  }

  @Test
  void writesTheSameReportEachTime() throws IOException {
    String[] reports = new String[2];
    for (int i = 0; i < reports.length; i++) {
      StringWriter out = new StringWriter();
      Object[] arguments = {CORPUS, "--model", MODEL, "--texts", 5, "--markdown", "--out", folder};
      assertEquals(0, run(out, arguments), err.toString());
      reports[i] = out.toString();
      assertEquals(reports[i], Files.readString(folder.resolve("robust.md")));
    }
    assertEquals(reports[0], reports[1]);
    // The model knows its corpus by heart; a mark before the whole text is a separator to it.
    assertTrue(
        reports[0].matches("(?s).*\\| format-1.conll \\| 40 \\|.*\\| 1.0000 \\|\n.*"), reports[0]);
    assertTrue(
        reports[0].matches(
            "(?s).*\\| invisible \\| U\\+FEFF byte order mark in front \\| 5 \\| (\\d+) \\| \\1 \\|"
                + " 100.0 % \\| 100.0 % \\| 0 \\|\n.*"),
        reports[0]);
  }

  @Test
  void framesNeedNoCorpus() {
    StringWriter out = new StringWriter();
    assertEquals(0, run(out, "--model", MODEL, "--out", folder), err.toString());
    assertTrue(out.toString().contains("## Frames"), out.toString());
    assertTrue(!out.toString().contains("## Raw text"), out.toString());
  }

  @Test
  void refusesWhatCannotBeMeasured() {
    StringWriter out = new StringWriter();
    assertEquals(2, run(out, "--texts", 0, "--out", folder));
    assertEquals(1, run(out, folder.resolve("missing.conll"), "--out", folder));
    assertTrue(err.toString().contains("missing.conll"), err.toString());
    assertEquals("", out.toString());
    assertTrue(Files.notExists(folder.resolve("robust.md")));
  }
}
