package org.namespan.personaldata;

/**
 * Groups of digits as phone numbers are written, with up to three blanks, signs or brackets between
 * each two: {@code (+44) 20 7946 0958} has four. Used by one thread.
 */
final class PhoneGroups {

  /** A country code, a trunk prefix in brackets and a number in pairs, behind {@code 00}. */
  static final int MOST = 8;

  private static final int MOST_DIGITS = 17;
  private static final String BETWEEN = " -./()[]";

  private final int[] starts = new int[MOST + 1];
  private final int[] ends = new int[MOST + 1];
  private final int[] digits = new int[MOST + 1];
  private final int[] open = new int[MOST + 1];

  /** What stands before each. */
  private final char[] separators = new char[MOST + 1];

  private int count;

  /** The groups from a place on: one more than a number has, to tell of a list. */
  PhoneGroups(PlainText text, int start) {
    int at = start;
    int depth = 0;
    while (count <= MOST) {
      int first = at;
      while (first - at < 3 && isBefore(text, first, start, count == 0)) {
        char c = text.at(first);
        depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
        first++;
      }
      int end = first;
      while (end - first <= MOST_DIGITS && PlainText.isDigit(text.at(end))) {
        end++;
      }
      boolean apart = count == 0 || first > at;
      if (!apart || end == first || end - first > MOST_DIGITS || depth < 0 || depth > 1) {
        break;
      }
      starts[count] = first;
      ends[count] = end;
      digits[count] = end - first + (count == 0 ? 0 : digits[count - 1]);
      open[count] = depth;
      separators[count++] = text.at(at);
      at = end;
    }
  }

  /** Whether a sign may stand before a group; a blank only between groups and behind a bracket. */
  private static boolean isBefore(PlainText text, int i, int start, boolean first) {
    char c = text.at(i);
    return first
        ? c == '(' || c == '[' || c == '+' || (c == ' ' && i > start)
        : BETWEEN.indexOf(c) >= 0;
  }

  int count() {
    return count;
  }

  /** Where a group begins. */
  int start(int group) {
    return starts[group];
  }

  /** Where so many groups end. */
  int end(int groups) {
    return ends[groups - 1];
  }

  /** How many digits so many groups have. */
  int digits(int groups) {
    return digits[groups - 1];
  }

  /** Whether a bracket is open behind so many groups. */
  boolean isOpen(int groups) {
    return open[groups - 1] > 0;
  }

  /** Whether there is no more than a number has, and these are no part of a list of numbers. */
  boolean mayEnd(int groups) {
    if (groups == count) {
      return count <= MOST;
    }
    return groups == 1 || separators[groups] != separators[groups - 1];
  }

  /**
   * How many groups there are if those behind so many that have the same separator belong to it.
   */
  int extended(int groups) {
    int all = groups;
    while (all < count
        && all < MOST
        && !mayEnd(all)
        && digits[all] <= MOST_DIGITS
        && open[all] == 0) {
      all++;
    }
    return all;
  }
}
