package org.namespan.trainer.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The temporary files that become other files once they are whole. Each is locked by the process
 * that writes it; what a process leaves that ends meanwhile is deleted: at its end where it has
 * one, else by the next one that writes to the folder and finds no lock.
 */
final class UnfinishedFiles {

  private static final Pattern NAME =
      Pattern.compile("\\..+\\.[0-9a-f-]{36}\\.tmp", Pattern.DOTALL);

  /** No file has this byte, so systems whose locks forbid to write let the others be written. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final Set<Path> WRITTEN_NOW = ConcurrentHashMap.newKeySet();
  private static final Set<Path> CLEANED = ConcurrentHashMap.newKeySet();

  static {
    try {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(UnfinishedFiles::deleteAll, "namespan-delete"));
    } catch (IllegalStateException e) {
      // The process ends already.
    }
  }

  private UnfinishedFiles() {}

  /** A file beside its target, until it is closed; then it is deleted unless it was moved. */
  static final class Unfinished implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    private Unfinished(Path file, FileChannel channel) {
      this.file = file;
      this.channel = channel;
    }

    Path file() {
      return file;
    }

    /** Gives up the lock, so that the file can be moved on every system. */
    void unlock() throws IOException {
      channel.close();
    }

    @Override
    public void close() throws IOException {
      channel.close();
      Files.deleteIfExists(file);
      WRITTEN_NOW.remove(file);
    }
  }

  /**
   * Begins a file, after deleting what earlier processes left in its folder.
   *
   * @param folder of the target, which exists
   * @throws IOException if none can be written there
   */
  static Unfinished begin(Path folder, Path target) throws IOException {
    clean(folder);
    // Not Files.createTempFile: its files are for their owner's eyes only.
    Path file = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    WRITTEN_NOW.add(file);
    boolean begun = false;
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      begun = true;
      lock(channel);
      return new Unfinished(file, channel);
    } finally {
      if (!begun) {
        WRITTEN_NOW.remove(file);
      }
    }
  }

  /** Whether a file is one by its name. */
  static boolean isOne(Path file) {
    return file.getFileName() != null && NAME.matcher(file.getFileName().toString()).matches();
  }

  /** Null where there is a lock already, or none can be had. */
  private static @Nullable FileLock lock(FileChannel channel) {
    try {
      return FileLocks.tryLock(channel, LOCKED_BYTE, 1);
    } catch (IOException e) {
      // Some network folders have no locks. Their leftovers stay.
      return null;
    }
  }

  private static void clean(Path folder) {
    if (!CLEANED.add(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, UnfinishedFiles::isOne)) {
      for (Path file : files) {
        deleteLeftover(file);
      }
    } catch (IOException e) {
      // A folder that may be written but not listed keeps its leftovers.
    }
  }

  private static void deleteLeftover(Path file) throws IOException {
    if (WRITTEN_NOW.contains(file) || !Files.isRegularFile(file)) {
      return;
    }
    boolean abandoned;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      abandoned = lock(channel) != null;
    }
    if (abandoned) {
      Files.deleteIfExists(file);
    }
  }

  private static void deleteAll() {
    for (Path file : WRITTEN_NOW) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // The next process that writes to the folder tries again.
      }
    }
  }
}
