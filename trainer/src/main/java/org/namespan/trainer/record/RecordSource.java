package org.namespan.trainer.record;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.io.InputFile;

/**
 * The records of some files, one after the other. Each file is plain or gzip, which its first bytes
 * tell. Used by one thread.
 */
public final class RecordSource implements Closeable {

  private final RecordFiles files;
  private final RecordFormat format;
  private final int limit;
  private final Position start;

  private int index;
  private long records;
  private @Nullable RecordReader reader;

  /** Where the reader stands once it is closed. */
  private long offset;

  private long line;

  /** Whether the file at hand stands at {@link #offset} or behind. */
  private boolean begun;

  private @Nullable Counting packed;
  private long consumedBefore;
  private @Nullable String header;
  private boolean headerTaken;

  /**
   * @param limit bytes of a record at most
   * @param start where to begin
   */
  public RecordSource(RecordFiles files, RecordFormat format, int limit, Position start) {
    this.files = files;
    this.format = format;
    this.limit = limit;
    this.start = start;
    this.index = start.file();
    this.records = start.records();
    this.offset = start.offset();
    this.line = start.line();
    this.headerTaken = !start.equals(Position.START);
  }

  /**
   * The next record, or null at the end of the last file.
   *
   * @throws IOException if a file that was named cannot be read, or its header cannot be used. One
   *     that was found in a folder is a record with a fault instead.
   */
  public @Nullable RawRecord next() throws IOException {
    while (index < files.files().size()) {
      RecordFile file = files.files().get(index);
      try {
        RawRecord record = next(file);
        if (record != null) {
          records++;
          return record;
        }
        nextFile();
      } catch (IOException e) {
        if (!file.isFound()) {
          throw e;
        }
        RawRecord unreadable =
            e.getCause() instanceof BadRecordException header
                ? new RawRecord(file, 1, new byte[0], header.reason())
                : bad(file, line(), "found a file that cannot be read to its end");
        nextFile();
        records++;
        return unreadable;
      }
    }
    return null;
  }

  private @Nullable RawRecord next(RecordFile file) throws IOException {
    RecordReader open = reader;
    if (open == null && (offset == 0 || format.hasHeader())) {
      open = open(file);
      if (!open.begin() && file.isFound()) {
        nextFile();
        return bad(file, 0, "found a binary file (a NUL byte among its first bytes)");
      }
      if (format.hasHeader()) {
        readHeader(open, file);
      }
    }
    if (offset > 0 && !begun) {
      if (open != null) {
        open.close();
      }
      open = open(file);
      open.skipTo(offset, line);
    }
    begun = true;
    RawRecord record = Objects.requireNonNull(open).next();
    while (record != null && format.isNothing(record)) {
      record = open.next();
    }
    return record;
  }

  private static RawRecord bad(RecordFile file, long line, String found) {
    return new RawRecord(file, line, new byte[0], found + ", expected text in UTF-8");
  }

  private void readHeader(RecordReader open, RecordFile file) throws IOException {
    RawRecord first = open.next();
    if (first == null) {
      return;
    }
    try {
      String fault = first.fault();
      if (fault != null) {
        throw new BadRecordException(fault);
      }
      header = format.header(first);
    } catch (BadRecordException e) {
      throw new IOException(file.name() + ": " + e.reason(), e);
    }
  }

  private RecordReader open(RecordFile file) throws IOException {
    Path path = file.path();
    InputStream in = path == null ? files.standardInput() : InputFile.stream(path);
    boolean usable = false;
    try {
      Counting counting = new Counting(in, path != null);
      packed = counting;
      InputFile input =
          new InputFile(
              Path.of(file.name()),
              "a text file, plain or gzip",
              (name, line, found, expected, remedy) ->
                  new IOException(name + ": " + found + "; " + remedy));
      RecordReader opened =
          new RecordReader(input.unpack(counting), file, format.newFraming(), limit);
      reader = opened;
      usable = true;
      return opened;
    } finally {
      if (!usable && path != null) {
        in.close();
      }
    }
  }

  private void nextFile() throws IOException {
    close();
    index++;
    begun = false;
    offset = 0;
    line = 0;
  }

  private long line() {
    return reader == null ? line : reader.line();
  }

  /** The header of the output, once, where the records that were read are the first ones. */
  public Optional<String> takeHeader() {
    if (headerTaken || header == null) {
      return Optional.empty();
    }
    headerTaken = true;
    return Optional.of(header);
  }

  /** Where the next record begins. */
  public Position position() {
    return new Position(index, reader == null ? offset : reader.offset(), line(), records);
  }

  /** Bytes on disk that were read so far. */
  public long consumed() {
    return consumedBefore + (packed == null ? 0 : packed.count);
  }

  /** Whether more can be read without waiting for whoever writes to a pipe. */
  public boolean ready() throws IOException {
    return reader != null && reader.ready();
  }

  /** Where it began. */
  public Position start() {
    return start;
  }

  @Override
  public void close() throws IOException {
    consumedBefore = consumed();
    packed = null;
    RecordReader open = reader;
    reader = null;
    if (open != null) {
      open.close();
    }
  }

  /** Counts what is read; leaves standard input open. */
  private static final class Counting extends FilterInputStream {
    private final boolean closes;
    private long count;

    Counting(InputStream in, boolean closes) {
      super(in);
      this.closes = closes;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      int read = super.read(target, from, length);
      count += Math.max(0, read);
      return read;
    }

    @Override
    public long skip(long length) throws IOException {
      long skipped = super.skip(length);
      count += skipped;
      return skipped;
    }

    @Override
    public void close() throws IOException {
      if (closes) {
        super.close();
      }
    }
  }
}
