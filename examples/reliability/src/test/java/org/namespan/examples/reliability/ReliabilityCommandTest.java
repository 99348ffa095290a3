package org.namespan.examples.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ReliabilityCommandTest {

  @Test
  void tellsItsPartsAndRefusesOthers() {
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new ReliabilityCommand());
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
    assertEquals(0, command.execute("--help"));
    assertTrue(out.toString().contains("mutants, replacements, kills"), out.toString());
    assertEquals(2, command.execute("hope"));
  }
}
