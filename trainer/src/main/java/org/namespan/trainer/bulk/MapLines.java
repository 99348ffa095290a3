package org.namespan.trainer.bulk;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.namespan.trainer.io.InputFile;
import org.namespan.trainer.io.Utf8Reader;

/**
 * The redaction maps of records, a line for each in the order of the records. Used by one thread.
 */
public final class MapLines implements Closeable {

  private final Path file;
  private final BufferedReader reader;
  private long line;

  private MapLines(Path file, BufferedReader reader) {
    this.file = file;
    this.reader = reader;
  }

  /**
   * A line.
   *
   * @param name of the file and number of the line, for messages
   * @param text the line
   */
  public record MapText(String name, String text) {}

  /**
   * Opens a file, plain or gzip.
   *
   * @throws IOException if it cannot be read
   */
  public static MapLines open(Path file) throws IOException {
    InputFile input =
        new InputFile(
            file,
            "redaction maps, plain or gzip",
            (path, line, found, expected, remedy) ->
                new IOException(path + ": " + found + ", " + expected + "; " + remedy));
    InputStream in = input.open();
    boolean usable = false;
    try {
      MapLines lines = new MapLines(file, Utf8Reader.of(input.unpack(in)));
      usable = true;
      return lines;
    } finally {
      if (!usable) {
        in.close();
      }
    }
  }

  /** Leaves out the lines of records that were answered before. */
  void skip(long records) throws IOException {
    while (line < records) {
      next();
    }
  }

  /**
   * The line of the next record.
   *
   * @throws IOException if there is none
   */
  MapText next() throws IOException {
    String text = reader.readLine();
    if (text == null) {
      throw new IOException(
          file
              + ": found "
              + line
              + " lines, expected one for each record; give the file that was written with these"
              + " records");
    }
    line++;
    return new MapText(file + ":" + line, text);
  }

  /**
   * Checks that no line is left once the records have ended.
   *
   * @throws IOException if one is
   */
  void requireEnd() throws IOException {
    if (reader.readLine() != null) {
      throw new IOException(
          file
              + ": found more lines than the "
              + line
              + " records, expected one for each; give the file that was written with these"
              + " records");
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
