package org.namespan.examples.benchmarks.labelling;

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

class LabellingCommandTest {

  private static final String[] PEOPLE = {"Anna", "Otto", "Mia", "Emil", "Ida"};
  private static final String[] PLACES = {"Paris", "Oslo", "Kassel", "Rome"};

  @TempDir private Path folder;

  private Path corpus() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String person : PEOPLE) {
      for (String place : PLACES) {
        text.append(person)
            .append("\tB-per\nlives\tO\nin\tO\n")
            .append(place)
            .append("\tB-geo\n\n");
      }
    }
    return Files.writeString(folder.resolve("pool.conll"), text);
  }

  private static CommandLine command(StringWriter out, StringWriter err) {
    return Programs.commandLine(new LabellingCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err));
  }

  @Test
  void playsBothPersonsAndGoesOnWhereItStopped() throws IOException {
    String corpus = corpus().toString();
    String runs = folder.resolve("runs").toString();
    String[] arguments = {
      corpus,
      "--dev",
      corpus,
      "--first",
      "4",
      "--suggested",
      "8",
      "--random",
      "8",
      "--seeds",
      "1",
      "--epochs",
      "1",
      "--runs",
      runs,
      "--out",
      folder.toString()
    };
    StringWriter err = new StringWriter();
    assertEquals(0, command(new StringWriter(), err).execute(arguments), err.toString());
    String report = Files.readString(folder.resolve("labelling.md"));
    assertTrue(report.contains("| suggested | 8 | 32 | 16 |"), report);
    assertTrue(report.contains("| random | 8 | 32 | 16 |"), report);
    assertEquals(3, err.toString().lines().count(), err.toString());

    StringWriter again = new StringWriter();
    assertEquals(0, command(new StringWriter(), again).execute(arguments), again.toString());
    assertEquals(err.toString(), again.toString());
  }

  @Test
  void sizesMustGrow() throws IOException {
    StringWriter err = new StringWriter();
    String corpus = corpus().toString();
    assertEquals(
        2,
        command(new StringWriter(), err)
            .execute(corpus, "--dev", corpus, "--first", "4", "--suggested", "4"));
    assertTrue(err.toString().contains("--suggested is [4]"), err.toString());
  }
}
