package org.namespan.trainer.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8 that is read as it comes: from a pipe, or from a file too large for the memory. */
public final class Utf8Reader extends Reader {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int CHUNK = 1 << 13;

  private final InputStream in;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

  /** Read but not decoded. */
  private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).limit(0);

  /** Decoded but not given. */
  private final CharBuffer chars = CharBuffer.allocate(CHUNK).limit(0);

  private boolean ended;
  private int line = 1;
  private char previous;

  private Utf8Reader(InputStream in) {
    this.in = in;
  }

  /**
   * The text of a stream, without a byte-order mark at its start. Closing the result closes {@code
   * in}.
   *
   * <p>Bytes that are not UTF-8 are an error and no replacement character: the result gives all
   * that stands before them, and then throws {@link MalformedTextException}.
   *
   * @throws IOException if {@code in} cannot be read
   */
  public static BufferedReader of(InputStream in) throws IOException {
    BufferedReader reader = withMark(in);
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  /** The text of a stream as {@link #of} gives it, with a byte-order mark where there is one. */
  public static BufferedReader withMark(InputStream in) {
    return new BufferedReader(new Utf8Reader(in));
  }

  /** Bytes that are not UTF-8, and the line in which they stand. */
  public static final class MalformedTextException extends CharacterCodingException {
    private static final long serialVersionUID = 1L;

    private final int line;

    private MalformedTextException(int line) {
      this.line = line;
    }

    /** Counted from 1, by the line ends that {@link BufferedReader#readLine} knows. */
    public int line() {
      return line;
    }

    @Override
    public String getMessage() {
      return "line " + line + ": not UTF-8";
    }
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length > 0 && !chars.hasRemaining() && !decode()) {
      return -1;
    }
    int given = Math.min(length, chars.remaining());
    chars.get(target, offset, given);
    return given;
  }

  /** Decodes what comes next; tells whether there was anything. */
  private boolean decode() throws IOException {
    chars.clear();
    CoderResult result = decoder.decode(bytes, chars, ended);
    while (chars.position() == 0 && !result.isError() && !(ended && result.isUnderflow())) {
      fill();
      result = decoder.decode(bytes, chars, ended);
    }
    chars.flip();
    if (!chars.hasRemaining() && result.isError()) {
      throw new MalformedTextException(line);
    }
    countLines();
    return chars.hasRemaining();
  }

  /** Takes as many bytes as have come, waiting for the first. */
  private void fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    bytes.position(bytes.position() + Math.max(0, count)).flip();
    ended = count < 0;
  }

  private void countLines() {
    for (int i = chars.position(); i < chars.limit(); i++) {
      char c = chars.get(i);
      line += c == '\r' || (c == '\n' && previous != '\r') ? 1 : 0;
      previous = c;
    }
  }

  @Override
  public boolean ready() throws IOException {
    return chars.hasRemaining() || bytes.hasRemaining() || in.available() > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
