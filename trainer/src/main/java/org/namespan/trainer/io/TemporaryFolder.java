package org.namespan.trainer.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The temporary folder of one command, in which ONNX Runtime unpacks 24 MB of libraries: at an
 * orderly end it deletes these and leaves their folder, killed it leaves all. The launcher makes
 * the folder and tells Java of it, which asks for it once, when it starts. It is deleted when the
 * process ends; what a process leaves that was killed, the next one deletes.
 */
public final class TemporaryFolder {

  private static final String PREFIX = "namespan-run-";

  /** A folder this young may be one that its process has not locked yet. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  private TemporaryFolder() {}

  /** Takes the temporary folder of Java for this process, if the launcher made it for one. */
  public static void begin() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    if (folder.getFileName() == null || !folder.getFileName().toString().startsWith(PREFIX)) {
      return;
    }
    try {
      take(folder);
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> deleteQuietly(folder), "namespan-temporary"));
    } catch (IOException e) {
      // Whoever needs a temporary file says why there is none.
    }
  }

  /** Locks a folder until the process ends, and deletes those of ended processes beside it. */
  static void take(Path folder) throws IOException {
    FolderLock.of(folder, "another command");
    deleteAbandoned(folder.resolveSibling(""));
  }

  private static void deleteAbandoned(Path parent) throws IOException {
    FileTime young = FileTime.from(Instant.now().minus(YOUNG));
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path folder : folders) {
        if (Files.getLastModifiedTime(folder).compareTo(young) < 0 && !isLocked(folder)) {
          deleteQuietly(folder);
        }
      }
    }
  }

  private static boolean isLocked(Path folder) {
    try (FileChannel channel =
        FileChannel.open(FolderLock.file(folder), StandardOpenOption.WRITE)) {
      return FileLocks.tryLock(channel) == null;
    } catch (NoSuchFileException e) {
      // Its process never began, so that nothing is in it; else it stays.
      return !folder.toFile().delete();
    } catch (IOException e) {
      // Of another user: not ours to judge.
      return true;
    }
  }

  /** Windows keeps libraries that are loaded; the next process deletes them. */
  private static void deleteQuietly(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      // Last but the folder itself goes the lock, so that what stays is found again.
      Path lock = FolderLock.file(folder);
      for (Path file : deepestFirst) {
        if (!file.equals(lock) && !file.equals(folder)) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(lock);
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // The next process tries again.
    }
  }
}
