package org.namespan.model.text;

import java.util.Locale;
import java.util.Set;

/**
 * Finds the inline markup of Markdown, of forums and of wikis. Nothing is searched for further than
 * {@link #FAR} chars, so that the time grows linearly with the text.
 */
final class Markup {

  static final int FAR = 240;
  private static final int LONGEST_REFERENCE = 24;
  private static final int LONGEST_RUN = 4;

  /** Tags of forums, which open and close in square brackets. */
  private static final Set<String> FORUM =
      WordSet.of(
          "b i u s url img quote code size color center list email font left right sub sup *");

  private Markup() {}

  /**
   * Where the reference such as {@code [12]} ends that follows a word or its punctuation directly;
   * {@code start} if there is none.
   */
  static int referenceEnd(String text, int start) {
    if (start == 0 || Characters.isSeparator(text.charAt(start - 1))) {
      return start;
    }
    int i = start + 1;
    int limit = Math.min(text.length(), start + LONGEST_REFERENCE);
    boolean words = i < limit && Character.isLowerCase(text.charAt(i));
    while (i < limit && isOfReference(text.charAt(i), words)) {
      i++;
    }
    return i > start + 1 && i < text.length() && text.charAt(i) == ']' ? i + 1 : start;
  }

  /** {@code [12]}, {@code [*]}, {@code [a]}, {@code [citation needed]}. */
  private static boolean isOfReference(char c, boolean words) {
    return isAsciiDigit(c)
        || (words ? c == ' ' || Character.isLowerCase(c) : "*†‡,–-".indexOf(c) >= 0);
  }

  private static boolean isAsciiDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Where the text of a Markdown link ends that begins at {@code start}; {@code start} if none. */
  static int linkTextEnd(String text, int start) {
    int limit = limit(text, start);
    for (int i = start + 1; i < limit; i++) {
      if (text.charAt(i) == ']') {
        return linkEnd(text, i) > i ? i : start;
      }
      if (text.charAt(i) == '[' || text.charAt(i) == '\n') {
        return start;
      }
    }
    return start;
  }

  /** Where the address of a Markdown link ends, {@code ](https://a.example)}. */
  static int linkEnd(String text, int start) {
    if (!text.startsWith("](", start)) {
      return start;
    }
    int limit = limit(text, start);
    int i = start + 2;
    while (i < limit && text.charAt(i) != ')' && !Characters.isSeparator(text.charAt(i))) {
      i++;
    }
    if (text.startsWith(" \"", i)) {
      int quote = text.indexOf('"', i + 2);
      i = quote > 0 && quote < limit ? quote + 1 : i;
    }
    return i < limit && text.charAt(i) == ')' ? i + 1 : start;
  }

  /** Where the tag of a forum ends, {@code [url=http://a.example]} or {@code [/b]}. */
  static int forumTagEnd(String text, int start) {
    int name = text.startsWith("[/", start) ? start + 2 : start + 1;
    int i = name;
    int limit = limit(text, start);
    while (i < limit && (Characters.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '*')) {
      i++;
    }
    if (!FORUM.contains(text.substring(name, i).toLowerCase(Locale.ROOT))) {
      return start;
    }
    boolean opening = text.charAt(name - 1) == '[';
    if (opening && i < limit && text.charAt(i) == '=') {
      while (i < limit && text.charAt(i) != ']' && text.charAt(i) != '\n') {
        i++;
      }
    }
    return i < limit && text.charAt(i) == ']' ? i + 1 : start;
  }

  /** Whether a link or a picture of Markdown begins at {@code i}. */
  static boolean isPicture(String text, int i) {
    return text.startsWith("![", i) && linkTextEnd(text, i + 1) > i + 1;
  }

  /** Whether the {@code #} at {@code i} begins a hashtag, and not {@code C#} or {@code #1}. */
  static boolean isHashtag(String text, int i) {
    return i + 1 < text.length()
        && Character.isLetter(text.charAt(i + 1))
        && (i == 0
            || (!Characters.isLetterOrDigit(text.charAt(i - 1)) && text.charAt(i - 1) != '&'));
  }

  /** Whether another hashtag and a blank stand before the one at {@code i}. */
  static boolean followsHashtag(String text, int i) {
    int end = i - 1;
    if (end < 1 || text.charAt(end) != ' ') {
      return false;
    }
    int start = end;
    while (start > 0 && i - start < FAR && Characters.isLetterOrDigit(text.charAt(start - 1))) {
      start--;
    }
    return start < end && start > 0 && text.charAt(start - 1) == '#';
  }

  /** The end of the run of one char that goes on at {@code start}. */
  static int runEnd(String text, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) == text.charAt(start)) {
      i++;
    }
    return i;
  }

  /**
   * Where the emphasis of Markdown closes that the run from {@code start} to {@code open} opens:
   * the offset of the closing run; {@code start} if it opens none.
   */
  static int emphasisEnd(String text, int start, int open) {
    int length = open - start;
    boolean strike = text.charAt(start) == '~';
    if (length > LONGEST_RUN || (strike && length != 2) || open == text.length()) {
      return start;
    }
    if ((start > 0 && Characters.isLetterOrDigit(text.charAt(start - 1)))
        || Characters.isSeparator(text.charAt(open))) {
      return start;
    }
    int limit = limit(text, start);
    int i = open;
    while (i < limit) {
      char c = text.charAt(i);
      if (c == '\n' && LineLayout.isLineBreak(text, LineLayout.skipBlanks(text, i + 1))) {
        return start;
      }
      int end = c == text.charAt(start) ? runEnd(text, i) : i + 1;
      if (end - i >= length && c == text.charAt(start) && closes(text, i, end)) {
        return i;
      }
      i = end;
    }
    return start;
  }

  private static boolean closes(String text, int start, int end) {
    return !Characters.isSeparator(text.charAt(start - 1))
        && (end == text.length() || !Characters.isLetterOrDigit(text.charAt(end)));
  }

  /** Up to where is searched from {@code start} on. */
  static int limit(String text, int start) {
    return Math.min(text.length(), start + FAR);
  }
}
