package org.namespan.trainer.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.namespan.Entity;

/**
 * Rows of a CSV file (RFC 4180) whose first row names the columns, with a text in one of them.
 * Entities are added as a last cell that holds JSON. Blank lines count for nothing.
 */
public final class CsvFormat implements RecordFormat {

  private final String column;
  private final String added;
  private final char delimiter;
  private final CSVFormat format;

  /** The cells of the header, and where the text stands; set before any row is parsed. */
  private volatile @Nullable List<String> names;

  private volatile int index;

  /**
   * @param column of the text
   * @param added name of the column for the entities; empty where none are written
   * @param delimiter between cells
   */
  public CsvFormat(String column, String added, char delimiter) {
    this.column = column;
    this.added = added;
    this.delimiter = delimiter;
    this.format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter)
            .setRecordSeparator("")
            .setIgnoreEmptyLines(false)
            .get();
  }

  @Override
  public Framing newFraming() {
    return Framing.rows(delimiter);
  }

  @Override
  public boolean hasHeader() {
    return true;
  }

  @Override
  public String header(RawRecord header) throws BadRecordException {
    String row = header.text();
    List<String> cells = cells(row);
    List<String> before = names;
    if (before != null && !before.equals(cells)) {
      throw new BadRecordException(
          "found another header than in the first file, expected files with the same columns");
    }
    int count = Collections.frequency(cells, column);
    if (count != 1) {
      throw new BadRecordException(
          "found "
              + (count == 0 ? "no" : count)
              + " columns '"
              + column
              + "' among "
              + cells.size()
              + ", expected one");
    }
    if (!added.isEmpty() && cells.contains(added)) {
      throw new BadRecordException(
          "found a column '" + added + "' already, expected none; name another for the entities");
    }
    index = cells.indexOf(column);
    names = cells;
    return added.isEmpty() ? row : row + delimiter + format.format(added);
  }

  @Override
  public boolean isNothing(RawRecord record) {
    return record.fault() == null && record.bytes().length == 0;
  }

  @Override
  public TextRecord parse(RawRecord record) throws BadRecordException {
    String row = record.text();
    List<String> cells = cells(row);
    List<String> header = names;
    if (header == null) {
      throw new IllegalStateException("no header was read before the rows");
    }
    if (cells.size() != header.size()) {
      throw new BadRecordException(
          "found " + cells.size() + " cells, expected " + header.size() + ", as in the header");
    }
    return new Row(row, cells, index);
  }

  private List<String> cells(String row) throws BadRecordException {
    try (CSVParser parser = CSVParser.parse(row, format)) {
      List<CSVRecord> rows = parser.getRecords();
      if (rows.size() == 1) {
        return rows.get(0).toList();
      }
    } catch (IOException | UncheckedIOException e) {
      throw new BadRecordException(
          "found a malformed cell, expected quotation marks around all of it or none in it", e);
    }
    // A carriage return parts rows for the parser, and rows end at line feeds here.
    throw new BadRecordException(
        "found a carriage return outside of quotation marks, expected line feeds between rows");
  }

  private final class Row implements TextRecord {
    private final String row;
    private final List<String> cells;
    private final int text;

    Row(String row, List<String> cells, int text) {
      this.row = row;
      this.cells = cells;
      this.text = text;
    }

    @Override
    public String text() {
      return cells.get(text);
    }

    @Override
    public void writeWith(List<Entity> entities, StringBuilder out) {
      StringBuilder json = new StringBuilder();
      EntityJson.append(entities, json);
      out.append(row).append(delimiter).append(format.format(json));
    }

    @Override
    public void writeAs(String changed, StringBuilder out) {
      if (changed.equals(text())) {
        out.append(row);
        return;
      }
      List<String> others = new ArrayList<>(cells);
      others.set(text, changed);
      out.append(format.format(others.toArray()));
    }
  }
}
