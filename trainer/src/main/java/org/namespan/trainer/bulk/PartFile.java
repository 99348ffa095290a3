package org.namespan.trainer.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import org.namespan.trainer.io.AtomicFile;
import org.namespan.trainer.io.FileLocks;

/**
 * A file that is written from its start to its end beside its name, {@code found.jsonl.part}, and
 * takes that name once it is whole. Used by one thread; no other process can write to it meanwhile.
 */
final class PartFile implements Closeable {

  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private final Packing packing;
  private long length;

  private PartFile(Path target, Path part, FileChannel channel) {
    this.target = target;
    this.part = part;
    this.channel = channel;
    this.packing = Packing.of(target);
  }

  /** The name of the part of a file. */
  static Path part(Path target) {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  /**
   * Begins a file.
   *
   * @param secret whether it is for its owner's eyes only
   * @param replace whether a part that is there goes
   * @throws IOException if a part of it is there already
   */
  static PartFile begin(Path target, boolean secret, boolean replace) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    Path part = part(target);
    try {
      StandardOpenOption how = replace ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW;
      PartFile file = open(target, part, how, secret);
      file.channel.truncate(0);
      return file;
    } catch (FileAlreadyExistsException e) {
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        lock(channel, part);
      }
      throw new IOException(
          part
              + ": is there already, from a run that has not ended; add --resume to go on with it, or"
              + " delete it",
          e);
    }
  }

  /**
   * Goes on with a file.
   *
   * @param length bytes that count; what was written behind them goes
   * @throws IOException if it is shorter
   */
  static PartFile resume(Path target, long length) throws IOException {
    PartFile file = open(target, part(target), StandardOpenOption.WRITE, false);
    boolean usable = false;
    try {
      long found = file.channel.size();
      if (found < length) {
        throw new IOException(
            file.part
                + ": found "
                + found
                + " bytes, expected the "
                + length
                + " that were written; delete it to begin anew");
      }
      file.channel.truncate(length);
      file.channel.position(length);
      file.length = length;
      usable = true;
      return file;
    } finally {
      if (!usable) {
        file.close();
      }
    }
  }

  private static PartFile open(Path target, Path part, StandardOpenOption how, boolean secret)
      throws IOException {
    FileChannel channel =
        FileChannel.open(
            part, EnumSet.of(how, StandardOpenOption.WRITE), permissions(part, secret));
    boolean usable = false;
    try {
      lock(channel, part);
      PartFile file = new PartFile(target, part, channel);
      usable = true;
      return file;
    } finally {
      if (!usable) {
        channel.close();
      }
    }
  }

  private static FileAttribute<?>[] permissions(Path part, boolean secret) {
    boolean posix = part.getFileSystem().supportedFileAttributeViews().contains("posix");
    return secret && posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void lock(FileChannel channel, Path part) throws IOException {
    if (FileLocks.tryLock(channel) == null) {
      throw new IOException(part + ": is being written by another run; wait for its end");
    }
  }

  /** How what is written to it is packed. */
  Packing packing() {
    return packing;
  }

  /** Bytes so far. */
  long length() {
    return length;
  }

  /** Adds bytes that are packed already. */
  void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      // A full disk is told of without the name of the file.
      throw new IOException(part + ": " + e.getMessage(), e);
    }
    length += bytes.length;
  }

  /** Has the operating system write what it still holds in memory. */
  void force() throws IOException {
    channel.force(false);
  }

  /** Ends the content. */
  void end() throws IOException {
    if (length == 0) {
      write(packing.nothing());
    }
    force();
  }

  /** Gives the part the name of the file, unless that was done before. */
  static void move(Path target) throws IOException {
    Path part = part(target);
    if (!Files.exists(part)) {
      return;
    }
    AtomicFile.replace(target, part);
  }

  /** Takes back a file that nothing was written to. */
  void delete() throws IOException {
    close();
    Files.deleteIfExists(part);
  }

  Path target() {
    return target;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
