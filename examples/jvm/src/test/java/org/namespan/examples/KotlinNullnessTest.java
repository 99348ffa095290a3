package org.namespan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kotlin's compiler knows that the library takes no null. */
class KotlinNullnessTest {

  @TempDir Path folder;

  @Test
  void nullIsNotTaken() throws IOException {
    String errors = errors("fun tag(t: org.namespan.EntityTagger) = t.tag(null as String?)");
    assertTrue(errors.contains("string?"), errors);
  }

  private String errors(String source) throws IOException {
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
    String text = messages.toString(StandardCharsets.UTF_8);
    assertEquals(ExitCode.COMPILATION_ERROR, exit, text);
    return text.toLowerCase(Locale.ROOT);
  }
}
