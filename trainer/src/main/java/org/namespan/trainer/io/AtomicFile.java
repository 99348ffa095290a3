package org.namespan.trainer.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Writes files whole or not at all: to a temporary file in the same folder, which is moved once its
 * content is on the disk. After a loss of power the target is the old file or the new one, never a
 * part of it.
 */
public final class AtomicFile {

  /** What systems say of a full disk, without the name of the file. */
  private static final Set<String> NO_ROOM =
      Set.of(
          "No space left on device",
          "Disk quota exceeded",
          "There is not enough space on the disk",
          "File too large");

  private static final int MOST_LINKS = 40;

  private AtomicFile() {}

  /** Writes the new content to the file that it is given. */
  @FunctionalInterface
  public interface Writer {
    /** Writes everything to {@code temporary}; an exception leaves the target as it was. */
    void write(Path temporary) throws IOException;
  }

  /**
   * Replaces {@code target}, or creates it with the folders it needs. Of a link, what it leads to
   * is replaced. What is no regular file, a device or a pipe, is written into once everything is
   * there.
   *
   * @throws IOException if writing fails; then {@code target} is what it was, unless it is a device
   *     or a pipe, and no temporary file is left
   */
  public static void write(Path target, Writer writer) throws IOException {
    if (Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target)) {
      writeInto(target, writer);
      return;
    }
    Path place = behindLinks(target);
    Path folder = place.toAbsolutePath().getParent();
    if (folder == null) {
      throw new FileSystemException(target.toString(), null, "is a directory");
    }
    // Java 17's createDirectories refuses a link to a folder.
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    try (UnfinishedFiles.Unfinished unfinished = UnfinishedFiles.begin(folder, place)) {
      Path temporary = unfinished.file();
      writer.write(temporary);
      force(temporary, StandardOpenOption.WRITE);
      unfinished.unlock();
      replace(place, temporary);
      forceFolder(folder);
    } catch (FileSystemException e) {
      // The caller knows the target, not the temporary file.
      if (e.getFile() == null || !UnfinishedFiles.isOne(Path.of(e.getFile()))) {
        throw e;
      }
      String reason = e.getReason() == null ? "cannot be written here" : e.getReason();
      throw failure(target, reason, e);
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage());
      throw NO_ROOM.contains(reason) ? failure(target, reason, e) : e;
    }
  }

  /**
   * What a link leads to, there or not; any other path is given back.
   *
   * @throws FileSystemException if links lead to no end
   */
  public static Path behindLinks(Path target) throws IOException {
    Path place = target;
    for (int links = 0; Files.isSymbolicLink(place); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemException(target.toString(), null, "leads from link to link");
      }
      place = place.resolveSibling(Files.readSymbolicLink(place));
    }
    return place;
  }

  /**
   * Gives a file that is whole the name of another, which goes: in one step where the system has
   * it.
   *
   * @param whole in the folder of {@code target}
   */
  public static void replace(Path target, Path whole) throws IOException {
    try {
      Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static FileSystemException failure(Path target, String reason, IOException cause) {
    FileSystemException failure = new FileSystemException(target.toString(), null, reason);
    failure.initCause(cause);
    return failure;
  }

  private static void writeInto(Path device, Writer writer) throws IOException {
    // For its owner's eyes only, for it is not where the user said.
    Path whole = Files.createTempFile("namespan", null);
    try {
      writer.write(whole);
      try (OutputStream out = Files.newOutputStream(device, StandardOpenOption.WRITE)) {
        Files.copy(whole, out);
      }
    } finally {
      Files.deleteIfExists(whole);
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
