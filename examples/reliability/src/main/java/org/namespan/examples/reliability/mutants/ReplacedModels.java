package org.namespan.examples.reliability.mutants;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.namespan.examples.reliability.ChildJvm;
import org.namespan.examples.reliability.Findings;
import org.namespan.examples.reliability.Part;
import org.namespan.examples.reliability.Size;

/**
 * Replaces a model by {@code mv} while {@code load(Path)} reads it, as a reload in service does.
 */
public final class ReplacedModels implements Part {

  private static final long HOUR = 3600;

  @Override
  public Findings run(Size size, Path folder) throws IOException, InterruptedException {
    List<String> args =
        List.of(
            folder.toString(),
            Models.english("model-en", "en").toString(),
            Models.english("model-en-gmb", "en-gmb").toString(),
            "" + size.replacements());
    ChildJvm.Ended ended =
        ChildJvm.run(List.of("-Xmx512m"), ReplacementProgram.class, args, folder, HOUR);
    List<String> told = ended.lines("told ");
    if (ended.exitCode() != 0 || told.isEmpty()) {
      return new Findings(
          "none told\n",
          List.of("replacements: exit code " + ended.exitCode() + ": " + ended.output()));
    }
    String[] numbers = told.get(0).split(" ", -1);
    List<String> failures = new ArrayList<>();
    if (!numbers[4].equals("0")) {
      failures.add(numbers[4] + " loads gave neither model");
    }
    return new Findings(
        String.format(
            Locale.ROOT,
            "| replaced | loaded | the one | the other | neither |%n|---:|---:|---:|---:|---:|%n"
                + "| %s | %s | %s | %s | %s |%n",
            (Object[]) numbers),
        failures);
  }
}
