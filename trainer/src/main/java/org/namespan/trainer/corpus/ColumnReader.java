package org.namespan.trainer.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads column files as in the shared tasks of CoNLL: one token a line, columns apart by TAB or
 * spaces, a blank line after each sentence, in UTF-8. The first column is the token and the last
 * one its tag, unless others are chosen.
 *
 * <p>Lines that start with {@code -DOCSTART-} end a sentence and are otherwise passed over. A
 * {@code #} is a token, as in {@code # O}, with one exception: a line that starts with {@code #}
 * and a space, stands before the first token of a sentence and has no tag in the tag column is a
 * comment, as in {@code # id 17}. The comment {@code # text = ...} gives the text of the sentence.
 *
 * <p>Blanks at the end of a line count for nothing, nor does a TAB at the end of every line.
 */
final class ColumnReader implements CorpusReader {

  @Override
  public String name() {
    return "CONLL";
  }

  @Override
  public List<String> extensions() {
    return List.of(".conll");
  }

  @Override
  public Corpus read(Path file, ReaderOptions options) throws IOException {
    return read(file, options, CorpusErrorHandler.FAIL);
  }

  @Override
  public Corpus read(Path file, ReaderOptions options, CorpusErrorHandler errors)
      throws IOException {
    ColumnFile columns = new ColumnFile(file, options, errors, 0, -1);
    columns.forEachRow(
        (line, number) -> {
          String[] row = ColumnFile.split(line);
          if (line.startsWith("# ") && columns.atStart() && !columns.hasTag(row)) {
            columns.comment(line);
          } else {
            columns.add(row, number);
          }
        });
    return columns.corpus();
  }
}
