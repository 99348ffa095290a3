package org.namespan.examples.benchmarks.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.examples.benchmarks.Programs;
import picocli.CommandLine;

class BulkCommandTest {

  @TempDir private Path folder;

  /** The processes are real, and so are the kills. */
  @Test
  void aKilledRunGoesOnToTheSameBytes() throws IOException {
    Path text =
        Files.writeString(
            folder.resolve("text"), "Angela Merkel left Paris.\nIt is \"far\".\n\nZoë 😀 too.\n");
    StringWriter printed = new StringWriter();
    CommandLine command = Programs.commandLine(new BulkCommand());
    command.setOut(new PrintWriter(printed)).setErr(new PrintWriter(printed));
    Path run = folder.resolve("run");
    int exitCode =
        command.execute(
            text.toString(),
            "--rounds=1",
            "--slice=20000",
            "--size=300000",
            "--kills=1",
            "--run=" + run);
    assertEquals(0, exitCode, printed.toString());
    assertTrue(printed.toString().endsWith("the same bytes\n"), printed.toString());
    long lines = Files.readAllLines(run.resolve("docs.jsonl"), StandardCharsets.ISO_8859_1).size();
    Path output = run.resolve("whole.jsonl");
    KilledRuns.Run found = new KilledRuns.Run(output, run.resolve("whole.bad"), 0);
    KilledRuns.check(found, lines);
    List<String> answers = Files.readAllLines(output);
    List<String> twice = List.of(answers.get(0), answers.get(0));
    Files.write(output, twice);
    assertThrows(IOException.class, () -> KilledRuns.check(found, lines));
  }
}
