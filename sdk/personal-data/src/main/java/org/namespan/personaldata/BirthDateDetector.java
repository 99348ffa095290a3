package org.namespan.personaldata;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

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

  /** Behind these words a date is that of something else. */
  private static final Set<String> OTHER_EVENTS =
      new HashSet<>(
          Arrays.asList(
              ("he,she,they,who,died,dies,dead,death,deceased,married,joined,hired,gestorben,starb,"
                      + "verstorben,mort,morte,décédé,décédée,murió,falleció,fallecido,fallecida,morto,"
                      + "morta,faleceu,overleden,død,zmarł,zmarła")
                  .split(",", -1)));

  /** {@code char}s before a word of birth in which a bracket may open. */
  private static final int BRACKET = 48;

  /** Those of the words, by which most others are told. */
  private static final String FIRST_LETTERS = "bdgnfsu";

  @Override
  public void find(PlainText text, Findings found) {
    for (int i = 0; i < text.length(); ) {
      if (!PlainText.isLetterOrDigit(text.at(i))) {
        i = text.at(i) == '*' && isStar(text, i) ? addDate(text, i + 1, found) : i + 1;
        continue;
      }
      int end = text.wordEnd(i);
      if (isBirth(text, i, end) && !isName(text, i)) {
        end = Math.max(end, findDate(text, i, end, found));
      } else if (end - i == 1 && isAbbreviation(text, i)) {
        end = addDate(text, end + 1, found);
      }
      i = end;
    }
  }

  private static boolean isBirth(PlainText text, int start, int end) {
    boolean initials =
        end - start == 1
            && (text.startsWith("D.O.B", start) || text.startsWith("d.o.b", start))
            && !PlainText.isLetterOrDigit(text.at(start + 5));
    return initials || isWordOfBirth(text, start, end) || isInCamelCase(text, start, end);
  }

  private static boolean isWordOfBirth(PlainText text, int start, int end) {
    if (end - start >= 16 || FIRST_LETTERS.indexOf(Character.toLowerCase(text.at(start))) < 0) {
      return false;
    }
    String word = text.substring(start, end);
    return BIRTH.contains(word.toLowerCase(Locale.ROOT)) && !word.equals("NATO");
  }

  /** Whether a word is the name of somebody, behind another name and before a comma. */
  private static boolean isName(PlainText text, int start) {
    if (!text.startsWith("Born,", start) || text.at(start - 1) != ' ') {
      return false;
    }
    int last = text.at(start - 2) == '.' ? start - 2 : start - 1;
    int first = last;
    while (last - first < LONGEST_NAME && Character.isLetter(text.at(first - 1))) {
      first--;
    }
    boolean initial = last == start - 1 || last - first < 5;
    return first < last && initial && Character.isUpperCase(text.at(first));
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

  /** {@code b.} behind a comma or a bracket, or at the beginning. */
  private static boolean isAbbreviation(PlainText text, int i) {
    if (!text.startsWith("b.", i)) {
      return false;
    }
    int sign = text.at(i - 1) == ' ' ? i - 2 : i - 1;
    char before = text.at(sign);
    if (before == PlainText.NONE && sign >= 0) {
      return isAlone(text, dateEnd(text, i + 2));
    }
    return sign < 0 || before == '(' || before == '[' || before == ',';
  }

  /** Whether a sign is the star of a birth, and none of a list, of emphasis or of a product. */
  private static boolean isStar(PlainText text, int i) {
    int end = PlainText.isDigit(text.at(dateStart(text, i + 1))) ? dateEnd(text, i + 1) : -1;
    if (end < 0 || text.at(end) == '*') {
      return false;
    }
    char before = text.at(text.at(i - 1) == ' ' ? i - 2 : i - 1);
    return before == PlainText.NONE
        ? isAlone(text, end)
        : before != '*' && !PlainText.isDigit(before);
  }

  /**
   * Whether nothing stands behind a date on its line, or a place: then it is no entry of a list.
   */
  private static boolean isAlone(PlainText text, int end) {
    return end > 0
        && (text.at(end) == '\n' || text.startsWith(" in ", end) || text.startsWith(", ", end));
  }

  private static int dateStart(PlainText text, int from) {
    return text.at(from) == ' ' ? from + 1 : from;
  }

  /** Where the date ends at a place or behind a blank there; -1 for none. */
  private static int dateEnd(PlainText text, int from) {
    int start = dateStart(text, from);
    return PlainText.isLetterOrDigit(text.at(start)) ? WrittenDates.end(text, start) : -1;
  }

  /** Adds the date at a place or behind a blank there; returns where to look on. */
  private static int addDate(PlainText text, int from, Findings found) {
    int end = dateEnd(text, from);
    if (end > 0) {
      found.add(PersonalDataType.BIRTH_DATE, dateStart(text, from), end);
    }
    return Math.max(from, end);
  }

  /** Adds the first date behind a word in its sentence; returns where it ends, or -1. */
  private static int findDate(PlainText text, int word, int from, Findings found) {
    int lines = 0;
    boolean bracket = isInBracket(text, word);
    for (int i = from; i < from + GAP && i < text.length(); i++) {
      char c = text.at(i);
      lines += c == '\n' ? 1 : 0;
      bracket &= c != ')' && c != ']';
      if (lines > 1 || (isSentenceEnd(text, i) && !(bracket && c == ';'))) {
        return -1;
      }
      if (PlainText.isLetterOrDigit(c) && text.isWordStart(i)) {
        int end = WrittenDates.end(text, i);
        end = end > 0 ? end : WrittenDates.compactEnd(text, i);
        if (end > 0) {
          found.add(PersonalDataType.BIRTH_DATE, i, end);
          return end;
        }
        if (isOtherEvent(text, i)) {
          return -1;
        }
      }
    }
    return -1;
  }

  /** Whether a bracket is open before a word on its line. */
  private static boolean isInBracket(PlainText text, int word) {
    for (int i = word - 1; i > word - BRACKET; i--) {
      char c = text.at(i);
      if (c == '(' || c == '[') {
        return true;
      }
      if (c == ')' || c == ']' || c == '\n') {
        return false;
      }
    }
    return false;
  }

  /** Whether a word tells of something else, or a year alone of the birth. */
  private static boolean isOtherEvent(PlainText text, int from) {
    int digits = text.digitsEnd(from, 5);
    if (digits - from == 4 && !PlainText.isWord(text.at(digits))) {
      return WrittenDates.isYear(Integer.parseInt(text.substring(from, digits)));
    }
    int end = from;
    while (end - from < 12 && PlainText.isLetterOrDigit(text.at(end))) {
      end++;
    }
    return OTHER_EVENTS.contains(text.substring(from, end).toLowerCase(Locale.ROOT));
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
}
