package org.namespan.personaldata;

import java.util.Locale;

/** What belongs to a phone number behind it: its extension, or other last digits. */
final class PhoneTail {

  private static final String[] EXTENSIONS = {"extension", "ext.", "ext", "x", "#"};

  private PhoneTail() {}

  /** Where a number ends with what belongs to it. */
  static int end(PlainText text, int end) {
    int others = otherDigitsEnd(text, end);
    return others > end ? others : extensionEnd(text, end);
  }

  /** {@code 020 7946 0958/9}: where the last digits end of a number that differs in these alone. */
  private static int otherDigitsEnd(PlainText text, int end) {
    int slash = text.at(end) == ' ' ? end + 1 : end;
    if (text.at(slash) != '/') {
      return end;
    }
    int from = text.at(slash + 1) == ' ' ? slash + 2 : slash + 1;
    int to = text.digitsEnd(from, 5);
    String signs = text.at(from) == '0' ? "-./ " : "-./";
    boolean more = signs.indexOf(text.at(to)) >= 0 && PlainText.isDigit(text.at(to + 1));
    return to > from && to - from < 5 && !PlainText.isWord(text.at(to)) && !more ? to : end;
  }

  /** Where the extension ends that stands behind a number: {@code ext. 12}, {@code x12}. */
  private static int extensionEnd(PlainText text, int end) {
    int at = end;
    while (at - end < 2 && (text.at(at) == ' ' || text.at(at) == ',')) {
      at++;
    }
    String label = text.substring(at, at + 9).toLowerCase(Locale.ROOT);
    for (String name : EXTENSIONS) {
      if (label.startsWith(name)) {
        at += name.length();
        break;
      }
    }
    if (at == end || text.at(at - 1) == ' ' || text.at(at - 1) == ',') {
      return end;
    }
    while (text.at(at) == ' ' || text.at(at) == ':') {
      at++;
    }
    int digits = text.digitsEnd(at, 7);
    return digits > at && digits - at < 7 && !PlainText.isWord(text.at(digits)) ? digits : end;
  }
}
