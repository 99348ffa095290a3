package org.namespan.model.text;

import java.util.Set;

/**
 * Tells whether a line break or a sign parts a text. A line that is longer than {@link #FAR} chars
 * is taken to end there, so that an answer depends on a few lines only.
 */
final class LineLayout {

  private static final int FAR = 120;

  private static final String BREAKS = "\n\r\u000B\f\u0085\u2028";

  /** Chars of the name in a {@code Name: value} line. */
  private static final int LONGEST_FIELD = 32;

  /** Chars of the widest line at least among those that are wrapped. */
  private static final int NARROWEST = 21;

  /** Words of a list item at most that is told from prose by being short. */
  private static final int ITEM_WORDS = 3;

  /** Words that names hold, and which therefore do not tell of prose. */
  private static final Set<String> PARTICLES =
      WordSet.of(
          "of the and for da de del della der den di do dos du el la le van von zu al bin ibn y e");

  /** Words of prose that begin with a small letter, out of a hundred. */
  private static final int PROSE = 25;

  private LineLayout() {}

  static boolean isLineBreak(String text, int i) {
    return i < text.length() && BREAKS.indexOf(text.charAt(i)) >= 0;
  }

  /** The start of the line after the break at {@code i}. */
  static int afterBreak(String text, int i) {
    return text.startsWith("\r\n", i) ? i + 2 : i + 1;
  }

  /** The first place from {@code from} on that is neither a blank nor a tab. */
  static int skipBlanks(String text, int from) {
    int i = from;
    while (i < text.length()
        && !isLineBreak(text, i)
        && Characters.isSeparator(text.charAt(i))
        && i < from + FAR) {
      i++;
    }
    return i;
  }

  /**
   * Whether the word before the break at {@code i} is hyphenated there, and goes on at {@code
   * next}.
   */
  static boolean isHyphenated(String text, int i, int next) {
    if (i < 3 || next >= text.length() || !Character.isLetter(text.charAt(next))) {
      return false;
    }
    char hyphen = text.charAt(i - 1);
    return (hyphen == '-' || hyphen == '\u2010' || hyphen == Characters.SOFT_HYPHEN)
        && Character.isLetter(text.charAt(i - 2))
        && Character.isLetter(text.charAt(i - 3));
  }

  /** Whether a tab or a {@code |} stands between cells. */
  static boolean isCellBorder(String text, char border, int i) {
    if (border == '\t') {
      // Before the first word of a line it indents.
      int before = i;
      while (before > 0 && (text.charAt(before - 1) == ' ' || text.charAt(before - 1) == '\t')) {
        if (i - --before > FAR) {
          return false;
        }
      }
      return before > 0 && !isLineBreak(text, before - 1);
    }
    return true;
  }

  /** Whether a sign between two quotation marks parts quoted cells, as in RFC 4180. */
  static boolean isQuotedBorder(String text, int quote) {
    return (text.startsWith("\",", quote) || text.startsWith("\";", quote))
        && quote + 2 < text.length()
        && !Characters.isSeparator(text.charAt(quote + 2));
  }

  /** Whether a sign stands between a bare cell and the quotation mark of the next. */
  static boolean isBorderBeforeQuote(String text, int quote) {
    return quote > 1
        && quote + 1 < text.length()
        && (text.charAt(quote - 1) == ',' || text.charAt(quote - 1) == ';')
        && Characters.isLetterOrDigit(text.charAt(quote - 2))
        && Characters.isLetterOrDigit(text.charAt(quote + 1));
  }

  /**
   * Whether the break at {@code i} parts what stands before it from the line that begins at {@code
   * next}.
   */
  static boolean isParting(String text, int i, int next) {
    int start = lineStart(text, i);
    int first = LineMarkers.quotingEnd(text, skipBlanks(text, start));
    int second = LineMarkers.quotingEnd(text, skipBlanks(text, next));
    int end = lineEnd(text, second);
    if (first >= i || second >= end) {
      // A blank line parts by itself.
      return false;
    }
    if (isMarked(text, second) || isField(text, second, end) || isSalutation(text, second, end)) {
      return true;
    }
    if (hasBorder(text, first, i) || hasBorder(text, second, end)) {
      return true;
    }
    if (Character.isLowerCase(text.charAt(second))) {
      return isItem(text, first, i) && isItem(text, second, end);
    }
    char last = text.charAt(lastOf(text, first, i));
    if (isField(text, first, i) || last == ':' || text.charAt(first) == '#') {
      return true;
    }
    if (Character.isLetter(last) && Character.isLowerCase(lastWordStart(text, first, i))) {
      return hasRoom(text, start, i, second, end)
          && (words(text, first, i) <= ITEM_WORDS || PeriodRules.startsSentence(text, second));
    }
    return !isWrapped(text, start, i, second, end);
  }

  /**
   * Whether the line had no room for the first word of the next, and the lines around hold words of
   * prose.
   */
  private static boolean isWrapped(String text, int start, int i, int second, int end) {
    int before = start == 0 ? 0 : lineStart(text, breakStart(text, start));
    int after = isLineBreak(text, end) ? afterBreak(text, end) : end;
    int afterEnd = lineEnd(text, after);
    int width =
        Math.max(
            Math.max(i - start, end - second),
            Math.max(breakStart(text, start) - before, afterEnd - after));
    if (start > 0
        && isOneWord(text, start, i)
        && i - start + 1 + breakStart(text, start) - before > width
        && endsSmall(text, before, breakStart(text, start))) {
      // A word alone that goes on with what the line before it began.
      return isProse(text, before, afterEnd);
    }
    if (width < NARROWEST) {
      return false;
    }
    return i - start + 1 + firstWord(text, second, end) > width && isProse(text, before, afterEnd);
  }

  /**
   * Whether a line is a row of cells that blanks part: it has no words of prose, and of two blanks
   * each more than one gap.
   *
   * @param wide whether one gap of three blanks or more is there
   */
  static boolean isRow(String text, int i, boolean wide) {
    int end = lineEnd(text, i);
    int gaps = 0;
    int small = 0;
    for (int k = lineStart(text, i); k < end; k++) {
      boolean first = k == 0 || Characters.isSeparator(text.charAt(k - 1));
      small += first && Character.isLowerCase(text.charAt(k)) ? 1 : 0;
      boolean gap = first && !Characters.isSeparator(text.charAt(k));
      gaps += gap && k > 1 && Characters.isSeparator(text.charAt(k - 2)) ? 1 : 0;
    }
    return small < 2 && (wide || gaps > 1);
  }

  /** Whether a line has room for the first word of the next within the longer of the two. */
  private static boolean hasRoom(String text, int start, int i, int second, int end) {
    return i - start + 1 + firstWord(text, second, end) <= end - second;
  }

  /** Chars of the word that a line begins with. */
  private static int firstWord(String text, int start, int end) {
    int i = start;
    while (i < end && !Characters.isSeparator(text.charAt(i))) {
      i++;
    }
    return i - start;
  }

  private static int words(String text, int start, int end) {
    int words = 0;
    for (int i = start; i < end; i++) {
      boolean first = i == start || Characters.isSeparator(text.charAt(i - 1));
      words += first && !Characters.isSeparator(text.charAt(i)) ? 1 : 0;
    }
    return words;
  }

  private static boolean isOneWord(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean endsSmall(String text, int start, int end) {
    return start < end
        && Character.isLetter(text.charAt(lastOf(text, start, end)))
        && Character.isLowerCase(lastWordStart(text, start, end));
  }

  private static boolean isProse(String text, int start, int end) {
    int words = 0;
    int small = 0;
    int i = start;
    while (i < end) {
      int wordStart = i;
      while (i < end && !Characters.isSeparator(text.charAt(i))) {
        i++;
      }
      if (i > wordStart) {
        words++;
        boolean counts =
            Character.isLowerCase(text.charAt(wordStart))
                && !PARTICLES.contains(text.substring(wordStart, i));
        small += counts ? 1 : 0;
      }
      i++;
    }
    return small > 1 && 100 * small >= PROSE * words;
  }

  /** Whether a line begins with a bullet, a number as of a list, or the sign of a heading. */
  private static boolean isMarked(String text, int start) {
    return LineMarkers.end(text, start) > start
        || (text.charAt(start) == '#' && hasSpaceAt(text, start + 1));
  }

  private static boolean hasSpaceAt(String text, int i) {
    return i < text.length() && Characters.isSeparator(text.charAt(i));
  }

  /** Whether a line is {@code Name: value}, the name capitalised and of a few words. */
  private static boolean isField(String text, int start, int end) {
    if (!Character.isUpperCase(text.charAt(start))) {
      return false;
    }
    int limit = Math.min(end, start + LONGEST_FIELD);
    int blanks = 0;
    for (int i = start; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return i + 1 == end || hasSpaceAt(text, i + 1);
      }
      blanks += c == ' ' ? 1 : 0;
      if ((!Character.isLetterOrDigit(c) && " -/'()".indexOf(c) < 0) || blanks > 3) {
        return false;
      }
    }
    return false;
  }

  /** Whether a line is of a few capitalised words and a comma: {@code Dear Jim,}. */
  private static boolean isSalutation(String text, int start, int end) {
    int last = lastOf(text, start, end);
    int words = 0;
    for (int i = start; i < last; i++) {
      boolean first = i == start || text.charAt(i - 1) == ' ';
      words += first ? 1 : 0;
      if (first ? !Character.isUpperCase(text.charAt(i)) : !isOfName(text.charAt(i))) {
        return false;
      }
    }
    return text.charAt(last) == ',' && words > 0 && words <= ITEM_WORDS;
  }

  private static boolean isOfName(char c) {
    return Character.isLetter(c) || " .-'".indexOf(c) >= 0;
  }

  /** Whether a line is of a few words and letters alone, all of them small. */
  private static boolean isItem(String text, int start, int end) {
    int words = 1;
    for (int i = start; i < lastOf(text, start, end) + 1; i++) {
      char c = text.charAt(i);
      words += c == ' ' ? 1 : 0;
      if (!Character.isLowerCase(c) && " '-".indexOf(c) < 0) {
        return false;
      }
    }
    return words <= ITEM_WORDS;
  }

  private static boolean hasBorder(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if ((c == '\t' || c == '|') && isCellBorder(text, c, i)) {
        return true;
      }
    }
    return false;
  }

  private static int lastOf(String text, int start, int end) {
    int i = end - 1;
    while (i > start && Characters.isSeparator(text.charAt(i))) {
      i--;
    }
    return i;
  }

  private static char lastWordStart(String text, int start, int end) {
    int i = lastOf(text, start, end);
    while (i > start && !Characters.isSeparator(text.charAt(i - 1))) {
      i--;
    }
    return text.charAt(i);
  }

  static int lineStart(String text, int end) {
    int i = end;
    while (i > 0 && end - i < FAR && !isLineBreak(text, i - 1)) {
      i--;
    }
    return i;
  }

  static int lineEnd(String text, int start) {
    int i = start;
    while (i < text.length() && i - start < FAR && !isLineBreak(text, i)) {
      i++;
    }
    return i;
  }

  /** Where the break begins after which a line starts. */
  static int breakStart(String text, int lineStart) {
    if (lineStart == 0 || !isLineBreak(text, lineStart - 1)) {
      return lineStart;
    }
    boolean two = lineStart > 1 && text.startsWith("\r\n", lineStart - 2);
    return lineStart - (two ? 2 : 1);
  }
}
