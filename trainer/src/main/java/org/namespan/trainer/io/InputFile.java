package org.namespan.trainer.io;

import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file that a user gives, plain or packed with gzip, which its first bytes tell.
 *
 * @param file as the user named it
 * @param expected what it should hold, for messages: {@code a text file, plain or gzip}
 * @param refusal makes the exceptions for a file that cannot be used
 */
public record InputFile(Path file, String expected, Refusal refusal) {

  private static final int BUFFER = 1 << 16;

  /**
   * Opens the file as it lies on disk.
   *
   * @throws IOException as {@code refusal} makes it, if there is no such file, it is a folder, or
   *     it may not be read
   */
  public InputStream open() throws IOException {
    if (Files.isDirectory(file)) {
      throw refused("found a folder", "give a file in it");
    }
    if (!Files.exists(file)) {
      throw refused("no such file", "check the path");
    }
    try {
      return stream(file);
    } catch (AccessDeniedException e) {
      throw refused("no permission to read this file", "change its permissions");
    }
  }

  /**
   * The bytes of a file or a pipe, from its start.
   *
   * @throws IOException if it cannot be opened
   */
  public static InputStream stream(Path file) throws IOException {
    // The stream of java.nio asks for the position in a file, which a pipe does not have.
    boolean pipe = Files.exists(file) && !Files.isRegularFile(file);
    return pipe ? new FileInputStream(file.toFile()) : Files.newInputStream(file);
  }

  /**
   * The same bytes, unpacked if they are gzip. Closing the result closes {@code packed}.
   *
   * @param packed the bytes of the file
   * @throws IOException as {@code refusal} makes it, here or while reading on, if gzip data are
   *     broken or end too early
   */
  public InputStream unpack(InputStream packed) throws IOException {
    PushbackInputStream in = new PushbackInputStream(packed, 2);
    byte[] magic = in.readNBytes(2);
    in.unread(magic);
    if (magic.length < 2 || (magic[0] & 0xFF) != 0x1F || (magic[1] & 0xFF) != 0x8B) {
      return in;
    }
    try {
      return new Unpacked(new GZIPInputStream(new Members(in), BUFFER));
    } catch (ZipException | EOFException e) {
      throw broken();
    }
  }

  private IOException broken() {
    return refused("found broken gzip data", "fetch the file again");
  }

  private IOException refused(String found, String remedy) {
    return refusal.of(file, 0, found, "expected " + expected, remedy);
  }

  /**
   * Says that bytes are available unless the end has come: {@link GZIPInputStream} takes a pipe
   * that holds none between two members for its end.
   */
  private static final class Members extends PushbackInputStream {

    Members(InputStream in) {
      super(in);
    }

    @Override
    public int available() throws IOException {
      int available = super.available();
      if (available > 0) {
        return available;
      }
      int next = read();
      if (next >= 0) {
        unread(next);
      }
      return next < 0 ? 0 : 1;
    }
  }

  /** Gzip data whose failures are told by the {@link Refusal}. */
  private final class Unpacked extends FilterInputStream {

    Unpacked(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (ZipException | EOFException e) {
        throw broken();
      }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return super.read(target, offset, length);
      } catch (ZipException | EOFException e) {
        throw broken();
      }
    }
  }
}
