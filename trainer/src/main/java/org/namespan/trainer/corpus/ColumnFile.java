package org.namespan.trainer.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.io.TextFile;

/** The lines of one column file, and what its format makes of them. */
final class ColumnFile {

  /** Starts a line that separates documents. */
  static final String DOCUMENT_MARK = "-DOCSTART-";

  private static final Pattern SPACES = Pattern.compile(" +");
  private static final Pattern BLANK = Pattern.compile("[ \t]*");
  private static final Pattern TEXT_COMMENT = Pattern.compile("# *text *= *(?<text>.*)");

  private final Path file;
  private final int tokenColumn;
  private final int tagColumn;
  private final SentenceCollector sentences;

  /** Columns in the lines of the sentence at hand. */
  private int width;

  /** Columns of the first sentence; 0 before it. */
  private int firstWidth;

  /** Whether each line ends with a TAB, so that its last column is empty; null before the first. */
  private @Nullable Boolean trailingTab;

  /**
   * A file that was not opened yet.
   *
   * @param tokenColumn of the format, where {@code options} choose none
   * @param tagColumn of the format, where {@code options} choose none
   */
  ColumnFile(
      Path file, ReaderOptions options, CorpusErrorHandler errors, int tokenColumn, int tagColumn) {
    this.file = file;
    this.tokenColumn = options.tokenColumn().orElse(tokenColumn);
    this.tagColumn = options.tagColumn().orElse(tagColumn);
    this.sentences = new SentenceCollector(file, options, errors);
  }

  /** Reads the file; each line that neither is blank nor separates documents goes to the format. */
  void forEachRow(TextFile.LineHandler format) throws IOException {
    Set<Integer> malformed = new HashSet<>();
    TextFile.read(file, CorpusException::new)
        .forEachLine(
            (line, number) -> {
              if (malformed.contains(number)) {
                sentences.leaveOut();
              } else if (BLANK.matcher(line).matches() || line.startsWith(DOCUMENT_MARK)) {
                sentences.endSentence();
              } else {
                format.accept(line, number);
              }
            },
            (number, found, expected, remedy) -> {
              sentences.report(number, found, expected, remedy);
              malformed.add(number);
            });
    sentences.endSentence();
  }

  /** Reports a line that cannot be used; if reading goes on, its sentence is left out. */
  void reject(int line, String found, String expected, String remedy) throws CorpusException {
    sentences.reject(line, found, expected, remedy);
  }

  /** The columns of a line that is not blank. */
  static String[] split(String line) {
    if (line.indexOf('\t') >= 0) {
      return line.split("\t", -1);
    }
    int start = 0;
    while (line.charAt(start) == ' ') {
      start++;
    }
    return SPACES.split(line.substring(start));
  }

  /** Whether the next token begins a sentence. */
  boolean atStart() {
    return sentences.atStart();
  }

  /** Whether there is a token and, in the column of the tags, a tag. */
  boolean hasTag(String[] columns) {
    return hasBoth(columns) && sentences.isTag(columns[at(tagColumn, columns)]);
  }

  /** Takes the text of the sentence that follows, if the comment holds one. */
  void comment(String line) {
    Matcher comment = TEXT_COMMENT.matcher(line);
    if (sentences.atStart() && comment.matches()) {
      sentences.text(comment.group("text"));
    }
  }

  /** Adds a token and its tag. */
  void add(String[] columns, int line) throws CorpusException {
    boolean lastIsEmpty = isLastEmpty(columns);
    if (trailingTab == null) {
      trailingTab = lastIsEmpty && columns.length > 2;
    }
    if (trailingTab && !lastIsEmpty) {
      reject(
          line,
          "found no TAB at the end of the line",
          "expected one as in the lines before it, or in none",
          "take the TABs at the ends of lines away");
      return;
    }
    if (sentences.atStart()) {
      width = columns.length;
      firstWidth = firstWidth == 0 ? width : firstWidth;
      if (width != firstWidth && hasBoth(columns)) {
        sentences.reportColumns(line, width, firstWidth);
      }
    }
    if (hasWidth(columns, line)) {
      sentences.add(columns[at(tokenColumn, columns)], columns[at(tagColumn, columns)], line);
    }
  }

  /** What was read. */
  Corpus corpus() throws CorpusException {
    return sentences.corpus();
  }

  private boolean hasWidth(String[] columns, int line) throws CorpusException {
    String found = "found " + columns.length + (columns.length == 1 ? " column" : " columns");
    if (!hasBoth(columns)) {
      reject(
          line,
          found,
          "expected a token in " + name(tokenColumn) + " and its tag in " + name(tagColumn),
          "add what is missing or choose other columns");
      return false;
    }
    if (columns.length != width) {
      reject(
          line,
          found,
          "expected " + width + " as in the lines before it",
          "check for a missing blank line, a comment, or a token with a space");
      return false;
    }
    return true;
  }

  /** Whether there is a token and, in another column, something for a tag. */
  private boolean hasBoth(String[] columns) {
    int token = at(tokenColumn, columns);
    int tag = at(tagColumn, columns);
    return token != tag && Math.min(token, tag) >= 0 && Math.max(token, tag) < columns.length;
  }

  /** A column as people count: the first is 1, and -1 the last. */
  private static String name(int column) {
    return column == -1 ? "the last column" : "column " + (column < 0 ? column : column + 1);
  }

  /** Columns are counted from the end without the empty one behind a TAB there. */
  private int at(int column, String[] columns) {
    int length = Boolean.TRUE.equals(trailingTab) ? columns.length - 1 : columns.length;
    return column < 0 ? length + column : column;
  }

  private static boolean isLastEmpty(String[] columns) {
    return columns[columns.length - 1].isEmpty();
  }
}
