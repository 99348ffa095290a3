package org.namespan.model.text;

/**
 * Tells whether a line break or a sign parts a text. A line that is longer than {@link #FAR} chars
 * is taken to end there, so that an answer depends on a few lines only.
 */
final class LineLayout {

  static final int FAR = 120;

  private static final String BREAKS = "\n\r\u000B\f\u0085\u2028";

  /** Chars of the name in a {@code Name: value} line. */
  private static final int LONGEST_FIELD = 32;

  /** Chars of the widest line at least among those that are wrapped. */
  private static final int NARROWEST = 21;

  /** Words of a list item at most that is told from prose by being short. */
  private static final int ITEM_WORDS = 3;

  /** Words of prose that begin with a small letter, out of a hundred that are no particles. */
  private static final int PROSE = 22;

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
    if (Cells.hasBorder(text, first, i) || Cells.hasBorder(text, second, end)) {
      return true;
    }
    if (Character.isLowerCase(text.charAt(second))) {
      return (isItem(text, first, i) && isItem(text, second, end))
          || (endsSentence(text, first, i)
              && i - start + 1 + firstWord(text, second, end)
                  <= width(text, start, i, second, end));
    }
    if (isInBrackets(text, first, i, second, end)) {
      return false;
    }
    char last = text.charAt(lastOf(text, first, i));
    if (isField(text, first, i) || last == ':' || text.charAt(first) == '#' || i - start == FAR) {
      return true;
    }
    if (endsSmall(text, first, i)) {
      return hasRoom(text, start, i, second, end)
          && (words(text, first, i) <= ITEM_WORDS
              || PeriodRules.startsSentence(text, second)
              || (Character.isDigit(text.charAt(first)) && Character.isDigit(text.charAt(second))));
    }
    return !isWrapped(text, start, i, second, end);
  }

  /**
   * Whether the line had no room for the first word of the next, and the lines around hold words of
   * prose.
   */
  private static boolean isWrapped(String text, int start, int i, int second, int end) {
    int before = lineBefore(text, start);
    int after = lineAfter(text, end);
    int afterEnd = lineEnd(text, after);
    int width = width(text, start, i, second, end);
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
    return i - start + 1 + firstWord(text, second, end) > width
        && !isSigned(text, start, i, second, end)
        && !isShort(text, second, end, after, width)
        && isProse(text, before, afterEnd);
  }

  /**
   * Whether a line stops long before it is full, at two thirds or less, though it ends no sentence
   * and the next begins with a capital.
   */
  private static boolean isShort(String text, int start, int end, int after, int width) {
    return after < text.length()
        && Character.isUpperCase(text.charAt(after))
        && Character.isLetter(text.charAt(lastOf(text, start, end)))
        && 3 * (end - start + 1 + firstWord(text, after, lineEnd(text, after))) <= 2 * width;
  }

  /**
   * Whether a line ends with a comma and the next is a name: {@code Best wishes to all of you,}.
   */
  private static boolean isSigned(String text, int start, int i, int second, int end) {
    int last = lastOf(text, second, end);
    return text.charAt(lastOf(text, start, i)) == ','
        && Character.isLetter(text.charAt(last))
        && isName(text, second, last + 1);
  }

  /** Whether a bracket that opens in a line is closed by the first in the next line. */
  private static boolean isInBrackets(String text, int start, int i, int second, int end) {
    int close = second;
    while (close < end && "()".indexOf(text.charAt(close)) < 0) {
      close++;
    }
    if (close == end || text.charAt(close) == '(' || isOfFace(text.charAt(close - 1))) {
      return false;
    }
    int open = 0;
    for (int k = start; k < i; k++) {
      char c = text.charAt(k);
      if (c == '(' && !Characters.isSeparator(text.charAt(k + 1))) {
        open++;
      } else if (c == ')' && open > 0) {
        open--;
      }
    }
    return open > 0;
  }

  /** Whether a bracket behind it is the mouth of an emoticon. */
  private static boolean isOfFace(char c) {
    return ":;=-".indexOf(c) >= 0;
  }

  /** Chars of the longest of four lines: that from {@code start} to {@code i}, and those around. */
  private static int width(String text, int start, int i, int second, int end) {
    int before = lineBefore(text, start);
    int after = lineAfter(text, end);
    return Math.max(
        Math.max(i - start, end - second),
        Math.max(breakStart(text, start) - before, lineEnd(text, after) - after));
  }

  private static int lineBefore(String text, int start) {
    return start == 0 ? 0 : lineStart(text, breakStart(text, start));
  }

  private static int lineAfter(String text, int end) {
    return isLineBreak(text, end) ? afterBreak(text, end) : end;
  }

  /** Whether a line ends with what ends a sentence, abbreviations not counted. */
  private static boolean endsSentence(String text, int start, int end) {
    int last = lastOf(text, start, end);
    int word = last;
    while (word > start && Character.isLetter(text.charAt(word - 1))) {
      word--;
    }
    return "!?".indexOf(text.charAt(last)) >= 0
        || (text.charAt(last) == '.'
            && last > start
            && (text.charAt(last - 1) == '.'
                || (Character.isLowerCase(text.charAt(last - 1))
                    && !Abbreviations.contains(text.substring(word, last)))));
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

  /** Whether a line ends with a word in small letters. */
  private static boolean endsSmall(String text, int start, int end) {
    if (start >= end) {
      return false;
    }
    int last = lastOf(text, start, end);
    int word = last;
    while (word > start && !Characters.isSeparator(text.charAt(word - 1))) {
      word--;
    }
    return Character.isLetter(text.charAt(last))
        && Character.isLowerCase(text.charAt(word))
        && !Codes.isAddress(text.substring(word, last + 1));
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
      boolean isSmall = i > wordStart && Character.isLowerCase(text.charAt(wordStart));
      // Particles are small words: no others need to be cut out and looked up.
      if (i > wordStart && !(isSmall && Cells.isParticle(text.substring(wordStart, i)))) {
        words++;
        small += isSmall ? 1 : 0;
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
    return text.charAt(last) == ',' && isName(text, start, last);
  }

  /** Whether there are a few capitalised words, and nothing else. */
  private static boolean isName(String text, int start, int end) {
    int words = 0;
    for (int i = start; i < end; i++) {
      boolean first = i == start || text.charAt(i - 1) == ' ';
      words += first ? 1 : 0;
      if (first ? !Character.isUpperCase(text.charAt(i)) : !isOfName(text.charAt(i))) {
        return false;
      }
    }
    return words > 0 && words <= ITEM_WORDS;
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

  private static int lastOf(String text, int start, int end) {
    int i = end - 1;
    while (i > start && Characters.isSeparator(text.charAt(i))) {
      i--;
    }
    return i;
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
