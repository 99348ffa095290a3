package org.namespan.trainer.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The bytes of a text file, unpacked, and their strict decoding. Nothing is replaced in silence:
 * bytes that are no text are refused with the line in which they stand.
 */
public final class TextFile {
  /** Takes one line of a text. */
  @FunctionalInterface
  public interface LineHandler {
    /**
     * Takes a line.
     *
     * @param number counted from 1
     */
    void accept(String line, int number) throws IOException;
  }

  /** Hears of lines that are no text. */
  @FunctionalInterface
  public interface BadLineHandler {
    /**
     * Hears what is wrong with a line.
     *
     * @param number counted from 1
     * @throws IOException to end the reading
     */
    void accept(int number, String found, String expected, String remedy) throws IOException;
  }

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final String EXPECTED = "a text file, plain or gzip";
  private static final String NOT_UTF8 = "found bytes that are not UTF-8";
  private static final String UTF8 = "expected UTF-8";
  private static final String SAVE_AS_UTF8 = "save the file as UTF-8";

  private final Path file;
  private final byte[] bytes;
  private final Refusal refusal;

  /** LF, or CR where there is no LF. */
  private final char lineEnd;

  private TextFile(Path file, byte[] bytes, Refusal refusal) {
    this.file = file;
    this.bytes = bytes;
    this.refusal = refusal;
    this.lineEnd = contains(bytes, '\n') ? '\n' : '\r';
  }

  /**
   * Reads a file to its end, plain or gzip.
   *
   * @param refusal makes the exceptions for what is no text
   * @throws IOException as {@code refusal} makes it, if the file cannot be opened or unpacked, is a
   *     ZIP archive or UTF-16, or holds a NUL byte
   */
  public static TextFile read(Path file, Refusal refusal) throws IOException {
    InputFile input = new InputFile(file, EXPECTED, refusal);
    byte[] bytes;
    try (InputStream packed = input.open();
        InputStream unpacked = input.unpack(packed)) {
      bytes = unpacked.readAllBytes();
    }
    TextFile text = new TextFile(file, bytes, refusal);
    text.refuseBinary();
    return text;
  }

  /**
   * The text without a byte-order mark.
   *
   * @throws IOException naming the line of the first bytes that are not UTF-8
   */
  public String decodeUtf8() throws IOException {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    int malformed = decode(StandardCharsets.UTF_8, text);
    if (malformed >= 0) {
      throw refusal.of(file, lineOf(malformed), NOT_UTF8, UTF8, SAVE_AS_UTF8);
    }
    return withoutMark(text);
  }

  /**
   * The text, as UTF-8 if all of it is, else as windows-1252, without a byte-order mark.
   *
   * @throws IOException naming the line of the first byte that is neither
   */
  public String decodeUtf8OrWindows1252() throws IOException {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    if (decode(StandardCharsets.UTF_8, text) < 0) {
      return withoutMark(text);
    }
    text.clear();
    int malformed = decode(WINDOWS_1252, text);
    if (malformed >= 0) {
      throw refusal.of(
          file,
          lineOf(malformed),
          "found a byte that is neither UTF-8 nor windows-1252",
          "expected UTF-8 or windows-1252",
          "save the file as UTF-8");
    }
    return withoutMark(text);
  }

  /**
   * Gives the lines of the text in order, without their ends, which are LF or CRLF, or CR where the
   * whole file has no LF. A carriage return elsewhere belongs to its line.
   *
   * @throws IOException naming the line of the first bytes that are not UTF-8, before any line is
   *     given; or what {@code handler} throws
   */
  public void forEachLine(LineHandler handler) throws IOException {
    forEachLine(decodeUtf8(), handler);
  }

  /**
   * Gives the lines as {@link #forEachLine(LineHandler)} does, those that are not UTF-8 as well.
   *
   * @param malformed hears of each line that is not UTF-8 before any line is given; if it throws
   *     nothing, such bytes become U+FFFD
   * @throws IOException what one of the two throws
   */
  public void forEachLine(LineHandler handler, BadLineHandler malformed) throws IOException {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    if (decode(StandardCharsets.UTF_8, text) < 0) {
      forEachLine(withoutMark(text), handler);
      return;
    }
    int number = 0;
    for (int start = 0, end; start < bytes.length; start = end + 1) {
      end = start;
      while (end < bytes.length && bytes[end] != lineEnd) {
        end++;
      }
      number++;
      ByteBuffer line = ByteBuffer.wrap(bytes, start, end - start);
      CharBuffer decoded = CharBuffer.allocate(end - start);
      if (StandardCharsets.UTF_8.newDecoder().decode(line, decoded, true).isError()) {
        malformed.accept(number, NOT_UTF8, UTF8, SAVE_AS_UTF8);
      }
    }
    CharBuffer replaced = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
    forEachLine(withoutMark(replaced.position(replaced.limit())), handler);
  }

  private void forEachLine(String text, LineHandler handler) throws IOException {
    int number = 0;
    for (int start = 0, end; start < text.length(); start = end + 1) {
      int feed = text.indexOf(lineEnd, start);
      end = feed < 0 ? text.length() : feed;
      boolean carriageReturn = end > start && text.charAt(end - 1) == '\r';
      handler.accept(text.substring(start, carriageReturn ? end - 1 : end), ++number);
    }
  }

  private void refuseBinary() throws IOException {
    if (startsWith(bytes, 'P', 'K', 3, 4)) {
      throw refusal.of(file, 0, "found a ZIP archive", "expected " + EXPECTED, "unpack it first");
    }
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      throw refusal.of(file, 1, "found UTF-16", UTF8, SAVE_AS_UTF8);
    }
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw refusal.of(
            file, lineOf(i), "found a NUL byte, as in UTF-16 or binary data", UTF8, SAVE_AS_UTF8);
      }
    }
  }

  /** Returns where the first malformed byte stands, or -1. */
  private int decode(Charset charset, CharBuffer into) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result = charset.newDecoder().decode(in, into, true);
    return result.isError() ? in.position() : -1;
  }

  /** The chars from the buffer's start to its position. */
  private static String withoutMark(CharBuffer text) {
    text.flip();
    if (text.hasRemaining() && text.get(0) == '\uFEFF') {
      text.get();
    }
    return text.toString();
  }

  private int lineOf(int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      if (bytes[i] == lineEnd) {
        line++;
      }
    }
    return line;
  }

  private static boolean contains(byte[] bytes, char wanted) {
    for (byte b : bytes) {
      if (b == wanted) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] bytes, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
