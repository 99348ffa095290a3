package org.namespan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import javax.tools.ToolProvider;

/** The Java compiler, on programs that tests write. */
final class Javac {

  private Javac() {}

  /** Compiles, and fails the test if there are errors. */
  static void compile(Object... arguments) {
    String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, texts);
    assertEquals(0, exit, () -> "javac " + String.join(" ", texts));
  }
}
