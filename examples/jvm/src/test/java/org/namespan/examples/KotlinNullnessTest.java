package org.namespan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kotlin's compiler knows that the library takes no null. */
class KotlinNullnessTest {

  @Test
  void nullIsNotTaken(@TempDir Path folder) throws IOException {
    String source = "fun tag(t: org.namespan.EntityTagger) = t.tag(null as String?)";
    Path file = Files.writeString(folder.resolve("Use.kt"), source);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    ExitCode exit =
        new K2JVMCompiler()
            .exec(
                new PrintStream(messages, true, StandardCharsets.UTF_8),
                "-no-stdlib",
                "-no-reflect",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                folder.resolve("classes").toString(),
                file.toString());
    String errors = messages.toString(StandardCharsets.UTF_8);
    assertEquals(ExitCode.COMPILATION_ERROR, exit, errors);
    assertTrue(errors.contains("String?"), errors);
  }
}
