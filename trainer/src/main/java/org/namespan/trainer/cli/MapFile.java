package org.namespan.trainer.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.namespan.redaction.RedactionMap;
import org.namespan.trainer.bulk.MapLine;
import org.namespan.trainer.io.AtomicFile;
import picocli.CommandLine.Option;

/** The options that name the file of a redaction map. */
final class MapFile {

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "File of what the placeholders stand for. 'redact' writes none without.")
  private @Nullable Path file;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "File with the AES key that the map is encrypted with: 32, 48 or 64 hexadecimal digits, as"
              + " 'openssl rand -hex 32' writes them.")
  private @Nullable Path key;

  /** Null if none is named. */
  @Nullable Path file() {
    return file;
  }

  boolean hasKey() {
    return key != null;
  }

  /** How the maps of records are written and read, with the key that is named. */
  MapLine line() throws IOException {
    return new MapLine(key == null ? null : readKey(key));
  }

  /** The file of the key; null if none is named. */
  @Nullable Path key() {
    return key;
  }

  /**
   * Refuses a file that cannot be written, before anything is done.
   *
   * @throws IOException if the file is there already, or cannot be written, or the key is none
   */
  void requireNew() throws IOException {
    if (file == null) {
      return;
    }
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw isThere(file);
    }
    Outputs.requireFile(file);
    if (key != null) {
      readKey(key);
    }
  }

  private static IOException isThere(Path file) {
    return new IOException(
        file + ": is there already, and what it restores would be lost; name another file");
  }

  /** Writes the map, if a file is named, for its owner's eyes only. */
  void write(RedactionMap map) throws IOException {
    if (file == null) {
      return;
    }
    byte[] bytes = key == null ? map.toBytes() : encrypt(map, key);
    try {
      // Taken, so that of two runs at once only one writes.
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      throw isThere(file);
    }
    boolean written = false;
    try {
      AtomicFile.write(file, temporary -> writeForOwner(bytes, temporary));
      written = true;
    } finally {
      if (!written) {
        // Empty, it would stand in the way of the next run.
        Files.deleteIfExists(file);
      }
    }
  }

  /** A failure to write the text that a map was written for, with the map that is left of it. */
  IOException stays(IOException failure) {
    return file == null
        ? failure
        : new IOException(
            failure.getMessage()
                + "; the map "
                + file
                + " is written and stays: delete it, or it stands in the way of the next run",
            failure);
  }

  private static void writeForOwner(byte[] bytes, Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    Files.write(file, bytes);
  }

  private static byte[] encrypt(RedactionMap map, Path key) throws IOException {
    try {
      return map.encrypt(readKey(key));
    } catch (GeneralSecurityException e) {
      throw new IOException(key + ": this Java cannot encrypt with the key", e);
    }
  }

  /**
   * Reads the map of a file.
   *
   * @throws IOException if it cannot be read or decrypted, or is no map
   */
  RedactionMap read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      return key == null ? RedactionMap.of(bytes) : RedactionMap.decrypt(bytes, readKey(key));
    } catch (IllegalArgumentException e) {
      String hint = key == null && isEncrypted(bytes) ? "; an encrypted map needs --key" : "";
      throw new IOException(file + ": " + e.getMessage() + hint, e);
    } catch (GeneralSecurityException e) {
      throw new IOException(
          file + ": cannot be decrypted: the key is another, or the file is damaged or none", e);
    }
  }

  private static boolean isEncrypted(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).startsWith("NSRM");
  }

  private static SecretKey readKey(Path key) throws IOException {
    String digits = new String(Files.readAllBytes(key), StandardCharsets.ISO_8859_1).strip();
    if (!digits.matches("[0-9a-fA-F]+")
        || (digits.length() != 32 && digits.length() != 48 && digits.length() != 64)) {
      throw new IOException(
          key
              + ": is no AES key, expected 32, 48 or 64 hexadecimal digits, as 'openssl rand -hex"
              + " 32' writes them");
    }
    return new SecretKeySpec(HexFormat.of().parseHex(digits), "AES");
  }
}
