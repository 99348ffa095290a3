package org.namespan.trainer.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class InputFileTest {

  private static final InputFile FILE =
      new InputFile(
          Path.of("a.gz"), "text", (file, line, found, expected, remedy) -> new IOException(found));

  private static byte[] member(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  /** A pipe to which one byte comes at a time, and that holds none meanwhile. */
  private static InputStream slowPipe(byte[] bytes) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public int read(byte[] target, int from, int length) {
        return super.read(target, from, Math.min(1, length));
      }

      @Override
      public int available() {
        return 0;
      }
    };
  }

  @Test
  void readsAllMembersOfGzipFromASlowPipe() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    for (String text : new String[] {"one\n", "", "two\n", "three"}) {
      members.write(member(text));
    }
    try (InputStream in = FILE.unpack(slowPipe(members.toByteArray()))) {
      assertEquals("one\ntwo\nthree", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Whoever asks whether a plain pipe holds more is not kept waiting. */
  @Test
  void tellsOfAPlainPipeWhatItHolds() throws IOException {
    try (InputStream in = FILE.unpack(slowPipe("abc".getBytes(StandardCharsets.UTF_8)))) {
      assertEquals(2, in.available());
      assertEquals(2, in.readNBytes(2).length);
      assertEquals(0, in.available());
      assertEquals('c', in.read());
    }
  }
}
