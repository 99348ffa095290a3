package org.namespan.personaldata;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Words that tell what a number near them is. A word is compared in lower case, a word of several
 * parts with single blanks between them. Immutable, safe for use by many threads.
 */
final class ContextWords {

  /** So many {@code char}s before a number are looked at, and behind it. */
  static final int BEFORE = 60;

  static final int BEHIND = 24;

  private final Set<String> words = new HashSet<>();
  private final Set<String> others;
  private int longest = 1;

  /**
   * @param words in lower case, with commas between them
   */
  ContextWords(String words) {
    this(words, Collections.emptySet());
  }

  /**
   * @param words in lower case, with commas between them
   * @param others words that make the name of something else, of a word that they are joined to:
   *     {@code phone_id}, {@code phoneId}
   */
  ContextWords(String words, String others) {
    this(words, new HashSet<>(Arrays.asList(others.split(",", -1))));
  }

  private ContextWords(String words, Set<String> others) {
    this.others = others;
    for (String word : words.split(",", -1)) {
      this.words.add(word.trim());
      longest = Math.max(longest, word.trim().split(" ", -1).length);
    }
  }

  /** Whether one stands before a number on its line, or close behind it. */
  boolean areNear(PlainText text, int start, int end) {
    int from = start;
    while (from > 0 && start - from < BEFORE && text.at(from - 1) != '\n') {
      from--;
    }
    int to = end;
    while (to < text.length() && to - end < BEHIND && text.at(to) != '\n') {
      to++;
    }
    return holds(text.substring(from, start)) || holds(text.substring(end, to));
  }

  private boolean holds(String around) {
    if (!holdsLetter(around)) {
      return false;
    }
    String named = withoutHumps(around);
    return holdsWord(around) || (!named.equals(around) && holdsWord(named));
  }

  /** Tables of numbers have none, and are read up to four times as fast by asking. */
  private static boolean holdsLetter(String around) {
    for (int i = 0; i < around.length(); i++) {
      if (Character.isLetter(around.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Names as programs write them, with {@code _} between their words: {@code phone_Number}. */
  private static String withoutHumps(String around) {
    StringBuilder named = new StringBuilder(around.length());
    for (int i = 0; i < around.length(); i++) {
      boolean hump =
          i > 1
              && Character.isUpperCase(around.charAt(i))
              && Character.isLowerCase(around.charAt(i - 1))
              && Character.isLetter(around.charAt(i - 2));
      named.append(hump ? "_" : "").append(around.charAt(i));
    }
    return named.toString();
  }

  private boolean holdsWord(String around) {
    String[] parts = parts(around.toLowerCase(Locale.ROOT));
    for (int i = 0; i < parts.length; i++) {
      StringBuilder several = new StringBuilder();
      for (int n = 0; n < longest && i + n < parts.length; n++) {
        several.append(n == 0 ? "" : " ").append(parts[i + n]);
        if (words.contains(several.toString())) {
          return true;
        }
      }
    }
    return false;
  }

  /** The words; periods inside abbreviations are left out: {@code d.o.b.} is {@code dob}. */
  private String[] parts(String around) {
    StringBuilder parts = new StringBuilder(around.length());
    for (int i = 0; i < around.length(); i++) {
      char c = around.charAt(i);
      if (PlainText.isLetterOrDigit(c) || (c == '_' && isOther(around, i + 1))) {
        parts.append(c);
      } else if (c != '.' || i + 1 == around.length() || !isInitial(around, i)) {
        parts.append(' ');
      }
    }
    return parts.toString().trim().split(" +", -1);
  }

  private boolean isOther(String around, int from) {
    int to = from;
    while (to < around.length() && PlainText.isLetterOrDigit(around.charAt(to))) {
      to++;
    }
    return others.contains(around.substring(from, to));
  }

  /** Whether the letter before a period stands alone. */
  private static boolean isInitial(String around, int period) {
    return period > 0
        && Character.isLetter(around.charAt(period - 1))
        && (period == 1 || !Character.isLetter(around.charAt(period - 2)));
  }
}
