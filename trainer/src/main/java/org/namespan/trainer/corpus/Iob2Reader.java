package org.namespan.trainer.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads column files with an index before the token, as in CoNLL-U and the files of Universal NER:
 * index, token, tag, and any more columns, apart by TAB or spaces, a blank line after each
 * sentence, in UTF-8. Other columns may be chosen.
 *
 * <p>Lines that start with {@code #} are comments; {@code # text = ...} before the first token
 * gives the text of the sentence. Multiword ranges ({@code 1-2}) and empty nodes ({@code 1.1}) are
 * passed over.
 */
final class Iob2Reader implements CorpusReader {

  private static final Pattern INDEX = Pattern.compile("\\d+");
  private static final Pattern RANGE_OR_EMPTY_NODE = Pattern.compile("\\d+[-.]\\d+");

  @Override
  public String name() {
    return "IOB2";
  }

  @Override
  public List<String> extensions() {
    return List.of(".iob2", ".conllu");
  }

  @Override
  public Corpus read(Path file, ReaderOptions options) throws IOException {
    return read(file, options, CorpusErrorHandler.FAIL);
  }

  @Override
  public Corpus read(Path file, ReaderOptions options, CorpusErrorHandler errors)
      throws IOException {
    ColumnFile columns = new ColumnFile(file, options, errors, 1, 2);
    columns.forEachRow(
        (line, number) -> {
          String[] row = ColumnFile.split(line);
          if (line.startsWith("#")) {
            columns.comment(line);
          } else if (INDEX.matcher(row[0]).matches()) {
            columns.add(row, number);
          } else if (!RANGE_OR_EMPTY_NODE.matcher(row[0]).matches()) {
            columns.reject(
                number,
                "found no index in the first column",
                "expected index, token, tag (" + name() + ")",
                "choose the format " + CorpusFormats.CONLL.name());
          }
        });
    return columns.corpus();
  }
}
