package org.namespan.personaldata;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates of birth: a day, month and year behind words that say so, {@code born on}, {@code
 * DOB:}, within the sentence, or behind {@code b.} or a star. Words and names of months are those
 * of a dozen languages of Europe.
 */
final class BirthDateDetector implements Detector {

  /** So many {@code char}s may stand between the word and the date: {@code in Honolulu on}. */
  private static final int GAP = 48;

  /** {@code char}s of a name of a field at most. */
  private static final int LONGEST_NAME = 40;

  /** Words that tell of a birth; behind those with a further word that must follow. */
  private static final Set<String> BIRTH =
      new HashSet<>(
          Arrays.asList(
              "born",
              "dob",
              "birth",
              "birthdate",
              "birthday",
              "birthdays",
              "geb",
              "geboren",
              "geburtsdatum",
              "geburtstag",
              "né",
              "née",
              "naissance",
              "nacimiento",
              "nacido",
              "nacida",
              "nació",
              "nato",
              "nata",
              "nascita",
              "nascimento",
              "nascido",
              "nascida",
              "geboortedatum",
              "geboorte",
              "født",
              "fødselsdato",
              "fødselsdag",
              "född",
              "födelsedatum",
              "urodzenia",
              "urodzony",
              "urodzona",
              "ur",
              "syntynyt",
              "syntymäaika",
              "narozen",
              "narození"));

  /** Those of the words, by which most others are told. */
  private static final String FIRST_LETTERS = "bdgnfsu";

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

  @Override
  public void find(PlainText text, Findings found) {
    for (int i = 0; i < text.length(); ) {
      if (!PlainText.isLetterOrDigit(text.at(i))) {
        i = text.at(i) == '*' && isStar(text, i) ? addDate(text, i + 1, found) : i + 1;
        continue;
      }
      int end = wordEnd(text, i);
      if (isBirth(text, i, end)) {
        end = Math.max(end, findDate(text, end, found));
      } else if (end - i == 1 && isAbbreviation(text, i)) {
        end = addDate(text, end + 1, found);
      }
      i = end;
    }
  }

  private static int wordEnd(PlainText text, int from) {
    int end = from;
    while (PlainText.isLetterOrDigit(text.at(end))) {
      end++;
    }
    return end;
  }

  private static boolean isBirth(PlainText text, int start, int end) {
    boolean initials =
        end - start == 1
            && (text.startsWith("D.O.B", start) || text.startsWith("d.o.b", start))
            && !PlainText.isLetterOrDigit(text.at(start + 5));
    return initials || isWordOfBirth(text, start, end) || isInCamelCase(text, start, end);
  }

  private static boolean isWordOfBirth(PlainText text, int start, int end) {
    return end - start < 16
        && FIRST_LETTERS.indexOf(Character.toLowerCase(text.at(start))) >= 0
        && BIRTH.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  /** Whether a name as programs write it holds such a word: {@code dateOfBirth}. */
  private static boolean isInCamelCase(PlainText text, int start, int end) {
    if (end - start > LONGEST_NAME) {
      return false;
    }
    int part = start;
    for (int i = start + 1; i <= end; i++) {
      boolean hump =
          i < end && Character.isUpperCase(text.at(i)) && Character.isLowerCase(text.at(i - 1));
      if (hump || (i == end && part > start)) {
        if (i - part > 2 && isWordOfBirth(text, part, i)) {
          return true;
        }
        part = i;
      }
    }
    return false;
  }

  /** {@code b.} behind a comma or a bracket. */
  private static boolean isAbbreviation(PlainText text, int i) {
    char before = text.at(text.at(i - 1) == ' ' ? i - 2 : i - 1);
    return text.startsWith("b.", i) && (before == '(' || before == '[' || before == ',');
  }

  /**
   * Whether a sign is the star of a birth, and none of a list, of emphasis or of a product. At the
   * beginning of a line it is one if nothing but a date stands behind it, or a place.
   */
  private static boolean isStar(PlainText text, int i) {
    int date = text.at(i + 1) == ' ' ? i + 2 : i + 1;
    int end = PlainText.isDigit(text.at(date)) ? dateEnd(text, date) : -1;
    if (end < 0 || text.at(end) == '*') {
      return false;
    }
    char before = text.at(text.at(i - 1) == ' ' ? i - 2 : i - 1);
    return before == PlainText.NONE
        ? text.at(end) == '\n' || text.startsWith(" in ", end) || text.startsWith(", ", end)
        : before != '*' && !PlainText.isDigit(before);
  }

  /** Adds the date at a place or behind a blank there; returns where to look on. */
  private static int addDate(PlainText text, int from, Findings found) {
    int start = text.at(from) == ' ' ? from + 1 : from;
    int end = PlainText.isLetterOrDigit(text.at(start)) ? dateEnd(text, start) : -1;
    if (end > 0) {
      found.add(PersonalDataType.BIRTH_DATE, start, end);
    }
    return Math.max(from, end);
  }

  /** Adds the first date behind a word in its sentence; returns where it ends, or -1. */
  private static int findDate(PlainText text, int from, Findings found) {
    int lines = 0;
    for (int i = from; i < from + GAP && i < text.length(); i++) {
      char c = text.at(i);
      lines += c == '\n' ? 1 : 0;
      if (lines > 1 || isSentenceEnd(text, i)) {
        return -1;
      }
      if (PlainText.isLetterOrDigit(c) && text.isWordStart(i)) {
        int end = dateEnd(text, i);
        end = end > 0 ? end : compactEnd(text, i);
        if (end > 0) {
          found.add(PersonalDataType.BIRTH_DATE, i, end);
          return end;
        }
      }
    }
    return -1;
  }

  /** A period behind a small word of three letters or more, and a blank. */
  private static boolean isSentenceEnd(PlainText text, int i) {
    char c = text.at(i);
    boolean blank = text.at(i + 1) == ' ' || text.at(i + 1) == '\n';
    return blank
        && (c == '!'
            || c == '?'
            || c == ';'
            || (c == '.'
                && Character.isLowerCase(text.at(i - 1))
                && Character.isLowerCase(text.at(i - 2))
                && Character.isLowerCase(text.at(i - 3))
                && Character.isUpperCase(text.at(i + 2))));
  }

  /** Where the date ends that begins at a place; -1 if none does. */
  static int dateEnd(PlainText text, int from) {
    int[] numbers = new int[3];
    int[] lengths = new int[3];
    int month = -1;
    int count = 0;
    int at = from;
    while (count < 3) {
      int end = wordEnd(text, at);
      int digits = at;
      while (digits < end && PlainText.isDigit(text.at(digits))) {
        digits++;
      }
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
  private static int compactEnd(PlainText text, int from) {
    int end = from;
    while (end - from <= 8 && PlainText.isDigit(text.at(end))) {
      end++;
    }
    if (end - from != 8 || PlainText.isWord(text.at(end)) || !isClosed(text, end)) {
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
    int word = wordEnd(text, at);
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
    if (lengths[year] == 4 && (numbers[year] < 1850 || numbers[year] > 2100)) {
      return false;
    }
    int a = numbers[yearFirst ? 1 : 0];
    int b = numbers[yearFirst ? 2 : 1];
    if (month >= 0) {
      return isDay(month == 0 || (yearFirst && month == 1) ? b : a);
    }
    return lengths[yearFirst ? 1 : 0] <= 2
        && lengths[yearFirst ? 2 : 1] <= 2
        && ((isMonth(a) && isDay(b)) || (!yearFirst && isMonth(b) && isDay(a)));
  }

  private static boolean isMonth(int number) {
    return number >= 1 && number <= 12;
  }

  private static boolean isDay(int number) {
    return number >= 1 && number <= 31;
  }
}
