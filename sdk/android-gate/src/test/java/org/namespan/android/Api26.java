package org.namespan.android;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.mojo.animal_sniffer.ClassListBuilder;
import org.codehaus.mojo.animal_sniffer.SignatureChecker;
import org.codehaus.mojo.animal_sniffer.logging.Logger;

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
    List<String> found = new ArrayList<>();
    Logger logger = new ErrorList(found);
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
    found.removeIf(line -> line.contains(POLYMORPHIC));
    return found;
  }

  private static final class ErrorList implements Logger {

    private final List<String> errors;

    ErrorList(List<String> errors) {
      this.errors = errors;
    }

    @Override
    public void info(String message) {}

    @Override
    public void info(String message, Throwable cause) {}

    @Override
    public void debug(String message) {}

    @Override
    public void debug(String message, Throwable cause) {}

    @Override
    public void warn(String message) {
      errors.add(message);
    }

    @Override
    public void warn(String message, Throwable cause) {
      errors.add(message + ": " + cause);
    }

    @Override
    public void error(String message) {
      errors.add(message);
    }

    @Override
    public void error(String message, Throwable cause) {
      errors.add(message + ": " + cause);
    }
  }
}
