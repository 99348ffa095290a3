package org.namespan.trainer.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir private Path folder;

  @Test
  void replacesAFileAndMakesItsFolders() throws IOException {
    Path file = folder.resolve("a/b/text");
    AtomicFile.write(file, temporary -> Files.writeString(temporary, "old"));
    AtomicFile.write(file, temporary -> Files.writeString(temporary, "new"));
    assertEquals("new", Files.readString(file));
    assertEquals(List.of(file), filesBeside(file));
  }

  @Test
  void keepsTheOldFileWhenWritingFails() throws IOException {
    Path file = folder.resolve("text");
    Files.writeString(file, "old");
    assertThrows(
        IOException.class,
        () ->
            AtomicFile.write(
                file,
                temporary -> {
                  Files.writeString(temporary, "ne");
                  throw new IOException("the disk is full");
                }));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of(file), filesBeside(file));
  }

  @Test
  void namesTheTargetWhereNothingWasWritten() {
    Path file = folder.resolve("text");
    FileSystemException failure =
        assertThrows(FileSystemException.class, () -> AtomicFile.write(file, temporary -> {}));
    assertEquals(file.toString(), failure.getFile());
    assertEquals(NoSuchFileException.class, failure.getCause().getClass());
  }

  private static List<Path> filesBeside(Path file) throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files.toList();
    }
  }
}
