package org.namespan.trainer.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

  @TempDir private Path folder;

  /** Locks the folder that is named, tells so, and waits to be killed. */
  static final class Holder {
    public static void main(String[] args) throws IOException {
      FolderLock.of(Path.of(args[0]), "a test");
      System.out.println("locked");
      System.in.read();
    }
  }

  @Test
  void oneAtATime() throws IOException {
    Path run = folder.resolve("a/run");
    FolderLock.holding(
        run,
        "a training",
        () -> {
          FileSystemException refused =
              assertThrows(FileSystemException.class, () -> FolderLock.of(run, "a training"));
          assertEquals(run.toString(), refused.getFile());
          assertTrue(refused.getReason().startsWith("a training runs in this folder"));
          return null;
        });
    assertEquals("done", FolderLock.holding(run, "a training", () -> "done"));
    try (Stream<Path> left = Files.list(run)) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void anotherProcessIsRefusedUntilItIsKilled() throws IOException, InterruptedException {
    Process holder = OtherProcess.start(Holder.class, folder.toString());
    try {
      assertEquals("locked", OtherProcess.line(holder));
      assertThrows(FileSystemException.class, () -> FolderLock.of(folder, "a training"));
    } finally {
      holder.destroyForcibly().waitFor();
    }
    FolderLock.of(folder, "a training").close();
    assertFalse(Files.exists(folder.resolve(".lock")));
  }
}
