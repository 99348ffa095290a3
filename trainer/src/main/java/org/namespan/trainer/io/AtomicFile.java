package org.namespan.trainer.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * Writes files whole or not at all: to a temporary file in the same folder, which is moved once its
 * content is on the disk. After a loss of power the target is the old file or the new one, never a
 * part of it.
 */
public final class AtomicFile {

  private AtomicFile() {}

  /** Writes the new content to the file that it is given. */
  @FunctionalInterface
  public interface Writer {
    /** Writes everything to {@code temporary}; an exception leaves the target as it was. */
    void write(Path temporary) throws IOException;
  }

  /**
   * Replaces {@code target}, or creates it with the folders it needs.
   *
   * @throws IOException if writing fails; then {@code target} is what it was and no temporary file
   *     is left
   */
  public static void write(Path target, Writer writer) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new FileSystemException(target.toString(), null, "is a directory");
    }
    // Java 17's createDirectories refuses a link to a folder.
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    // Not Files.createTempFile: its files are for their owner's eyes only.
    Path temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      writer.write(temporary);
      force(temporary, StandardOpenOption.WRITE);
      try {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
      }
      forceFolder(folder);
    } catch (FileSystemException e) {
      // The caller knows the target, not the temporary file.
      if (!temporary.toString().equals(e.getFile())) {
        throw e;
      }
      String reason = e.getReason() == null ? "cannot be written here" : e.getReason();
      FileSystemException failure = new FileSystemException(target.toString(), null, reason);
      failure.initCause(e);
      throw failure;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Writes the new text to a writer. */
  @FunctionalInterface
  public interface TextWriter {
    /** Writes everything to {@code out}; an exception leaves the target as it was. */
    void write(BufferedWriter out) throws IOException;
  }

  /**
   * Replaces or creates {@code target} by text in UTF-8, packed by gzip.
   *
   * @throws IOException as {@link #write} does
   */
  public static void writeGzip(Path target, TextWriter writer) throws IOException {
    write(
        target,
        temporary -> {
          try (BufferedWriter out =
              new BufferedWriter(
                  new OutputStreamWriter(
                      new GZIPOutputStream(Files.newOutputStream(temporary), 1 << 16),
                      StandardCharsets.UTF_8))) {
            writer.write(out);
          }
        });
  }

  /** Has the operating system write what it still holds in memory. */
  private static void force(Path path, StandardOpenOption access) throws IOException {
    try (FileChannel channel = FileChannel.open(path, access)) {
      channel.force(true);
    }
  }

  /** The move itself is an entry of the folder, which not every system lets a program force. */
  private static void forceFolder(Path folder) {
    try {
      force(folder, StandardOpenOption.READ);
    } catch (IOException e) {
      // Windows opens no folder as a file. The target is complete all the same.
    }
  }
}
