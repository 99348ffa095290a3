package org.namespan.model.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the inline markup of HTML and Markdown. Nothing is searched for further than {@link #FAR}
 * chars, so that the time grows linearly with the text.
 */
final class Markup {

  private static final int FAR = 240;

  private static final Set<String> INLINE =
      setOf(
          "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q ref s samp"
              + " small span strike strong sub sup time tt u var wbr");

  private static final Set<String> BLOCK =
      setOf(
          "address article aside blockquote body br button caption center dd div dl dt fieldset"
              + " figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe img"
              + " input legend li link main meta nav ol option p pre section select summary table"
              + " tbody td textarea tfoot th thead title tr ul");

  private Markup() {}

  private static Set<String> setOf(String names) {
    return new HashSet<>(Arrays.asList(names.split(" ")));
  }

  /** Where the HTML tag or comment ends that begins at {@code start}; {@code start} if none. */
  static int tagEnd(String text, int start) {
    if (text.startsWith("<!--", start)) {
      int end = text.substring(start, limit(text, start)).indexOf("-->");
      return end < 0 ? start : start + end + 3;
    }
    int name = nameStart(text, start);
    int i = nameEnd(text, name);
    String element = text.substring(name, i).toLowerCase(Locale.ROOT);
    if (!INLINE.contains(element) && !BLOCK.contains(element)) {
      return start;
    }
    if (i < text.length() && " \t\n\r/>".indexOf(text.charAt(i)) < 0) {
      return start;
    }
    int limit = limit(text, start);
    while (i < limit && text.charAt(i) != '>') {
      if (text.charAt(i) == '<') {
        return start;
      }
      i++;
    }
    return i < limit ? i + 1 : start;
  }

  /** Whether the tag at {@code start} stands between texts rather than inside one. */
  static boolean isBlock(String text, int start) {
    int name = nameStart(text, start);
    return BLOCK.contains(text.substring(name, nameEnd(text, name)).toLowerCase(Locale.ROOT));
  }

  private static int nameStart(String text, int start) {
    return text.startsWith("</", start) ? start + 2 : start + 1;
  }

  private static int nameEnd(String text, int from) {
    int i = from;
    while (i < text.length() && i < from + 12 && isAsciiLetterOrDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isAsciiLetterOrDigit(char c) {
    return c < 0x80 && Characters.isLetterOrDigit(c);
  }

  /**
   * Where the reference such as {@code [12]} ends that follows a word or its punctuation directly;
   * {@code start} if there is none.
   */
  static int referenceEnd(String text, int start) {
    if (start == 0 || Characters.isSeparator(text.charAt(start - 1))) {
      return start;
    }
    int i = start + 1;
    while (i < text.length() && i < start + 4 && isAsciiDigit(text.charAt(i))) {
      i++;
    }
    if (i == start + 1 && i < text.length() && Character.isLowerCase(text.charAt(i))) {
      i++;
    }
    return i > start + 1 && i < text.length() && text.charAt(i) == ']' ? i + 1 : start;
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
    for (int i = start + 2; i < limit && !Characters.isSeparator(text.charAt(i)); i++) {
      if (text.charAt(i) == ')') {
        return i + 1;
      }
    }
    return start;
  }

  /** Whether the {@code #} at {@code i} begins a hashtag, and not {@code C#} or {@code #1}. */
  static boolean isHashtag(String text, int i) {
    return i + 1 < text.length()
        && Character.isLetter(text.charAt(i + 1))
        && (i == 0 || !Characters.isLetterOrDigit(text.charAt(i - 1)) && text.charAt(i - 1) != '&');
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
    if (length > 3 || strike && length != 2 || open == text.length()) {
      return start;
    }
    if (start > 0 && Characters.isLetterOrDigit(text.charAt(start - 1))
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

  private static int limit(String text, int start) {
    return Math.min(text.length(), start + FAR);
  }
}
