package org.namespan.personaldata;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of hosts, as RFC 1123 writes them, also with letters beyond ASCII. */
final class HostName {

  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST = 253;

  /** Written behind a period like domains, but for the content of a file. */
  private static final Set<String> FILES =
      new HashSet<>(Arrays.asList("png", "jpg", "jpeg", "gif", "svg", "webp"));

  private HostName() {}

  /** Where the name of two labels or more ends that begins at a place; -1 if there is none. */
  static int end(PlainText text, int from) {
    int end = -1;
    int labels = 0;
    int start = from;
    while (start - from < LONGEST) {
      int stop = labelEnd(text, start);
      if (stop < 0) {
        return end;
      }
      labels++;
      if (labels > 1 && isTopLevel(text, start, stop) && (end < 0 || !isSentence(text, start))) {
        end = stop;
      }
      if (text.at(stop) != '.') {
        return end;
      }
      start = stop + 1;
    }
    return end;
  }

  /**
   * Whether a name goes on where it was found to end, with a label that is no top-level domain and
   * begins no sentence: {@code example.com.au1}.
   */
  static boolean isCut(PlainText text, int end) {
    int label = end + 1;
    if (text.at(end) != '.' || isSentence(text, label)) {
      return false;
    }
    int stop = labelEnd(text, label);
    for (int i = label; i < stop; i++) {
      if (!PlainText.isDigit(text.at(i))) {
        return true;
      }
    }
    return false;
  }

  /** Where a label ends, its letters and digits and the hyphens between them; -1 for none. */
  private static int labelEnd(PlainText text, int from) {
    int end = -1;
    for (int i = from; i <= from + LONGEST_LABEL; i++) {
      char c = text.at(i);
      if (PlainText.isLetterOrDigit(c)) {
        end = i + 1;
      } else if (c != '-' || i == from) {
        return end;
      }
    }
    return -1;
  }

  private static boolean isTopLevel(PlainText text, int from, int to) {
    if (text.startsWith("xn--", from)) {
      return true;
    }
    for (int i = from; i < to; i++) {
      char c = text.at(i);
      if (PlainText.isDigit(c) || c == '-') {
        return false;
      }
    }
    return to - from > 1
        && to - from <= 24
        && !FILES.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
  }

  /** Whether the next sentence begins without a blank: {@code ann@example.org.Then}. */
  private static boolean isSentence(PlainText text, int from) {
    return Character.isUpperCase(text.at(from))
        && Character.isLowerCase(text.at(from + 1))
        && Character.isLowerCase(text.at(from - 2));
  }
}
