package org.namespan.examples.benchmarks.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.Entity;
import org.namespan.examples.benchmarks.Programs;
import org.namespan.redaction.Operator;
import org.namespan.redaction.RedactorOptions;

class RoundTripTest {

  @TempDir private Path folder;

  private Path corpus() throws IOException {
    Path corpus = folder.resolve("a.conll");
    Files.writeString(
        corpus,
        "Ann\tB-PERSON\nSmith\tI-PERSON\nleft\tO\n\nCall\tO\n+1-984-182-0190\tO\n1234567\tO\n");
    return corpus;
  }

  private static String run(java.util.concurrent.Callable<Integer> program, Object... args) {
    StringWriter out = new StringWriter();
    String[] words = new String[args.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = args[i].toString();
    }
    int exitCode = Programs.commandLine(program).setOut(new PrintWriter(out)).execute(words);
    assertEquals(0, exitCode, out.toString());
    return out.toString();
  }

  /**
   * A million, with other seeds, where somebody asks for them: {@code -Dnamespan.texts=1000000}.
   */
  @Test
  void textsComeBack() throws IOException {
    int texts = Integer.getInteger("namespan.texts", 3000);
    String table = run(new RoundTripCommand(), "--texts", texts, corpus());
    assertTrue(table.contains("| a.conll"), table);
  }

  @Test
  void aMaskIsAFault() {
    List<Entity> entities = List.of(new Entity("per", "Ann", 0, 3, 1, "model"));
    RedactorOptions options = RedactorOptions.defaults();
    assertEquals(Optional.empty(), RoundTrip.fault("Ann left", entities, options));
    assertTrue(
        RoundTrip.fault("Ann left", entities, options.withOperator(Operator.mask('*')))
            .isPresent());
  }

  @Test
  void countsWhatIsHidden() throws IOException {
    String tables = run(new PersonalDataCommand(), corpus(), "--missed", 2);
    assertTrue(tables.contains("personal-data phone"), tables);
    assertTrue(tables.contains("| 9999999"), tables);
    assertTrue(tables.contains("numbers: [1234567]"), tables);
  }
}
