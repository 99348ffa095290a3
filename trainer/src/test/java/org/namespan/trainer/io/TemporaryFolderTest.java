package org.namespan.trainer.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.trainer.cli.NamespanCommand;

class TemporaryFolderTest {

  private static final FileTime LONG_AGO = FileTime.fromMillis(0);

  /** What a killed process leaves. */
  private static Path leftover(Path parent, String name) throws IOException {
    Path folder = Files.createDirectories(parent.resolve(name).resolve("onnxruntime-java1"));
    Files.writeString(folder.resolve("libonnxruntime.so"), "library");
    Files.createFile(parent.resolve(name).resolve(".lock"));
    return parent.resolve(name);
  }

  private static Process command(Path temporary, String text) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + temporary,
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            NamespanCommand.class.getName(),
            "tag",
            text)
        .redirectErrorStream(true)
        .start();
  }

  @Test
  void deletesWhatAnEndedProcessLeftAndNothingElse(@TempDir Path parent) throws IOException {
    Path old = leftover(parent, "namespan-run-1");
    Files.setLastModifiedTime(old, LONG_AGO);
    Path young = leftover(parent, "namespan-run-2");
    Path foreign = leftover(parent, "onnxruntime-java2");
    Files.setLastModifiedTime(foreign, LONG_AGO);
    Path folder = parent.resolve("namespan-run-3");
    TemporaryFolder.take(folder);
    assertTrue(Files.isDirectory(folder));
    assertFalse(Files.exists(old));
    assertTrue(Files.exists(young) && Files.exists(foreign));

    // That of a process that runs is locked, however old it is.
    Files.setLastModifiedTime(folder, LONG_AGO);
    TemporaryFolder.take(parent.resolve("namespan-run-4"));
    assertTrue(Files.exists(folder));
  }

  @Test
  @Tag("slow")
  void theCommandLeavesNothing(@TempDir Path parent) throws IOException, InterruptedException {
    Path folder = Files.createDirectory(parent.resolve("namespan-run-abc"));
    Process process = command(folder, "Barack Obama flew to Thailand.");
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    try (Stream<Path> left = Files.list(parent)) {
      assertEquals(List.of(), left.toList());
    }
  }
}
