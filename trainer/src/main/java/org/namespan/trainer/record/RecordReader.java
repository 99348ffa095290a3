package org.namespan.trainer.record;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the records of one file. Holds little more of one than its limit. Used by one thread. */
final class RecordReader implements Closeable {

  private static final int BUFFER = 1 << 16;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** As git tells binary files: by a NUL byte among as many of the first. */
  private static final int FIRST_BYTES = 8000;

  private final InputStream in;
  private final RecordFile file;
  private final Framing framing;
  private final int limit;

  private byte[] buffer = new byte[BUFFER];
  private int start;
  private int end;

  /** Bytes and lines before {@link #start}. */
  private long offset;

  private long line;

  /**
   * @param in unpacked; closed with the reader
   * @param limit bytes of a record at most
   */
  RecordReader(InputStream in, RecordFile file, Framing framing, int limit) {
    this.in = in;
    this.file = file;
    this.framing = framing;
    this.limit = limit;
  }

  /**
   * Goes to the first record.
   *
   * @return whether the file looks like text
   */
  boolean begin() throws IOException {
    boolean more = fill();
    // Whoever writes two bytes to a pipe may wait for the answer.
    while (more && end < BYTE_ORDER_MARK.length && isMark(end)) {
      more = fill();
    }
    if (end >= BYTE_ORDER_MARK.length && isMark(BYTE_ORDER_MARK.length)) {
      start = BYTE_ORDER_MARK.length;
      offset = BYTE_ORDER_MARK.length;
    }
    for (int i = 0; i < Math.min(end, FIRST_BYTES); i++) {
      if (buffer[i] == 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isMark(int length) {
    return Arrays.equals(buffer, 0, length, BYTE_ORDER_MARK, 0, length);
  }

  /**
   * Goes to a place between two records, before anything was read.
   *
   * @throws IOException if the file is not that long
   */
  void skipTo(long offset, long line) throws IOException {
    in.skipNBytes(offset);
    this.offset = offset;
    this.line = line;
  }

  /** Bytes before the next record. */
  long offset() {
    return offset;
  }

  /** Lines that end before the next record. */
  long line() {
    return line;
  }

  /** Whether more can be read without waiting for whoever writes. */
  boolean ready() throws IOException {
    return start < end || in.available() > 0;
  }

  /** The next record, or null at the end. */
  @Nullable RawRecord next() throws IOException {
    framing.begin();
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    long lineBefore = line;
    long length = 0;
    while (start < end || fill()) {
      boolean kept = length <= limit;
      // What is found at the limit must not depend on how many bytes came at once.
      int looked = kept ? (int) Math.min(end, start + limit + 1 - length) : end;
      int feed = framing.end(buffer, start, looked);
      int to = feed < 0 ? looked : feed;
      length += to - start;
      if (kept) {
        record.write(buffer, start, to - start);
      }
      pass(to);
      if (feed >= 0) {
        pass(feed + 1);
        return record(record, length, lineBefore);
      }
      if (kept && length > limit && framing.isOpen()) {
        return firstLine(record, lineBefore);
      }
    }
    if (length == 0) {
      return null;
    }
    if (length <= limit && framing.isOpen()) {
      return firstLine(record, lineBefore);
    }
    line++;
    return record(record, length, lineBefore);
  }

  private RawRecord record(ByteArrayOutputStream record, long length, long lineBefore) {
    if (length > limit) {
      return new RawRecord(file, number(lineBefore), new byte[0], tooLong());
    }
    byte[] bytes = record.toByteArray();
    boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    return new RawRecord(
        file,
        number(lineBefore),
        carriageReturn && !(framing instanceof Framing.WholeFile)
            ? Arrays.copyOf(bytes, bytes.length - 1)
            : bytes,
        null);
  }

  private String tooLong() {
    return "found more than " + limit + " bytes, expected no more in a record";
  }

  private long number(long lineBefore) {
    return framing instanceof Framing.WholeFile ? 0 : lineBefore + 1;
  }

  /** The first line of a record whose quotation mark is never closed; reads on behind that line. */
  private RawRecord firstLine(ByteArrayOutputStream record, long lineBefore) throws IOException {
    byte[] held = record.toByteArray();
    int feed = Framing.lines().end(held, 0, held.length);
    int first = feed < 0 ? held.length : feed;
    if (feed < 0) {
      skipLine();
      line = lineBefore + 1;
    } else {
      int back = held.length - (feed + 1);
      byte[] again = new byte[Math.max(BUFFER, back + end - start)];
      System.arraycopy(held, feed + 1, again, 0, back);
      System.arraycopy(buffer, start, again, back, end - start);
      end = back + end - start;
      start = 0;
      buffer = again;
      offset -= back;
      line = lineBefore + 1;
    }
    return new RawRecord(
        file,
        lineBefore + 1,
        Arrays.copyOf(held, first),
        "found a quotation mark that is not closed, expected another");
  }

  private void skipLine() throws IOException {
    while (start < end || fill()) {
      int feed = Framing.lines().end(buffer, start, end);
      pass(feed < 0 ? end : feed + 1);
      if (feed >= 0) {
        return;
      }
    }
  }

  /** Leaves the bytes before an index behind. */
  private void pass(int to) {
    for (int i = start; i < to; i++) {
      line += buffer[i] == '\n' ? 1 : 0;
    }
    offset += to - start;
    start = to;
  }

  /** Takes as many bytes as have come, waiting for the first; tells whether there were any. */
  private boolean fill() throws IOException {
    if (start == end) {
      start = 0;
      end = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, end, buffer.length - end);
    end += Math.max(0, read);
    return read > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
