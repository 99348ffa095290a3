package org.namespan.trainer.corpus;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.io.TextFile;

/**
 * Reads the annotated corpus for NER drawn from the Groningen Meaning Bank: CSV with the header
 * {@code Sentence #,Word,POS,Tag}, UTF-8 or windows-1252. The first column is filled where a
 * sentence begins; a repeated value goes on with the sentence.
 */
final class GmbCsvReader implements CorpusReader {

  private static final List<String> HEADER = List.of("Sentence #", "Word", "POS", "Tag");
  private static final int WORD = HEADER.indexOf("Word");
  private static final int TAG = HEADER.indexOf("Tag");

  @Override
  public String name() {
    return "GMB";
  }

  @Override
  public List<String> extensions() {
    return List.of(".csv");
  }

  @Override
  public Corpus read(Path file, ReaderOptions options) throws IOException {
    return read(file, options, CorpusErrorHandler.FAIL);
  }

  @Override
  public Corpus read(Path file, ReaderOptions options, CorpusErrorHandler errors)
      throws IOException {
    TextFile text = TextFile.read(file, CorpusException::new);
    if (options.tokenColumn().isPresent() || options.tagColumn().isPresent()) {
      throw new CorpusException(
          file,
          0,
          "columns were chosen for a CSV file",
          "expected none, its header names them",
          "leave the columns out or choose another format");
    }
    return new Rows(file, options, errors).read(text.decodeUtf8OrWindows1252());
  }

  /** The rows of one file. */
  private static final class Rows {
    private final SentenceCollector sentences;
    private boolean headerSeen;
    private String sentence = "";

    Rows(Path file, ReaderOptions options, CorpusErrorHandler errors) {
      this.sentences = new SentenceCollector(file, options, errors);
    }

    Corpus read(String text) throws IOException {
      // Empty lines are kept by the parser so that lines can be counted, and passed over here.
      CSVFormat format = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();
      try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
        Iterator<CSVRecord> records = parser.iterator();
        while (true) {
          int line = (int) parser.getCurrentLineNumber() + 1;
          CSVRecord row = next(records, line);
          if (row == null) {
            break;
          }
          if (row.size() > 1 || !row.get(0).isEmpty()) {
            accept(row, line);
          }
        }
      }
      sentences.endSentence();
      return sentences.corpus();
    }

    private @Nullable CSVRecord next(Iterator<CSVRecord> records, int line) throws CorpusException {
      try {
        return records.hasNext() ? records.next() : null;
      } catch (UncheckedIOException | IllegalStateException e) {
        // The parser cannot go on behind such a quote.
        sentences.reject(
            line,
            "found a quote that does not end before a comma or the end of the line",
            "expected fields as in \"a,b\" and quotes as in \"\"\"\"",
            "close or double the quote");
        return null;
      }
    }

    private void accept(CSVRecord row, int line) throws CorpusException {
      if (!headerSeen) {
        headerSeen = true;
        if (!row.toList().equals(HEADER)) {
          sentences.reject(
              line,
              "found another header",
              "expected " + String.join(",", HEADER),
              "add the header or choose another format");
        }
        return;
      }
      if (row.size() != HEADER.size()) {
        sentences.reject(
            line,
            "found " + row.size() + (row.size() == 1 ? " field" : " fields"),
            "expected " + HEADER.size(),
            "quote a word that holds a comma");
        return;
      }
      String begins = row.get(0);
      if (!begins.isEmpty() && !begins.equals(sentence)) {
        sentences.endSentence();
        sentence = begins;
      }
      if (sentence.isEmpty()) {
        sentences.reject(
            line,
            "found a word before the first sentence",
            "expected a value such as 'Sentence: 1' in the first field",
            "fill the first field where a sentence begins");
        return;
      }
      sentences.add(row.get(WORD), row.get(TAG), line);
    }
  }
}
