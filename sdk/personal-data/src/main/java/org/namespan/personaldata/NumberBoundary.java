package org.namespan.personaldata;

/**
 * What may stand before and behind a number of a person without a blank: the signs of sentences, of
 * CSV and JSON, and words behind a sign. A number is none if it goes on there: as a decimal, as an
 * amount with its cents, or as a code with hyphens in it.
 */
final class NumberBoundary {

  /** {@code char}s of a word behind a hyphen that are looked at. */
  private static final int LONGEST_WORD = 40;

  private NumberBoundary() {}

  /** Whether a number may begin at a place. */
  static boolean isStart(PlainText text, int start) {
    char sign = text.at(start - 1);
    char before = text.at(start - 2);
    if (PlainText.isWord(sign)) {
      return false;
    }
    boolean joins = sign == '.' || sign == '-' || sign == '+';
    return !(joins && PlainText.isDigit(before))
        && !(sign == '-' && PlainText.isWord(before) && !isWordBefore(text, start - 1));
  }

  /** Whether a number that begins at one place may end at another. */
  static boolean isEnd(PlainText text, int start, int end) {
    char sign = text.at(end);
    char behind = text.at(end + 1);
    if (PlainText.isWord(sign)) {
      return false;
    }
    if (sign == '-' && PlainText.isWord(behind)) {
      return isWordBehind(text, end + 1);
    }
    if (PlainText.isDigit(behind)) {
      return sign != '.' && !(sign == ',' && isAmount(text, start, end));
    }
    return true;
  }

  /** Whether the word that ends at a place is of letters alone. */
  private static boolean isWordBefore(PlainText text, int end) {
    int start = end;
    while (end - start < LONGEST_WORD && Character.isLetter(text.at(start - 1))) {
      start--;
    }
    return start < end && !PlainText.isWord(text.at(start - 1)) && text.at(start - 1) != '-';
  }

  /** Whether the word that begins at a place is of letters alone. */
  private static boolean isWordBehind(PlainText text, int start) {
    int end = start;
    while (end - start < LONGEST_WORD && Character.isLetter(text.at(end))) {
      end++;
    }
    return end > start && !PlainText.isWord(text.at(end));
  }

  /** Whether thousands stand in groups before a comma, and cents behind: {@code 1 234 567,89}. */
  private static boolean isAmount(PlainText text, int start, int comma) {
    int cents = text.digitsEnd(comma + 1, 3);
    char separator = text.at(comma - 4);
    if (cents - comma > 3 || (separator != ' ' && separator != '.') || text.at(start) == '0') {
      return false;
    }
    int sinceSeparator = 0;
    for (int i = comma - 1; i >= start; i--) {
      char c = text.at(i);
      if (c == separator && sinceSeparator == 3) {
        sinceSeparator = 0;
      } else if (!PlainText.isDigit(c) || ++sinceSeparator > 3) {
        return false;
      }
    }
    return sinceSeparator > 0;
  }
}
