package org.namespan.model.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Stated rules for periods inside names and dates, and for those without a blank after them. */
final class PeriodRules {

  /** Letters of the longest abbreviation before a number: {@code Sept. 11}. */
  private static final int LONGEST_ABBREVIATION = 4;

  private static final int LONGEST_TITLE = 6;
  private static final int LONGEST_INITIALS = 3;

  /** Letters of a small word at least that a sentence may end with before a number. */
  private static final int SMALL = 4;

  /** Chars around a period that tell whether it stands in an address. */
  private static final int LONGEST_ADDRESS = 64;

  /** What looks like initials but stands at sentence ends too. */
  private static final Set<String> STATES =
      new HashSet<>(Arrays.asList("U.S", "U.S.A", "U.N", "U.K", "E.U", "D.C", "P.M", "A.M", "L.A"));

  /** Words that begin sentences and no names. */
  private static final Set<String> SENTENCE_STARTS =
      WordSet.of(
          "A After And As At But He Her His How I If In It Its My No On Our She So That The"
              + " Their Then There These They This To We What When Who You Your");

  /** What follows the period in the name of a file or host. */
  private static final Set<String> EXTENSIONS =
      WordSet.of(
          "com net org edu gov txt pdf doc docx xls xlsx ppt jpg jpeg gif png bmp mp3 mp4 avi"
              + " exe zip htm html xml csv json js php asp jar java py cpp");

  private PeriodRules() {}

  /**
   * Whether the period at {@code i} belongs to an initial in a name, as in {@code George W. Bush}
   * or {@code J.K. Rowling}: a lone capital, not the word I, or two or three with periods, before
   * another capital.
   */
  static boolean isOfInitial(NormalizedText text, int i) {
    if (text.charAt(i) != '.' || !Character.isUpperCase(nextWord(text, i))) {
      return false;
    }
    int start = i;
    int initials = 0;
    while (initials < LONGEST_INITIALS && isInitial(text, start)) {
      start -= 2;
      initials++;
    }
    start++;
    if (initials == 0 || !startsWord(text, start)) {
      return false;
    }
    return initials == 1
        ? text.charAt(start) != 'I'
        : !STATES.contains(text.substring(start, i)) && !startsSentence(text, i + 2);
  }

  /** Whether a capital stands before the period at {@code i}. */
  private static boolean isInitial(NormalizedText text, int i) {
    return i > 0 && text.charAt(i) == '.' && Character.isUpperCase(text.charAt(i - 1));
  }

  /** Whether the period at {@code i} follows a title such as {@code Gov} or {@code St}. */
  static boolean isOfTitle(NormalizedText text, int i) {
    int start = text.charAt(i) == '.' ? capitalisedWordStart(text, i, LONGEST_TITLE) : i;
    return start < i
        && Character.isUpperCase(nextWord(text, i))
        && Abbreviations.isTitle(text.substring(start, i))
        && !startsSentence(text, i + 2);
  }

  /** Whether the period at {@code i} follows a short capitalised word and a number follows it. */
  static boolean isBeforeNumber(NormalizedText text, int i) {
    return text.charAt(i) == '.'
        && Character.isDigit(nextWord(text, i))
        && capitalisedWordStart(text, i, LONGEST_ABBREVIATION) < i;
  }

  /** Whether the last period of a pre-token follows that of an abbreviation: {@code Inc..}. */
  static boolean isAfterAbbreviation(NormalizedText text, int i) {
    if (text.charAt(i) != '.' || (i + 1 < text.length() && !text.isSpace(i + 1))) {
      return false;
    }
    int start = capitalisedWordStart(text, i - 1, LONGEST_TITLE);
    return start < i - 1 && Abbreviations.contains(text.substring(start, i - 1));
  }

  /** Where the capitalised word begins that ends at {@code end}; {@code end} if there is none. */
  private static int capitalisedWordStart(NormalizedText text, int end, int longest) {
    int start = end;
    while (start > 0 && end - start <= longest && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    boolean found =
        start < end
            && end - start <= longest
            && Character.isUpperCase(text.charAt(start))
            && startsWord(text, start);
    return found ? start : end;
  }

  /**
   * The next sign from {@code from} on that ends a sentence though no blank follows, as in {@code
   * visited Berlin.Merkel left}.
   *
   * @param paragraph the normalised text from {@code start} on
   * @param sign a period, {@code !} or {@code ?}
   * @param from offset in {@code paragraph}, as is what is returned
   * @return the length of {@code paragraph} if there is none
   */
  static int nextStuck(NormalizedText text, int start, String paragraph, char sign, int from) {
    int i = paragraph.indexOf(sign, Math.max(2, from));
    while (i >= 0 && i + 2 < paragraph.length()) {
      if (paragraph.charAt(i + 1) != ' ' && isStuck(text, sign, start + i)) {
        return i;
      }
      i = paragraph.indexOf(sign, i + 1);
    }
    return paragraph.length();
  }

  private static boolean isStuck(NormalizedText text, char sign, int i) {
    char last = text.charAt(i - 1);
    boolean word =
        Characters.isLetterOrDigit(last)
            && (Characters.isLetterOrDigit(text.charAt(i - 2)) || text.charAt(i - 2) == '\'');
    char next = text.charAt(i + 1);
    if ("([\"".indexOf(next) >= 0) {
      return word && Character.isUpperCase(text.charAt(i + 2)) && Character.isLowerCase(last);
    }
    if (!word || !Characters.isLetterOrDigit(next) || isInAddress(text, i)) {
      return false;
    }
    if (Character.isDigit(next)) {
      int end = i + 1;
      while (end < text.length() && Character.isDigit(text.charAt(end))) {
        end++;
      }
      return (end == text.length() || text.isSpace(end))
          && isSmallWord(
              text.substring(Math.max(0, i - LONGEST_TITLE), i), Math.min(i, LONGEST_TITLE));
    }
    if (Character.isLowerCase(next)) {
      return sign != '.' && Character.isLowerCase(last);
    }
    if (sign != '.') {
      return Character.isLetter(last);
    }
    if (isExtension(text, i + 1)) {
      return false;
    }
    boolean small = Character.isLowerCase(text.charAt(i + 2));
    if (Character.isUpperCase(last)) {
      return Character.isUpperCase(text.charAt(i - 2)) && (small || areAcronyms(text, i));
    }
    return small || (Character.isLowerCase(last) && Character.isLowerCase(text.charAt(i - 2)));
  }

  /** Whether a word in small letters that is not cut short ends at {@code end}. */
  static boolean isSmallWord(String text, int end) {
    int start = end;
    while (start > 0 && Character.isLowerCase(text.charAt(start - 1))) {
      start--;
    }
    return end - start >= SMALL && !Abbreviations.contains(text.substring(start, end));
  }

  /** Whether three capitals stand on each side: {@code the ISS.NASA said}. */
  private static boolean areAcronyms(NormalizedText text, int i) {
    if (i < 3 || i + 3 >= text.length()) {
      return false;
    }
    for (int k = i - 3; k <= i + 3; k++) {
      if (k != i && !Character.isUpperCase(text.charAt(k))) {
        return false;
      }
    }
    return true;
  }

  /** Whether what follows a period is the end of the name of a file or host: {@code .PDF}. */
  private static boolean isExtension(NormalizedText text, int start) {
    int end = start;
    while (end < text.length() && end < start + 5 && Characters.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return isExtension(text.substring(start, end));
  }

  /** Whether a word ends names of files or hosts, in any case. */
  static boolean isExtension(String word) {
    return EXTENSIONS.contains(word.toLowerCase(Locale.ROOT));
  }

  private static boolean isInAddress(NormalizedText text, int i) {
    int end = Math.min(text.length(), i + LONGEST_ADDRESS);
    for (int k = i; k < end && !text.isSpace(k); k++) {
      if ("@/\\_=".indexOf(text.charAt(k)) >= 0) {
        return true;
      }
    }
    int start = Math.max(0, i - LONGEST_ADDRESS);
    for (int k = i; k >= start && !text.isSpace(k); k--) {
      if ("@/\\_=".indexOf(text.charAt(k)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWord(NormalizedText text, int i) {
    return i == 0
        || text.isSpace(i - 1)
        || "(\"'[".indexOf(text.charAt(i - 1)) >= 0
        || (i > 2
            && ".!?".indexOf(text.charAt(i - 1)) >= 0
            && isStuck(text, text.charAt(i - 1), i - 1));
  }

  /** Whether a word that begins sentences and no names stands at {@code start}. */
  static boolean startsSentence(String text, int start) {
    int end = start;
    while (end < text.length() && end < start + 8 && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return SENTENCE_STARTS.contains(text.substring(start, end));
  }

  private static boolean startsSentence(NormalizedText text, int start) {
    return SENTENCE_STARTS.contains(
        text.substring(start, text.nextSpace(start, Math.min(text.length(), start + 8))));
  }

  /** The first char after the one space behind {@code i}; a space if there is none. */
  private static char nextWord(NormalizedText text, int i) {
    return i + 2 < text.length() && text.charAt(i + 1) == ' ' ? text.charAt(i + 2) : ' ';
  }
}
