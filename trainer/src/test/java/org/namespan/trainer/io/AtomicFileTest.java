package org.namespan.trainer.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
  void namesTheTargetWhereTheTemporaryFileIsGone() {
    Path file = folder.resolve("text");
    FileSystemException failure =
        assertThrows(FileSystemException.class, () -> AtomicFile.write(file, Files::delete));
    assertEquals(file.toString(), failure.getFile());
    assertEquals(NoSuchFileException.class, failure.getCause().getClass());
  }

  /** Begins to write the file that is named, tells so, and waits to be killed. */
  static final class Writing {
    public static void main(String[] args) throws IOException {
      CountDownLatch never = new CountDownLatch(1);
      AtomicFile.write(
          Path.of(args[0]),
          temporary -> {
            try (OutputStream half = Files.newOutputStream(temporary)) {
              half.write(1);
              System.out.println("half");
              never.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          });
    }
  }

  @Test
  void whatAKilledProcessLeftIsDeletedAndWhatIsBeingWrittenIsNot()
      throws IOException, InterruptedException {
    Path file = folder.resolve("a.onnx");
    Path foreign = Files.createFile(folder.resolve(".notes.tmp"));
    Process killed = OtherProcess.start(Writing.class, file.toString());
    Process writing = OtherProcess.start(Writing.class, file.toString());
    try {
      assertEquals("half", OtherProcess.line(killed));
      assertEquals("half", OtherProcess.line(writing));
      killed.destroyForcibly().waitFor();
      assertEquals(3, filesBeside(file).size());
      AtomicFile.write(file, temporary -> Files.writeString(temporary, "whole"));
      assertEquals(3, filesBeside(file).size());
      assertTrue(Files.exists(foreign));
      writing.destroy();
      writing.waitFor();
    } finally {
      killed.destroyForcibly();
      writing.destroyForcibly();
    }
    // A signal that lets a process end in its own way leaves nothing.
    assertEquals(Set.of(file, foreign), Set.copyOf(filesBeside(file)));
    assertEquals("whole", Files.readString(file));
  }

  @Test
  void ofALinkThatWhichItLeadsToIsReplaced() throws IOException {
    Path file = folder.resolve("text");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("text"));
    AtomicFile.write(link, temporary -> Files.writeString(temporary, "old"));
    assertEquals("old", Files.readString(file));
    AtomicFile.write(link, temporary -> Files.writeString(temporary, "new"));
    assertTrue(Files.isSymbolicLink(link));
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    assertThrows(
        FileSystemException.class,
        () -> AtomicFile.write(loop, temporary -> Files.writeString(temporary, "new")));
    assertFalse(Files.isSymbolicLink(file));
    assertEquals("new", Files.readString(file));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPipeIsWrittenIntoAndStays() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    Process reader = new ProcessBuilder("cat", pipe.toString()).start();
    AtomicFile.write(pipe, temporary -> Files.writeString(temporary, "through"));
    assertEquals("through", OtherProcess.line(reader));
    assertFalse(Files.isRegularFile(pipe));
    assertEquals(List.of(pipe), filesBeside(pipe));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aDeviceStaysADevice() throws IOException {
    Path device = Path.of("/dev/null");
    AtomicFile.write(device, temporary -> Files.writeString(temporary, "gone"));
    assertTrue(Files.readAttributes(device, BasicFileAttributes.class).isOther());
    FileSystemException full =
        assertThrows(
            FileSystemException.class,
            () ->
                AtomicFile.write(
                    folder.resolve("text"),
                    temporary -> {
                      try (OutputStream out = new FileOutputStream("/dev/full")) {
                        out.write(1);
                      }
                    }));
    assertEquals(folder.resolve("text").toString(), full.getFile());
    assertEquals("No space left on device", full.getReason());
  }

  private static List<Path> filesBeside(Path file) throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files.toList();
    }
  }
}
