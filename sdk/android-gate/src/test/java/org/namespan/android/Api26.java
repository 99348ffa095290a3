package org.namespan.android;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.mojo.animal_sniffer.ClassListBuilder;
import org.codehaus.mojo.animal_sniffer.SignatureChecker;
import org.codehaus.mojo.animal_sniffer.logging.Logger;
import org.codehaus.mojo.animal_sniffer.logging.PrintWriterLogger;

/** Looks for uses of what Android API 26 does not have. */
final class Api26 {

  /** D8 puts a class of its own in place of it. */
  private static final String RECORD = "java.lang.Record";

  /** API 26 has it with every signature, which a list of signatures cannot say. */
  private static final String POLYMORPHIC = " java.lang.invoke.MethodHandle.invokeExact(";

  private Api26() {}

  /**
   * The uses in a jar of class files that D8 or R8 wrote.
   *
   * @param others jars whose classes it may use
   * @return a line for each, with what is used
   */
  static List<String> violations(Path jar, List<Path> others) throws IOException {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    Logger logger = new PrintWriterLogger(new PrintStream(messages, true, StandardCharsets.UTF_8));
    ClassListBuilder known = new ClassListBuilder(new HashSet<>(Set.of(RECORD)), logger);
    known.process(jar.toFile());
    for (Path other : others) {
      known.process(other.toFile());
    }
    try (InputStream signature =
        Files.newInputStream(Path.of(System.getProperty("android.signature")))) {
      SignatureChecker checker = new SignatureChecker(signature, known.getPackages(), logger);
      checker.setSourcePath(List.of());
      checker.process(jar.toFile());
    }
    return messages
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("[INFO]") && !line.contains(POLYMORPHIC))
        .toList();
  }
}
