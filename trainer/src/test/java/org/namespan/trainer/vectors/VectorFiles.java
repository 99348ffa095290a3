package org.namespan.trainer.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.function.Executable;

/** What the tests of word vectors share. */
final class VectorFiles {
  private VectorFiles() {}

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  /** {@code "the[1.0, 2.0]|of[0.5, -3.0]"}. */
  static String show(WordVectors vectors) {
    return vectors.words().stream()
        .map(word -> word + Arrays.toString(vectors.vector(word)))
        .collect(Collectors.joining("|"));
  }

  /** Expects a one-line message that starts with the place and holds no "secret" of the file. */
  static void assertRefused(String place, String part, Executable action) {
    String message = assertThrows(VectorException.class, action).getMessage();
    assertTrue(message.startsWith(place + ": "), message);
    assertTrue(message.contains(part), message);
    assertEquals(1, message.lines().count(), message);
    assertEquals(3, message.substring(place.length()).split("; ").length, message);
    assertFalse(message.contains("ecret"), message);
  }
}
