package org.namespan.model.text;

import java.util.Set;

/**
 * Tells which signs and blanks part the cells of a row. A line that is longer than {@link
 * LineLayout#FAR} chars is taken to end there.
 */
final class Cells {

  /** Signs that part cells if no blank stands beside them. */
  private static final String STUCK = ",;";

  /** Signs that part cells if blanks stand around them or a few of them: {@code ->}. */
  private static final String LOOSE = "-/>»›→·•–—";

  /** Loose signs that lead from one cell to the next, which may have a few small words. */
  private static final String LEADING = ">»›→";

  /** Words of a cell at most where small ones are among them. */
  private static final int SMALL_WORDS = 3;

  /** Loose signs in a row at most. */
  private static final int LONGEST = 3;

  /** Words of a cell without a sign around at most. */
  private static final int WORDS = 6;

  /** Words that names hold, and which therefore do not tell of prose. */
  private static final Set<String> PARTICLES =
      WordSet.of(
          "of the and for da de del della der den di do dos du el la le van von zu al bin ibn y e");

  private Cells() {}

  /** Whether a char other than a tab, a bar or a quotation mark may part cells. */
  static boolean isSign(char c) {
    return LOOSE.indexOf(c) >= 0 || STUCK.indexOf(c) >= 0;
  }

  /** Whether a word stands in names though it begins with a small letter. */
  static boolean isParticle(String word) {
    return PARTICLES.contains(word);
  }

  /** Where the border between two cells ends that begins at {@code i}; {@code i} if none does. */
  static int borderEnd(String text, int i) {
    char c = text.charAt(i);
    if (c == '|') {
      return i + 1;
    }
    if (c == '\t') {
      return isIndent(text, i) ? i : i + 1;
    }
    int end = signEnd(text, i);
    return end > i && isRow(text, i) ? end : i;
  }

  /** Whether a line, or what is near of it, has a border between cells. */
  static boolean hasBorder(String text, int start, int end) {
    int tried = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      int kind = 1 << (1 + LOOSE.indexOf(c) + (LOOSE.length() + 1) * (1 + STUCK.indexOf(c)));
      boolean other = kind > 2 && (tried & kind) == 0 && signEnd(text, i) > i;
      tried |= other ? kind : 0;
      if ((other || c == '\t' || c == '|') && borderEnd(text, i) > i) {
        return true;
      }
    }
    return false;
  }

  /** Whether a sign between two quotation marks parts quoted cells, as in RFC 4180. */
  static boolean isQuotedBorder(String text, int quote) {
    if ((!text.startsWith("\",", quote) && !text.startsWith("\";", quote))
        || quote + 2 >= text.length()
        || Characters.isSeparator(text.charAt(quote + 2))) {
      return false;
    }
    int end = LineLayout.lineEnd(text, quote + 2);
    int next = text.indexOf(text.charAt(quote + 1), quote + 2);
    return isCell(text, quote + 2, next < 0 ? end : Math.min(end, next), ',');
  }

  /** Whether a sign stands between a bare cell and the quotation mark of the next. */
  static boolean isBorderBeforeQuote(String text, int quote) {
    if (quote < 2
        || quote + 1 >= text.length()
        || STUCK.indexOf(text.charAt(quote - 1)) < 0
        || !Characters.isLetterOrDigit(text.charAt(quote - 2))
        || !Characters.isLetterOrDigit(text.charAt(quote + 1))) {
      return false;
    }
    int start = LineLayout.lineStart(text, quote - 1);
    int before = text.lastIndexOf(text.charAt(quote - 1), quote - 2);
    return isCell(text, Math.max(start, before + 1), quote - 1, ',');
  }

  /**
   * Whether a line is a row of cells that blanks part: it has no words of prose, and of two blanks
   * each more than one gap.
   *
   * @param wide whether one gap of three blanks or more is there
   */
  static boolean hasColumns(String text, int i, boolean wide) {
    int end = LineLayout.lineEnd(text, i);
    int gaps = 0;
    int small = 0;
    for (int k = LineLayout.lineStart(text, i); k < end; k++) {
      boolean first = k == 0 || Characters.isSeparator(text.charAt(k - 1));
      small += first && Character.isLowerCase(text.charAt(k)) ? 1 : 0;
      boolean gap = first && !Characters.isSeparator(text.charAt(k));
      gaps += gap && k > 1 && Characters.isSeparator(text.charAt(k - 2)) ? 1 : 0;
    }
    return small < 2 && (wide || gaps > 1);
  }

  /** Whether a tab stands before the first word of its line. */
  private static boolean isIndent(String text, int i) {
    int before = i;
    while (before > 0 && (text.charAt(before - 1) == ' ' || text.charAt(before - 1) == '\t')) {
      if (i - --before > LineLayout.FAR) {
        return true;
      }
    }
    return before == 0 || LineLayout.isLineBreak(text, before - 1);
  }

  /** Where the sign at {@code i} ends if it stands as one between cells; else {@code i}. */
  private static int signEnd(String text, int i) {
    char c = text.charAt(i);
    if (STUCK.indexOf(c) >= 0) {
      boolean stuck =
          i + 1 < text.length()
              && !Characters.isSeparator(text.charAt(i + 1))
              && !Characters.isExtending(text.codePointAt(i + 1))
              && (i == 0 || text.charAt(i - 1) != ' ')
              && !(text.charAt(i + 1) == '"' && isEndAt(text, i + 2))
              && !(isDigit(text, i - 1) && isDigit(text, i + 1));
      return stuck ? i + 1 : i;
    }
    if (LOOSE.indexOf(c) < 0 || i < 2 || text.charAt(i - 1) != ' ') {
      return i;
    }
    int end = i + 1;
    while (end < text.length() && end < i + LONGEST && LOOSE.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    boolean loose =
        text.startsWith(" ", end)
            && !LineLayout.isLineBreak(text, i - 2)
            && !(isDigit(text, i - 2) && isDigit(text, end + 1));
    return loose ? end : i;
  }

  /**
   * Whether the line of a sign holds nothing but cells: three or more, or two if no line stands
   * beside it or one that is such a row too, which prose with dashes may look like.
   */
  private static boolean isRow(String text, int i) {
    char sign = text.charAt(i);
    int start = LineLayout.lineStart(text, i);
    int end = LineLayout.lineEnd(text, i);
    if (STUCK.indexOf(sign) < 0 && Math.max(i - start, end - i) == LineLayout.FAR) {
      return false;
    }
    int borders = borders(text, start, end, sign, i);
    if (borders != 1) {
      return borders > 1;
    }
    int lastEnd = LineLayout.breakStart(text, start);
    int last = LineLayout.lineStart(text, lastEnd);
    int next = LineLayout.isLineBreak(text, end) ? LineLayout.afterBreak(text, end) : end;
    int nextEnd = LineLayout.lineEnd(text, next);
    boolean dash = STUCK.indexOf(sign) < 0 && LEADING.indexOf(sign) < 0;
    return (last == lastEnd && next == nextEnd)
        || (!dash
            && (borders(text, last, lastEnd, sign, -1) > 0
                || borders(text, next, nextEnd, sign, -1) > 0));
  }

  /**
   * How often a sign stands between the cells of a line; 0 if that is not all there is.
   *
   * @param place where the sign must not stand in a quoted cell
   */
  private static int borders(String text, int start, int end, char sign, int place) {
    int borders = 0;
    int cell = start;
    boolean quoted = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (c == '&') {
        i = Math.max(i, HtmlEntities.end(text, i) - 1);
        continue;
      }
      boolean title = c == ':' && borders == 0 && i > start && text.startsWith(" ", i + 1);
      if (title && Characters.isLetterOrDigit(text.charAt(i - 1))) {
        // As in: You are here: Home > Berlin
        cell = i + 1;
      }
      if (text.startsWith("://", i)) {
        int address = addressEnd(text, i, end);
        if (place > i && place < address) {
          return 0;
        }
        i = address - 1;
        continue;
      }
      boolean cut = c == '"' && start > 0 && !LineLayout.isLineBreak(text, start - 1);
      if (cut || (quoted ? i == place : isOfProse(text, i, end, sign))) {
        return 0;
      }
      if (c == sign && !quoted && signEnd(text, i) > i) {
        if (!isCell(text, cell, i, sign)) {
          return 0;
        }
        borders++;
        cell = signEnd(text, i);
        i = cell - 1;
      }
    }
    return isCell(text, cell, end, sign) ? borders : 0;
  }

  /** Where an address ends that goes on at {@code i}: at a blank, or a sign and a capital. */
  private static int addressEnd(String text, int i, int limit) {
    int end = i;
    while (end < limit
        && !Characters.isSeparator(text.charAt(end))
        && (STUCK.indexOf(text.charAt(end)) < 0
            || end + 1 == limit
            || !Character.isUpperCase(text.charAt(end + 1)))) {
      end++;
    }
    return end;
  }

  /** Whether a comma, or a sign that parts cells only if no blank follows, has one behind it. */
  private static boolean isOfProse(String text, int i, int end, char sign) {
    char c = text.charAt(i);
    return ((c == ',' && sign != ';') || (c == sign && STUCK.indexOf(c) >= 0))
        && i + 1 < end
        && isEndAt(text, i + 1);
  }

  /** Whether what stands between two such signs may be a cell rather than prose. */
  private static boolean isCell(String text, int start, int end, char sign) {
    int first = start;
    while (first < end && Characters.isSeparator(text.charAt(first))) {
      first++;
    }
    if (first < end && text.charAt(first) == '"') {
      return true;
    }
    int words = 0;
    boolean small = false;
    int i = first;
    while (i < end) {
      int word = i;
      while (i < end && !Characters.isSeparator(text.charAt(i))) {
        i++;
      }
      if (i > word) {
        words++;
        small |= Character.isLowerCase(text.charAt(word)) && !isParticle(text.substring(word, i));
      }
      i++;
    }
    return words <= (small ? LEADING.indexOf(sign) < 0 ? 1 : SMALL_WORDS : WORDS);
  }

  private static boolean isEndAt(String text, int i) {
    return i >= text.length() || Characters.isSeparator(text.charAt(i));
  }

  private static boolean isDigit(String text, int i) {
    return i >= 0 && i < text.length() && Character.isDigit(text.charAt(i));
  }
}
