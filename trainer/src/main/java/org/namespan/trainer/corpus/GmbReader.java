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

/** Reads {@link CorpusFormat#GMB}. */
final class GmbReader {
  private static final List<String> HEADER = List.of("Sentence #", "Word", "POS", "Tag");

  private final Path file;
  private final SentenceCollector collector;
  private boolean headerSeen;
  private String sentence = "";

  private GmbReader(Path file, SentenceCollector collector) {
    this.file = file;
    this.collector = collector;
  }

  static void read(Path file, String text, SentenceCollector collector) throws IOException {
    new GmbReader(file, collector).read(text);
  }

  private void read(String text) throws IOException {
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
    collector.endSentence();
  }

  private CSVRecord next(Iterator<CSVRecord> records, int line) throws CorpusException {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new CorpusException(
          file,
          line,
          "found a quote that does not end before a comma or the end of the line",
          "expected fields as in \"a,b\" and quotes as in \"\"\"\"",
          "close or double the quote");
    }
  }

  private void accept(CSVRecord row, int line) throws CorpusException {
    if (!headerSeen) {
      headerSeen = true;
      if (!row.toList().equals(HEADER)) {
        throw new CorpusException(
            file,
            line,
            "found another header",
            "expected " + String.join(",", HEADER),
            "add the header or choose another format");
      }
      return;
    }
    if (row.size() != HEADER.size()) {
      throw new CorpusException(
          file,
          line,
          "found " + row.size() + (row.size() == 1 ? " field" : " fields"),
          "expected " + HEADER.size(),
          "quote a word that holds a comma");
    }
    String begins = row.get(0);
    if (!begins.isEmpty() && !begins.equals(sentence)) {
      collector.endSentence();
      sentence = begins;
    }
    if (sentence.isEmpty()) {
      throw new CorpusException(
          file,
          line,
          "found a word before the first sentence",
          "expected a value such as 'Sentence: 1' in the first field",
          "fill the first field where a sentence begins");
    }
    collector.add(row.get(CorpusFormat.GMB.tokenColumn), row.get(CorpusFormat.GMB.tagColumn), line);
  }
}
