package org.namespan.trainer.corpus;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Reads {@link CorpusFormat#CONLL} and {@link CorpusFormat#IOB2}. */
final class ColumnReader {
  /** Starts a line that separates documents. */
  static final String DOCUMENT_MARK = "-DOCSTART-";

  private static final Pattern INDEX = Pattern.compile("\\d+");
  private static final Pattern RANGE_OR_EMPTY_NODE = Pattern.compile("\\d+[-.]\\d+");
  private static final Pattern SPACES = Pattern.compile(" +");
  private static final Pattern BLANK = Pattern.compile("[ \t]*");

  private final Path file;
  private final CorpusFormat format;
  private final int tokenColumn;
  private final int tagColumn;
  private final SentenceCollector collector;

  /** Columns in the lines of the sentence at hand. */
  private int width;

  ColumnReader(
      Path file, CorpusFormat format, int tokenColumn, int tagColumn, SentenceCollector collector) {
    this.file = file;
    this.format = format;
    this.tokenColumn = tokenColumn;
    this.tagColumn = tagColumn;
    this.collector = collector;
  }

  void read(String text) throws CorpusException {
    int line = 0;
    for (int start = 0, end; start < text.length(); start = end + 1) {
      int feed = text.indexOf('\n', start);
      end = feed < 0 ? text.length() : feed;
      boolean carriageReturn = end > start && text.charAt(end - 1) == '\r';
      readLine(text.substring(start, carriageReturn ? end - 1 : end), ++line);
    }
    collector.endSentence();
  }

  private void readLine(String content, int line) throws CorpusException {
    if (BLANK.matcher(content).matches() || content.startsWith(DOCUMENT_MARK)) {
      collector.endSentence();
      return;
    }
    String[] columns = split(content);
    if (isComment(content, columns)) {
      return;
    }
    if (format == CorpusFormat.IOB2 && !INDEX.matcher(columns[0]).matches()) {
      if (RANGE_OR_EMPTY_NODE.matcher(columns[0]).matches()) {
        return;
      }
      throw new CorpusException(
          file,
          line,
          "found no index in the first column",
          "expected index, token, tag (" + format + ")",
          "choose the format " + CorpusFormat.CONLL);
    }
    if (collector.atStart()) {
      width = columns.length;
    }
    checkWidth(columns, line);
    collector.add(columns[at(tokenColumn, columns)], columns[at(tagColumn, columns)], line);
  }

  private static String[] split(String content) {
    if (content.indexOf('\t') >= 0) {
      return content.split("\t", -1);
    }
    int start = 0;
    while (content.charAt(start) == ' ') {
      start++;
    }
    return SPACES.split(content.substring(start));
  }

  private boolean isComment(String content, String[] columns) {
    if (format == CorpusFormat.IOB2) {
      return content.startsWith("#");
    }
    return content.startsWith("# ")
        && collector.atStart()
        && !(hasBoth(columns) && collector.isTag(columns[at(tagColumn, columns)]));
  }

  private void checkWidth(String[] columns, int line) throws CorpusException {
    String found = "found " + columns.length + (columns.length == 1 ? " column" : " columns");
    if (!hasBoth(columns)) {
      throw new CorpusException(
          file,
          line,
          found,
          "expected a token in " + name(tokenColumn) + " and its tag in " + name(tagColumn),
          "add what is missing or choose other columns");
    }
    if (columns.length != width) {
      throw new CorpusException(
          file,
          line,
          found,
          "expected " + width + " as in the lines before it",
          "check for a missing blank line, a comment, or a token with a space");
    }
  }

  /** Whether there is a token and, in another column, a tag. */
  private boolean hasBoth(String[] columns) {
    int token = at(tokenColumn, columns);
    int tag = at(tagColumn, columns);
    return token != tag && Math.min(token, tag) >= 0 && Math.max(token, tag) < columns.length;
  }

  /** A column as people count: the first is 1, and -1 the last. */
  private static String name(int column) {
    return column == -1 ? "the last column" : "column " + (column < 0 ? column : column + 1);
  }

  private static int at(int column, String[] columns) {
    return column < 0 ? columns.length + column : column;
  }
}
