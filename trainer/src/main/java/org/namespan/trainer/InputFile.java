package org.namespan.trainer;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens files that users give, plain or packed with gzip, which their first bytes tell. */
public final class InputFile {

  private static final int BUFFER = 1 << 16;

  private InputFile() {}

  /** Makes the exception for a file that cannot be used, in the terms of its reader. */
  @FunctionalInterface
  public interface Refusal {
    /**
     * @param found what was found, such as {@code found a folder}
     * @param remedy what the user can do
     */
    IOException because(String found, String remedy);
  }

  /**
   * Opens a file as it lies on disk.
   *
   * @throws IOException as {@code refusal} makes it, if there is no such file, it is a folder, or
   *     it may not be read
   */
  public static InputStream open(Path file, Refusal refusal) throws IOException {
    if (Files.isDirectory(file)) {
      throw refusal.because("found a folder", "give a file in it");
    }
    if (!Files.exists(file)) {
      throw refusal.because("no such file", "check the path");
    }
    try {
      return Files.newInputStream(file);
    } catch (AccessDeniedException e) {
      throw refusal.because("no permission to read this file", "change its permissions");
    }
  }

  /**
   * The same bytes, unpacked if they are gzip. Closing the result closes {@code packed}.
   *
   * @throws IOException as {@code refusal} makes it, here or while reading on, if gzip data are
   *     broken or end too early
   */
  public static InputStream unpack(InputStream packed, Refusal refusal) throws IOException {
    PushbackInputStream in = new PushbackInputStream(packed, 2);
    byte[] magic = in.readNBytes(2);
    in.unread(magic);
    if (magic.length < 2 || (magic[0] & 0xFF) != 0x1F || (magic[1] & 0xFF) != 0x8B) {
      return in;
    }
    try {
      return new Unpacked(new GZIPInputStream(in, BUFFER), refusal);
    } catch (ZipException | EOFException e) {
      throw broken(refusal);
    }
  }

  private static IOException broken(Refusal refusal) {
    return refusal.because("found broken gzip data", "fetch the file again");
  }

  /** Gzip data whose failures are told by a {@link Refusal}. */
  private static final class Unpacked extends FilterInputStream {
    private final Refusal refusal;

    Unpacked(InputStream in, Refusal refusal) {
      super(in);
      this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (ZipException | EOFException e) {
        throw broken(refusal);
      }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return super.read(target, offset, length);
      } catch (ZipException | EOFException e) {
        throw broken(refusal);
      }
    }
  }
}
