package org.namespan.personaldata;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Dates of a day, a month and a year as people write them, in digits or with the name of the month
 * in a dozen languages of Europe.
 */
final class WrittenDates {

  private static final Map<String, Integer> MONTHS = new HashMap<>();

  static {
    List<String> names =
        Arrays.asList(
            "january jan januar janvier enero ene gennaio gen janeiro januari jänner stycznia tammikuuta",
            "february feb februar février fév febrero febbraio fevereiro fev februari lutego helmikuuta",
            "march mar märz mrz mars marzo março maart mrt marts marca maaliskuuta",
            "april apr avril avr abril abr aprile kwietnia huhtikuuta",
            "may mai mayo maggio mag maio mei maj maja toukokuuta",
            "june jun juni juin junio giugno giu junho czerwca kesäkuuta",
            "july jul juli juillet juil julio luglio lug julho lipca heinäkuuta",
            "august aug août agosto ago augustus augusti sierpnia elokuuta",
            "september sep sept septembre septiembre settembre set setembro września syyskuuta",
            "october oct oktober okt octobre octubre ottobre ott outubro out października lokakuuta",
            "november nov novembre noviembre novembro listopada marraskuuta",
            "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember grudnia"
                + " joulukuuta");
    for (int month = 0; month < names.size(); month++) {
      for (String name : names.get(month).split(" ", -1)) {
        MONTHS.put(name, month + 1);
      }
    }
  }

  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private WrittenDates() {}

  /** Where the date ends that begins at a place; -1 if none does. */
  static int end(PlainText text, int from) {
    int[] numbers = new int[3];
    int[] lengths = new int[3];
    int month = -1;
    int count = 0;
    int at = from;
    while (count < 3) {
      int end = text.wordEnd(at);
      int digits = text.digitsEnd(at, 5);
      end = count == 2 && digits > at && isTime(text, digits) ? digits : end;
      if (digits > at && digits - at <= 4 && (digits == end || isOrdinal(text, digits, end))) {
        numbers[count] = Integer.parseInt(text.substring(at, digits));
        lengths[count] = digits - at;
      } else {
        @Nullable Integer named = month < 0 && end - at < 16 ? month(text, at, end) : null;
        if (named == null) {
          return -1;
        }
        month = count;
        numbers[count] = named;
      }
      count++;
      if (count == 3) {
        return isDate(numbers, lengths, month) && isClosed(text, end) ? end : -1;
      }
      at = nextPart(text, end);
      if (at < 0) {
        return -1;
      }
    }
    return -1;
  }

  /** Where eight digits end that are a date, {@code 19800312} or {@code 12031980}; -1 for none. */
  static int compactEnd(PlainText text, int from) {
    int end = text.digitsEnd(from, 9);
    boolean whole = !PlainText.isWord(text.at(end)) || isTime(text, end);
    if (end - from != 8 || !whole || !isClosed(text, end)) {
      return -1;
    }
    int first = Integer.parseInt(text.substring(from, from + 4));
    int last = Integer.parseInt(text.substring(from + 4, end));
    int[] yearFirst = {first, last / 100, last % 100};
    int[] yearLast = {first / 100, first % 100, last};
    boolean date =
        isDate(yearFirst, new int[] {4, 2, 2}, -1) || isDate(yearLast, new int[] {2, 2, 4}, -1);
    return date ? end : -1;
  }

  private static @Nullable Integer month(PlainText text, int from, int to) {
    return MONTHS.get(text.substring(from, to).toLowerCase(Locale.ROOT));
  }

  /** Whether a time stands behind a date as ISO 8601 writes it: {@code T10:20}. */
  private static boolean isTime(PlainText text, int i) {
    return text.at(i) == 'T' && PlainText.isDigit(text.at(i + 1));
  }

  private static boolean isOrdinal(PlainText text, int from, int to) {
    String ending = text.substring(from, to).toLowerCase(Locale.ROOT);
    return ending.equals("st")
        || ending.equals("nd")
        || ending.equals("rd")
        || ending.equals("th")
        || ending.equals("er")
        || ending.equals("º");
  }

  /** Where the next part begins behind a sign, blanks and {@code of} or {@code de}; -1 for none. */
  private static int nextPart(PlainText text, int end) {
    int at = end;
    while (at - end < 5 && " ./-,\u00BA".indexOf(text.at(at)) >= 0) {
      at++;
    }
    int word = text.wordEnd(at);
    String small = text.substring(at, Math.min(word, at + 3));
    if (text.at(word) == ' ' && (small.equals("of") || small.equals("de") || small.equals("del"))) {
      at = word + 1;
    }
    return at == end || !PlainText.isLetterOrDigit(text.at(at)) ? -1 : at;
  }

  private static boolean isClosed(PlainText text, int end) {
    char c = text.at(end);
    return !((c == '-' || c == '/' || c == '.') && PlainText.isDigit(text.at(end + 1)));
  }

  private static boolean isDate(int[] numbers, int[] lengths, int month) {
    if (month == 2) {
      return false;
    }
    boolean yearFirst = lengths[0] == 4;
    int year = yearFirst ? 0 : 2;
    if (lengths[year] != 4 && (lengths[year] != 2 || yearFirst)) {
      return false;
    }
    if (lengths[year] == 4 && !isYear(numbers[year])) {
      return false;
    }
    int a = numbers[yearFirst ? 1 : 0];
    int b = numbers[yearFirst ? 2 : 1];
    if (month >= 0) {
      boolean monthFirst = month == 0 || yearFirst;
      return isDay(numbers[year], monthFirst ? a : b, monthFirst ? b : a);
    }
    return lengths[yearFirst ? 1 : 0] <= 2
        && lengths[yearFirst ? 2 : 1] <= 2
        && (isDay(numbers[year], a, b) || (!yearFirst && isDay(numbers[year], b, a)));
  }

  /** Whether somebody may be born in a year. */
  static boolean isYear(int year) {
    return year >= 1850 && year <= 2100;
  }

  /**
   * Whether a month has a day.
   *
   * @param year of two digits or four; of two the leap years are those of this century
   */
  private static boolean isDay(int year, int month, int day) {
    if (month < 1 || month > 12) {
      return false;
    }
    boolean leap = year % 4 == 0 && (year < 100 || year % 100 != 0 || year % 400 == 0);
    int days = month == 2 && !leap ? 28 : DAYS[month - 1];
    return day >= 1 && day <= days;
  }
}
