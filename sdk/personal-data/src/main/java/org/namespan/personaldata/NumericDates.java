package org.namespan.personaldata;

/** Dates and times of digits, which look like phone numbers. */
final class NumericDates {

  private static final int FIRST_YEAR = 1800;
  private static final int AFTER_LAST_YEAR = 2200;

  private NumericDates() {}

  /**
   * Where the date ends that begins at a place, four digits of a year first or last; -1 for none.
   * Texts full of dates would take ten times as long if libphonenumber were asked.
   */
  static int dateEnd(PlainText text, int start) {
    int[] sizes = new int[3];
    char separator = PlainText.NONE;
    int at = start;
    for (int part = 0; part < 3; part++) {
      if (part == 1) {
        separator = text.at(at);
      }
      if (part > 0 && ("-/.".indexOf(separator) < 0 || text.at(at++) != separator)) {
        return -1;
      }
      int first = at;
      at = text.digitsEnd(at, 5);
      sizes[part] = at - first;
      boolean year = sizes[part] == 4;
      int value = at == first ? 0 : Integer.parseInt(text.substring(first, at));
      if (year
          ? value < FIRST_YEAR || value >= AFTER_LAST_YEAR
          : value < 1 || value > 31 || sizes[part] > 2) {
        return -1;
      }
    }
    boolean more = text.at(at) == separator && PlainText.isDigit(text.at(at + 1));
    return sizes[1] != 4 && (sizes[0] == 4) != (sizes[2] == 4) && !more ? at : -1;
  }

  /** Where the range of times ends that begins at a place, {@code 9.30-12.30}; -1 for none. */
  static int timesEnd(PlainText text, int start) {
    int hyphen = timeEnd(text, start);
    hyphen += text.at(hyphen) == ' ' ? 1 : 0;
    if (hyphen < start || text.at(hyphen) != '-') {
      return -1;
    }
    int end = timeEnd(text, text.at(hyphen + 1) == ' ' ? hyphen + 2 : hyphen + 1);
    boolean more = ".-/".indexOf(text.at(end)) >= 0 && PlainText.isDigit(text.at(end + 1));
    return more ? -1 : end;
  }

  /** Where the hours, a period and the minutes end that begin at a place; -1 for none. */
  private static int timeEnd(PlainText text, int start) {
    int hours = text.digitsEnd(start, 3);
    int minutes = text.digitsEnd(hours + 1, 3);
    boolean time =
        hours > start
            && hours - start <= 2
            && Integer.parseInt(text.substring(start, hours)) <= 24
            && text.at(hours) == '.'
            && minutes - hours == 3
            && text.at(hours + 1) < '6';
    return time ? minutes : -1;
  }
}
