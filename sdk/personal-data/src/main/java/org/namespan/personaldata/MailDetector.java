package org.namespan.personaldata;

/** Finds addresses of mail: RFC 5322's usual form, and RFC 6531's letters beyond ASCII. */
final class MailDetector implements Detector {

  private static final int LONGEST_LOCAL = 64;

  private static final String SIGNS = ".+-'%";

  @Override
  public void find(PlainText text, Findings found) {
    for (int at = text.indexOf('@', 0); at >= 0; at = text.indexOf('@', at + 1)) {
      int start = localStart(text, at);
      int end = text.at(at + 1) == '[' ? literalEnd(text, at + 1) : HostName.end(text, at + 1);
      if (start < at && end > 0 && !text.startsWith("()", end) && !HostName.isCut(text, end)) {
        found.add(PersonalDataType.EMAIL, withoutEmphasis(text, start, end), end);
      }
    }
  }

  private static int localStart(PlainText text, int at) {
    if (text.at(at - 1) == '"') {
      return quoted(text, at);
    }
    int start = at;
    while (isLocal(text.at(start - 1))) {
      start--;
      if (at - start > LONGEST_LOCAL) {
        return at;
      }
    }
    while (start < at && !PlainText.isWord(text.at(start))) {
      start++;
    }
    return start;
  }

  /** {@code _ann@example.org_} is emphasized in Markdown. */
  private static int withoutEmphasis(PlainText text, int start, int end) {
    int signs = 0;
    while (text.at(start + signs) == '_' && text.at(end + signs) == '_') {
      signs++;
    }
    return start + signs;
  }

  private static boolean isLocal(char c) {
    return PlainText.isWord(c) || SIGNS.indexOf(c) >= 0;
  }

  private static int quoted(PlainText text, int at) {
    for (int i = at - 2; i >= at - LONGEST_LOCAL; i--) {
      char c = text.at(i);
      if (c == '"') {
        return i;
      }
      if (c == '\n') {
        break;
      }
    }
    return at;
  }

  /** {@code [192.0.2.1]}. */
  private static int literalEnd(PlainText text, int open) {
    int end = IpDetector.version4End(text, open + 1);
    return end > 0 && text.at(end) == ']' ? end + 1 : -1;
  }
}
