package org.namespan.trainer.corpus;

import java.nio.file.Path;
import java.util.Locale;

/** The kinds of file that {@link CorpusReader} reads, each plain or compressed with gzip. */
public enum CorpusFormat {
  /**
   * One token a line, columns apart by TAB or spaces, a blank line after each sentence. The first
   * column is the token and the last one its tag, unless others are chosen.
   *
   * <p>Lines that start with {@code -DOCSTART-} end a sentence and are otherwise passed over. A
   * {@code #} is a token, as in {@code # O}, with one exception: a line that starts with {@code #}
   * and a space, stands before the first token of a sentence and has no tag in the tag column is a
   * comment, as in {@code # id 17}.
   */
  CONLL(0, -1),

  /**
   * Like {@link #CONLL}, but with an index before the token, as in CoNLL-U and the files of
   * Universal NER: index, token, tag, and any more columns. Lines that start with {@code #} are
   * comments; multiword ranges ({@code 1-2}) and empty nodes ({@code 1.1}) are passed over.
   */
  IOB2(1, 2),

  /**
   * The annotated corpus for NER drawn from the Groningen Meaning Bank: CSV with the header {@code
   * Sentence #,Word,POS,Tag}, UTF-8 or windows-1252. The first column is filled where a sentence
   * begins; a repeated value goes on with the sentence.
   */
  GMB(1, 3);

  /** Column of the token, counted from 0; a negative one counts from the end, -1 is the last. */
  final int tokenColumn;

  /** Column of the tag, counted in the same way. */
  final int tagColumn;

  CorpusFormat(int tokenColumn, int tagColumn) {
    this.tokenColumn = tokenColumn;
    this.tagColumn = tagColumn;
  }

  /**
   * The format that a file's name stands for, apart from a {@code .gz} at its end: {@code .csv} is
   * {@link #GMB}, {@code .iob2} and {@code .conllu} are {@link #IOB2}, everything else is {@link
   * #CONLL}. The file is not opened.
   */
  public static CorpusFormat detect(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".gz")) {
      name = name.substring(0, name.length() - 3);
    }
    if (name.endsWith(".csv")) {
      return GMB;
    }
    return name.endsWith(".iob2") || name.endsWith(".conllu") ? IOB2 : CONLL;
  }
}
