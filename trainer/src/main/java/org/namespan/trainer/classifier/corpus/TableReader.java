package org.namespan.trainer.classifier.corpus;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.corpus.CorpusErrorHandler;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.io.TextFile;

/**
 * A table with a text and its label in each row: values parted by commas, which may be quoted, or
 * by tabs, which may not. Several labels are parted by {@code |}.
 */
final class TableReader implements LabelledTextReader {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");
  private static final Pattern BETWEEN_LABELS = Pattern.compile("\\|");

  private final String name;
  private final CSVFormat format;

  private TableReader(String name, CSVFormat format) {
    this.name = name;
    // Empty lines are kept by the parser so that lines can be counted, and passed over here.
    this.format = format.builder().setIgnoreEmptyLines(false).get();
  }

  /** Values parted by commas (RFC 4180). */
  static TableReader csv() {
    return new TableReader("csv", CSVFormat.DEFAULT);
  }

  /** Values parted by tabs; a quotation mark is one. */
  static TableReader tsv() {
    return new TableReader(
        "tsv", CSVFormat.TDF.builder().setQuote(null).setIgnoreSurroundingSpaces(false).get());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isFormatOf(Path file) {
    return LabelledTextFormats.hasExtension(file, "." + name);
  }

  @Override
  public LabelledCorpus read(Path file, LabelledTextOptions options, CorpusErrorHandler errors)
      throws IOException {
    String text = TextFile.read(file, CorpusException::new).decodeUtf8();
    return new Rows(new LabelledTextCollector(file, options, errors), file).read(text, format);
  }

  /** The rows of one file. */
  private static final class Rows {
    private final LabelledTextCollector collector;
    private final Path file;
    private int textColumn;
    private int classColumn;

    Rows(LabelledTextCollector collector, Path file) {
      this.collector = collector;
      this.file = file;
    }

    LabelledCorpus read(String text, CSVFormat format) throws IOException {
      try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
        Iterator<CSVRecord> rows = parser.iterator();
        boolean first = true;
        while (true) {
          int line = (int) parser.getCurrentLineNumber() + 1;
          CSVRecord row = next(rows, line);
          if (row == null) {
            break;
          }
          boolean blank = row.size() == 1 && row.get(0).isEmpty();
          if (!blank && !(first && isHeader(row))) {
            accept(row, line);
          }
          first &= blank;
        }
      }
      return collector.corpus();
    }

    private @Nullable CSVRecord next(Iterator<CSVRecord> rows, int line) throws CorpusException {
      try {
        return rows.hasNext() ? rows.next() : null;
      } catch (UncheckedIOException | IllegalStateException e) {
        // The parser cannot go on behind such a quote.
        collector.reject(
            line,
            "found a quote that does not end before a comma or the end of the line",
            "expected fields as in \"a,b\" and quotes as in \"\"\"\"",
            "close or double the quote");
        return null;
      }
    }

    /** Finds the columns; a first row whose cells name one of them is no text. */
    private boolean isHeader(CSVRecord row) throws CorpusException {
      LabelledTextOptions options = collector.options();
      textColumn = column(options.textColumn(), 1, row);
      classColumn = column(options.classColumn(), 0, row);
      return isNamed(options.textColumn()) || isNamed(options.classColumn());
    }

    private static boolean isNamed(Optional<String> column) {
      return column.isPresent() && !NUMBER.matcher(column.get()).matches();
    }

    private int column(Optional<String> asked, int otherwise, CSVRecord row)
        throws CorpusException {
      if (asked.isEmpty()) {
        return otherwise;
      }
      if (!isNamed(asked)) {
        return Integer.parseInt(asked.get()) - 1;
      }
      int found = row.toList().indexOf(asked.get());
      if (found < 0) {
        throw new CorpusException(
            file,
            1,
            "found no column of the name " + asked.get(),
            "expected it in the first line",
            "choose one of its columns, or give a number from 1");
      }
      return found;
    }

    private void accept(CSVRecord row, int line) throws CorpusException {
      int needed = Math.max(textColumn, classColumn) + 1;
      if (row.size() < needed) {
        collector.reject(
            line,
            "found " + row.size() + (row.size() == 1 ? " column" : " columns"),
            "expected at least " + needed,
            "add what is missing or choose other columns");
        return;
      }
      String label = row.get(classColumn);
      List<String> labels = List.of(label);
      if (collector.options().severalClasses()) {
        labels = label.isBlank() ? List.of() : Arrays.asList(BETWEEN_LABELS.split(label, -1));
      }
      collector.add(row.get(textColumn), labels, line);
    }
  }
}
