package org.namespan.trainer.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** How the bytes of a file are packed. What is packed apart may stand one after the other. */
enum Packing {
  PLAIN,
  /** A member of gzip (RFC 1952) for each piece. */
  GZIP;

  /** By the ending of the file's name: {@code .gz} is gzip. */
  static Packing of(Path file) {
    return file.toString().endsWith(".gz") ? GZIP : PLAIN;
  }

  /** The text in UTF-8, packed. */
  byte[] pack(CharSequence text) {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (this == PLAIN || bytes.length == 0) {
      return bytes;
    }
    return member(bytes);
  }

  /** What an empty file holds. */
  byte[] nothing() {
    return this == PLAIN ? new byte[0] : member(new byte[0]);
  }

  private static byte[] member(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 3 + 64);
    try (GZIPOutputStream out = new GZIPOutputStream(packed, 1 << 13)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
