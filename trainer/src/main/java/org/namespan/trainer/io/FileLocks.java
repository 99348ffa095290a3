package org.namespan.trainer.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import org.jspecify.annotations.Nullable;

/** Locks of files, which end with their process, whether this process has a file or another. */
public final class FileLocks {

  private FileLocks() {}

  /**
   * Locks a whole file until its channel is closed.
   *
   * @return null if another channel has it, of this process too
   * @throws IOException if the file's system has no locks
   */
  public static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    return tryLock(channel, 0, Long.MAX_VALUE);
  }

  /** The same for some bytes of a file, which need not be there. */
  static @Nullable FileLock tryLock(FileChannel channel, long position, long size)
      throws IOException {
    try {
      return channel.tryLock(position, size, false);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
