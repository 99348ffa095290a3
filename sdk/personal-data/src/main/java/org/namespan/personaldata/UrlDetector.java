package org.namespan.personaldata;

/**
 * Finds addresses with a scheme and a host (RFC 3986), also with letters beyond ASCII (RFC 3987),
 * and those that begin with {@code www}.
 */
final class UrlDetector implements Detector {

  private static final int LONGEST_SCHEME = 20;

  /** What stands in no address, beside blanks. */
  private static final String OUTSIDE = "<>\"\\^`{}\u201C\u201D\u201E\u00AB\u00BB";

  /**
   * What belongs to the sentence around, at the end. Of the signs that RFC 3986 leaves out {@code
   * |} is written inside addresses, where it parts no cells and no label of a link.
   */
  private static final String TRAILING = ".,;:!?|'*_~\u2019\u2018\u2026\u3001";

  @Override
  public void find(PlainText text, Findings found) {
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.at(i);
      int start = -1;
      int host = -1;
      if (c == ':' && text.startsWith("://", i)) {
        start = schemeStart(text, i, done);
        host = i + 3;
      } else if ((c == 'w' || c == 'W') && isWww(text, i)) {
        start = i;
        host = HostName.end(text, i + 4) > 0 ? i : -1;
      }
      if (start >= 0 && start < i + 1 && host >= 0 && isHost(text, host)) {
        done = end(text, start, host);
        found.add(PersonalDataType.URL, start, done);
        i = done - 1;
      }
    }
  }

  private static boolean isWww(PlainText text, int i) {
    return (text.at(i + 1) | 0x20) == 'w'
        && (text.at(i + 2) | 0x20) == 'w'
        && text.at(i + 3) == '.'
        && text.isWordStart(i)
        && ".-@/".indexOf(text.at(i - 1)) < 0;
  }

  /** Where the scheme begins that ends at a colon; -1 for none. */
  private static int schemeStart(PlainText text, int colon, int done) {
    int start = colon;
    int first = Math.max(done, colon - LONGEST_SCHEME);
    while (start > first && isScheme(text.at(start - 1))) {
      start--;
    }
    while (start < colon && !PlainText.isAsciiLetter(text.at(start))) {
      start++;
    }
    return colon - start > 1 ? start : -1;
  }

  private static boolean isScheme(char c) {
    return PlainText.isAsciiLetter(c) || PlainText.isDigit(c) || c == '+' || c == '-' || c == '.';
  }

  private static boolean isHost(PlainText text, int i) {
    char c = text.at(i);
    return PlainText.isLetterOrDigit(c) || c == '[';
  }

  private static int end(PlainText text, int start, int host) {
    int end = host;
    boolean label = "|<[".indexOf(text.at(start - 1)) >= 0;
    while (isInside(text.at(end)) && !(text.at(end) == '|' && (label || isNext(text, end + 1)))) {
      end++;
    }
    int opened = 0;
    for (int i = start; i < end; i++) {
      char c = text.at(i);
      opened += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
    }
    while (end > host + 1) {
      char last = text.at(end - 1);
      boolean unopened = (last == ')' || last == ']') && opened < 0;
      if (!unopened && TRAILING.indexOf(last) < 0) {
        break;
      }
      opened += unopened ? 1 : 0;
      end--;
    }
    return end;
  }

  /** Whether another address begins at a place. */
  private static boolean isNext(PlainText text, int i) {
    return text.startsWith("http", i) || text.startsWith("www.", i);
  }

  private static boolean isInside(char c) {
    return c > ' ' && c != 0x7F && !Character.isISOControl(c) && OUTSIDE.indexOf(c) < 0;
  }
}
