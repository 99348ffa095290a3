package org.namespan.trainer.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class Utf8ReaderTest {

  /** Gives a few bytes at a time, as a pipe does. */
  private static InputStream trickling(byte[] bytes, int step) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, step));
      }
    };
  }

  private static String readAll(BufferedReader reader) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      text.append((char) c);
    }
    return text.toString();
  }

  @Property
  void readsWhatWasWritten(
      @ForAll @CharRange(from = ' ', to = '\uD7FF') String part,
      @ForAll @IntRange(min = 1, max = 9) int step,
      @ForAll @IntRange(min = 1, max = 400) int times)
      throws IOException {
    String text = (part + "\uD83D\uDE00").repeat(times);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertEquals(text, readAll(Utf8Reader.of(trickling(bytes, step))));
  }

  @Test
  void leavesAByteOrderMarkOut() throws IOException {
    byte[] bytes = "\uFEFFa\uFEFF".getBytes(StandardCharsets.UTF_8);
    assertEquals("a\uFEFF", readAll(Utf8Reader.of(trickling(bytes, 1))));
    assertEquals("", readAll(Utf8Reader.of(new ByteArrayInputStream(new byte[0]))));
  }

  /** The lines before it can be used, and are counted. */
  @Test
  void givesAllThatStandsBeforeMalformedBytes() throws IOException {
    byte[] good = "Z\u00FCrich\nOslo\r\n\rx".getBytes(StandardCharsets.UTF_8);
    for (byte[] malformed : new byte[][] {{(byte) 0xE9, 'a'}, {(byte) 0xE2, (byte) 0x82}}) {
      byte[] bytes = Arrays.copyOf(good, good.length + malformed.length);
      System.arraycopy(malformed, 0, bytes, good.length, malformed.length);
      BufferedReader reader = Utf8Reader.of(new ByteArrayInputStream(bytes));
      assertEquals("Z\u00FCrich", reader.readLine());
      assertEquals("Oslo", reader.readLine());
      assertEquals("", reader.readLine());
      Utf8Reader.MalformedTextException failure =
          assertThrows(Utf8Reader.MalformedTextException.class, reader::readLine);
      assertEquals(4, failure.line());
    }
  }

  @Test
  void isReadyWhileThereIsInput() throws IOException {
    BufferedReader reader = Utf8Reader.of(new ByteArrayInputStream(new byte[] {'a', '\n', 'b'}));
    assertTrue(reader.ready());
    assertEquals("a", reader.readLine());
    assertTrue(reader.ready());
    assertEquals("b", reader.readLine());
    assertFalse(reader.ready());
  }
}
