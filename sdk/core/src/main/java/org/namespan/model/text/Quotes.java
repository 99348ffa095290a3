package org.namespan.model.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Tells single quotation marks from apostrophes. Nothing is searched for further than {@link #FAR}
 * chars.
 */
final class Quotes {

  private static final int FAR = 80;

  /** Words that an apostrophe begins. */
  private static final Set<String> ELISIONS =
      new HashSet<>(
          Arrays.asList(
              "tis", "twas", "til", "till", "cause", "bout", "ello", "em", "n", "round", "s", "m",
              "d", "re", "ve", "ll", "t"));

  private Quotes() {}

  /**
   * Where the single quotation mark stands that closes what the one at {@code open} opens, as in
   * {@code 'Iran''s}; {@code open} if that opens nothing.
   */
  static int closing(String text, int open, char closing) {
    if (!mayOpen(text, open)) {
      return open;
    }
    int limit = Math.min(text.length(), open + FAR);
    for (int i = open + 2; i < limit; i++) {
      char c = text.charAt(i);
      if (c == closing && mayClose(text, i)) {
        return i;
      }
      if (c == '\n' || c == '"') {
        return open;
      }
    }
    return open;
  }

  private static boolean mayOpen(String text, int i) {
    if ((i > 0 && Characters.isLetterOrDigit(text.charAt(i - 1)))
        || i + 2 >= text.length()
        || !Characters.isLetterOrDigit(text.charAt(i + 1))) {
      return false;
    }
    int end = i + 1;
    while (end < text.length() && end < i + 8 && Characters.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return goesOn(text, end) || !isElision(text.substring(i + 1, end));
  }

  /**
   * Whether what ends here is part of a longer number: {@code '08/16/2000'} begins with no year.
   */
  private static boolean goesOn(String text, int end) {
    return end + 1 < text.length()
        && Character.isDigit(text.charAt(end - 1))
        && "/:.,-".indexOf(text.charAt(end)) >= 0
        && Character.isDigit(text.charAt(end + 1));
  }

  /** Whether an apostrophe begins a word rather than a quotation: {@code 'tis}, {@code '90s}. */
  static boolean isElision(String word) {
    return ELISIONS.contains(word.toLowerCase(Locale.ROOT))
        || (word.length() >= 2
            && Character.isDigit(word.charAt(0))
            && Character.isDigit(word.charAt(1))
            && (word.length() == 2 || (word.length() == 3 && word.charAt(2) == 's')));
  }

  private static boolean mayClose(String text, int i) {
    return !Characters.isSeparator(text.charAt(i - 1))
        && (i + 1 == text.length() || !Characters.isLetterOrDigit(text.charAt(i + 1)));
  }
}
