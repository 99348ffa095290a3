package org.namespan.personaldata;

import java.util.Locale;

/** Finds the numbers that states give to people: each {@link NationalId}. */
final class NationalIdDetector implements Detector {

  /** {@code char}s before the first digit of a number, at most. */
  private static final int BEFORE_DIGITS = 8;

  @Override
  public void find(PlainText text, Findings found) {
    for (int i = 0; i < text.length(); i++) {
      if (isOpen(text, i) && holdsDigit(text, i)) {
        i = Math.max(i, find(text, i, found) - 1);
      }
    }
  }

  private static boolean isOpen(PlainText text, int i) {
    char c = text.at(i);
    if (PlainText.isDigit(c)) {
      return NumberBoundary.isStart(text, i);
    }
    // Letters behind a sign may be of the same name: v1.AB123456C.
    boolean joined = ".-+".indexOf(text.at(i - 1)) >= 0 && PlainText.isWord(text.at(i - 2));
    return PlainText.isAsciiLetter(c) && text.isWordStart(i) && !joined;
  }

  /** Most words hold none, and are not looked at further. */
  private static boolean holdsDigit(PlainText text, int from) {
    for (int i = from; i < from + BEFORE_DIGITS + 1; i++) {
      char c = text.at(i);
      if (PlainText.isDigit(c)) {
        return true;
      }
      if (!PlainText.isAsciiLetter(c) && c != ' ' && c != '-') {
        return false;
      }
    }
    return false;
  }

  /** Adds the number that begins at a place; returns where it ends, or -1. */
  private static int find(PlainText text, int start, Findings found) {
    for (NationalId each : NationalId.ALL) {
      boolean grouped = true;
      int end = end(text, start, each.form(), true);
      if (end < 0) {
        grouped = false;
        end = end(text, start, each.form(), false);
      }
      if (end > 0
          && each.isValid(text.substring(start, end).toUpperCase(Locale.ROOT))
          && (each.isTold(grouped) || each.context().areNear(text, start, end))) {
        found.add(PersonalDataType.NATIONAL_ID, start, end);
        return end;
      }
    }
    return -1;
  }

  /**
   * Where a number of a form ends that begins at a place; -1 if none does.
   *
   * @param form as {@link NationalId#form} says
   * @param grouped whether there is something between groups
   */
  private static int end(PlainText text, int start, String form, boolean grouped) {
    int at = start;
    boolean signs = false;
    for (int i = 0; i < form.length(); i++) {
      char kind = form.charAt(i);
      char c = text.at(at);
      if (kind == ' ') {
        if (grouped) {
          if (" -./".indexOf(c) < 0) {
            return -1;
          }
          signs = true;
          at++;
        }
      } else if (isOf(c, kind)) {
        at++;
      } else {
        return -1;
      }
    }
    return signs == grouped && NumberBoundary.isEnd(text, start, at) ? at : -1;
  }

  private static boolean isOf(char c, char kind) {
    switch (kind) {
      case 'd':
        return PlainText.isDigit(c);
      case 'L':
        return PlainText.isAsciiLetter(c);
      case 'x':
        return PlainText.isDigit(c) || PlainText.isAsciiLetter(c);
      default:
        return c == kind;
    }
  }
}
