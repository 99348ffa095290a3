package org.namespan.trainer.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a folder for one process, or one object of it, until it is closed or the process ends, by
 * whatever cause. The lock is on a file in the folder, which is deleted with it.
 */
public final class FolderLock implements AutoCloseable {

  private static final String NAME = ".lock";

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** What is done in a folder. */
  @FunctionalInterface
  public interface Action<T> {
    /** Does it. */
    T run() throws IOException;
  }

  /**
   * Does something in a folder that is locked meanwhile.
   *
   * @throws IOException as {@link #of} and {@code action} do
   */
  public static <T> T holding(Path folder, String purpose, Action<T> action) throws IOException {
    FolderLock lock = of(folder, purpose);
    try {
      return action.run();
    } finally {
      lock.close();
    }
  }

  /**
   * Locks a folder.
   *
   * @param folder created if missing
   * @param purpose what others do there, for the message: {@code a training}
   * @throws FileSystemException if it is locked
   * @throws IOException if the folder cannot be written, or has no locks
   */
  public static FolderLock of(Path folder, String purpose) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    Path file = file(folder);
    while (true) {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      boolean locked = false;
      try {
        if (FileLocks.tryLock(channel) == null) {
          throw new FileSystemException(
              folder.toString(),
              null,
              purpose + " runs in this folder, expected none; wait for its end, or choose another");
        }
        // Whoever had it before may have deleted the file after it was opened here.
        locked = Files.exists(file);
        if (locked) {
          return new FolderLock(file, channel);
        }
      } finally {
        if (!locked) {
          channel.close();
        }
      }
    }
  }

  /** The file whose lock is the folder's. */
  static Path file(Path folder) {
    return folder.resolve(NAME);
  }

  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(file);
    } finally {
      channel.close();
    }
  }
}
