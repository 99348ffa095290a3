package org.namespan.model.text;

/**
 * What stands at the start of a line and belongs to no sentence: bullets, the numbers of a list,
 * the {@code >} of quoted mail. Nothing is searched for further than the lines around.
 */
final class LineMarkers {

  private static final String BULLETS = "-*+=:•‣◦▪●○·–—~→›⁃⇒►▶▸✓✔☑☐❖➢➤■□♦★☆»\uF0B7\uF0A7";

  /** Bullets that need no blank behind them before a capital. */
  private static final int STUCK_FROM = 0x80;

  private static final String ROMAN = "ivxIVX";

  /** Digits of a number at most. */
  private static final int DIGITS = 3;

  private static final int ROMAN_DIGITS = 5;

  private static final String BOXES = "[x] [X] [ ] [*]";

  private LineMarkers() {}

  /** Where the quoting of a mail's line ends, blanks included; {@code start} if there is none. */
  static int quotingEnd(String text, int start) {
    int i = start;
    int end = start;
    while (i < text.length() && (text.charAt(i) == '>' || text.charAt(i) == ' ')) {
      end = text.charAt(i) == '>' ? i + 1 : end;
      i++;
    }
    return end == start ? start : i;
  }

  /** Where the bullet or number at the start of a line ends; {@code start} if there is none. */
  static int end(String text, int start) {
    int bullet = bulletEnd(text, start);
    if (bullet > start) {
      int blanks = LineLayout.skipBlanks(text, bullet);
      int box = boxEnd(text, blanks);
      return box > blanks ? box : bullet;
    }
    int box = boxEnd(text, start);
    return box > start ? box : numberEnd(text, start);
  }

  private static int boxEnd(String text, int start) {
    boolean box =
        start + 3 <= text.length()
            && text.charAt(start) == '['
            && BOXES.contains(text.substring(start, start + 3));
    return box ? start + 3 : start;
  }

  private static int bulletEnd(String text, int start) {
    if (start + 1 >= text.length()) {
      return start;
    }
    char c = text.charAt(start);
    if (c == 'o' && text.charAt(start + 1) == ' ') {
      return isAmongOthers(text, start, 'o') ? start + 1 : start;
    }
    if (BULLETS.indexOf(c) < 0) {
      return start;
    }
    int end = Markup.runEnd(text, start);
    if (end >= text.length()) {
      return start;
    }
    char next = text.charAt(end);
    if (next == ' ' || next == '\t' || (Characters.isSeparator(next) && next != '\n')) {
      return end;
    }
    boolean stuck =
        Character.isUpperCase(next)
            && end == start + 1
            && (c >= STUCK_FROM || c == '+' || (c == '-' && isAmongOthers(text, start, '-')));
    return stuck ? end : start;
  }

  /** Whether the line before or after begins with the same char. */
  private static boolean isAmongOthers(String text, int start, char sign) {
    int before = lineBefore(text, start);
    int after = lineAfter(text, start);
    return (before >= 0 && text.charAt(before) == sign)
        || (after >= 0 && after < text.length() && text.charAt(after) == sign);
  }

  /** Where the first word of the line before begins; -1 if there is none. */
  private static int lineBefore(String text, int i) {
    int line = LineLayout.lineStart(text, i);
    return line == 0
        ? -1
        : LineLayout.skipBlanks(
            text, LineLayout.lineStart(text, LineLayout.breakStart(text, line)));
  }

  /** Where the first word of the line after begins; -1 if there is none. */
  private static int lineAfter(String text, int i) {
    int end = LineLayout.lineEnd(text, i);
    return end < text.length() ? LineLayout.skipBlanks(text, LineLayout.afterBreak(text, end)) : -1;
  }

  /** {@code 1.}, {@code 2)}, {@code (a)}, {@code iv.}, {@code ①}. */
  private static int numberEnd(String text, int start) {
    if (start >= text.length()) {
      return start;
    }
    char c = text.charAt(start);
    if (c >= 0x2460 && c <= 0x24FF) {
      boolean word = Composition.plain(c) != null && !isSeparatorAt(text, start + 1);
      return word ? start : start + 1;
    }
    boolean open = c == '(';
    int from = open ? start + 1 : start;
    int end = itemEnd(text, from);
    if (end == from || end >= text.length()) {
      return start;
    }
    char sign = text.charAt(end);
    boolean period = sign == '.' || sign == '\uFF0E';
    if (open ? sign != ')' : sign != ')' && !period) {
      return start;
    }
    boolean digits = Character.isDigit(text.charAt(from));
    boolean blank = isSeparatorAt(text, end + 1);
    boolean stuck = digits && end + 1 < text.length() && isName(text, end + 1);
    if (!blank && !stuck) {
      return start;
    }
    // A. Merkel is no item of a list unless the line around has another letter.
    boolean plain = digits || !period || isSiblingNear(text, start, end);
    return plain ? end + 1 : start;
  }

  private static boolean isSeparatorAt(String text, int i) {
    return i < text.length() && Characters.isSeparator(text.charAt(i));
  }

  /** Whether a capital and a small letter stand at {@code i}. */
  private static boolean isName(String text, int i) {
    return i + 1 < text.length()
        && Character.isUpperCase(text.charAt(i))
        && Character.isLowerCase(text.charAt(i + 1));
  }

  /** Where a number, a letter or a Roman number ends. */
  private static int itemEnd(String text, int from) {
    int i = from;
    while (i < text.length() && i < from + DIGITS && Character.isDigit(text.charAt(i))) {
      i++;
    }
    if (i > from) {
      return i;
    }
    while (i < text.length() && i < from + ROMAN_DIGITS && ROMAN.indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    boolean roman = i > from && i < text.length() && ").".indexOf(text.charAt(i)) >= 0;
    boolean letter = from < text.length() && Character.isLetter(text.charAt(from));
    return roman ? i : letter ? from + 1 : from;
  }

  /** Whether the line before or after begins with an item of the same kind and another name. */
  private static boolean isSiblingNear(String text, int start, int end) {
    int before = lineBefore(text, start);
    int after = lineAfter(text, start);
    return (before >= 0 && isSibling(text, start, end, before))
        || (after >= 0 && isSibling(text, start, end, after));
  }

  private static boolean isSibling(String text, int start, int end, int other) {
    int otherEnd = itemEnd(text, other);
    if (otherEnd == other
        || otherEnd >= text.length()
        || text.charAt(otherEnd) != text.charAt(end)) {
      return false;
    }
    String item = text.substring(start, end);
    String sibling = text.substring(other, otherEnd);
    if (item.equals(sibling)) {
      return false;
    }
    boolean neighbours =
        item.length() == 1
            && sibling.length() == 1
            && Math.abs(item.charAt(0) - sibling.charAt(0)) == 1;
    return neighbours || (isRoman(item) && isRoman(sibling)) || "QAQ".contains(item + sibling);
  }

  private static boolean isRoman(String item) {
    for (int i = 0; i < item.length(); i++) {
      if (ROMAN.indexOf(item.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
