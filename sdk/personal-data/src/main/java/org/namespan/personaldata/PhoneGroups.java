package org.namespan.personaldata;

/**
 * Groups of digits as phone numbers are written, with up to three blanks, signs or brackets between
 * each two: {@code (+44) 20 7946 0958} has four. They end before a date and before digits that
 * letters follow. Used by one thread.
 */
final class PhoneGroups {

  /** A country code, a trunk prefix in brackets and a number in pairs, behind {@code 00}. */
  static final int MOST = 8;

  private static final int MOST_DIGITS = 17;
  private static final String BETWEEN = " -./()[]";

  /** Digits of a group that is a number by itself, or the whole part of no decimal. */
  private static final int LONG = 7;

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
      if (isPartOfWord(text, end) || (count > 0 && isDate(text, first, end))) {
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

  /** Whether letters follow digits, other than the x of an extension. */
  private static boolean isPartOfWord(PlainText text, int end) {
    return PlainText.isWord(text.at(end)) && !isExtension(text, end);
  }

  /** Whether an extension begins at a place, {@code x12}. */
  static boolean isExtension(PlainText text, int i) {
    return (text.at(i) | 0x20) == 'x' && PlainText.isDigit(text.at(i + 1));
  }

  /** Whether a date begins with a group, with another sign in it than before it. */
  private static boolean isDate(PlainText text, int first, int end) {
    return text.at(first - 1) != text.at(end) && NumericDates.dateEnd(text, first) > 0;
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

  /** How many groups the one behind so many is joined to by hyphens or periods alone. */
  int joined(int groups) {
    int all = groups;
    while (all < count
        && starts[all] - ends[all - 1] == 1
        && (separators[all] == '-' || separators[all] == '.')) {
      all++;
    }
    return all;
  }

  /** Whether so many are a decimal or its whole part: a long group beside a period, or a short. */
  boolean isDecimal(int groups) {
    int last = Math.max(groups, 2);
    if (groups > 2 || last > count || joined(1) < 2 || separators[1] != '.') {
      return false;
    }
    int fraction = digits[1] - digits[0];
    return groups == 1 ? fraction < LONG : digits[0] <= 3 || digits[0] >= LONG;
  }

  /** Whether there is no more than a number has, and these are no part of a list of numbers. */
  boolean mayEnd(int groups) {
    if (groups == count) {
      return count <= MOST;
    }
    return groups == 1 || separators[groups] != separators[groups - 1];
  }

  /**
   * Whether one group alone stands behind so many and a blank, a post code for example, or such as
   * have other signs between them.
   */
  boolean endsBeforeOther(int groups) {
    return groups < count
        && separators[groups] == ' '
        && (groups + 1 == count ? count <= MOST : separators[groups + 1] != ' ');
  }

  /** Whether those behind so many groups are of the same sizes, which are not all one. */
  boolean isRepeated(int groups) {
    boolean several = false;
    for (int i = 1; i < groups; i++) {
      several |= ends[i] - starts[i] != ends[i - 1] - starts[i - 1];
    }
    int group = groups;
    while (several
        && group < count
        && group < 2 * groups
        && ends[group] - starts[group] == ends[group - groups] - starts[group - groups]) {
      group++;
    }
    return several && (group == count || group == 2 * groups);
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
