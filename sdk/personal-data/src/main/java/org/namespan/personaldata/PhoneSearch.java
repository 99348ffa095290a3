package org.namespan.personaldata;

import org.jspecify.annotations.Nullable;
import org.namespan.personaldata.PhoneNumbers.Known;

/** Looks for the phone numbers of one text, from its beginning on. Used by one thread, once. */
final class PhoneSearch {

  /** Digits of a number at least and, with a trunk prefix, at most. */
  private static final int FEWEST = 7;

  private static final int MOST = 17;

  /** {@code char}s between numbers of a list at most. */
  private static final int LIST_GAP = 4;

  /** Digits of a time in seconds since 1970. */
  private static final int UNIX_TIME = 10;

  /** No number begins directly behind them. */
  private static final String LEFT_OUT = "#$\u20AC\u00A3%@\\";

  /** What is dialled before a country code: nearly anywhere, in North America, in Australia. */
  private static final String[] INTERNATIONAL_PREFIXES = {"00", "011", "0011"};

  private final PhoneNumbers numbers;
  private final HomeNumbers home;
  private final PlainText text;
  private final Findings found;

  /**
   * Where the last number ended, whether a word told of a phone there, and its region if it had a
   * country code: those behind it in a list may be of the same.
   */
  private int lastEnd = -1;

  private boolean lastNear;
  private @Nullable String lastRegion;

  /**
   * Of how many groups a number was at the present place that is none for what stands around it.
   */
  private int refused;

  /** Where words were looked for last, and whether one told of a phone. */
  private int nearStart = -1;

  private int nearEnd = -1;
  private boolean near;

  PhoneSearch(PhoneNumbers numbers, PlainText text, Findings found) {
    this.numbers = numbers;
    this.home = new HomeNumbers(numbers, text);
    this.text = text;
    this.found = found;
  }

  void run() {
    for (int i = 0; i < text.length(); i++) {
      if (isStart(i)) {
        i = Math.max(i, find(i) - 1);
      }
    }
  }

  private boolean isStart(int i) {
    char c = text.at(i);
    if (c != '+' && !isBracket(c) && !PlainText.isDigit(c)) {
      return false;
    }
    if (isBracket(c) && (hasPlus(i) || i == lastEnd || isAreaCode(i))) {
      return true;
    }
    char sign = text.at(i - 1);
    char before = text.at(i - 2);
    if (c == '[' && !text.startsWith("00", i + 1)) {
      return false;
    }
    if (c == '+') {
      return sign != '+' && (!PlainText.isWord(sign) || PlainText.isDigit(sign));
    }
    if (lastEnd > 0 && lastEnd == i - 1 && "-./".indexOf(sign) >= 0) {
      return true;
    }
    return NumberBoundary.isStart(text, i) && isStartBehind(sign, before);
  }

  /** Whether digits in a bracket stand before others, as behind a word: {@code Tel(415) 555}. */
  private boolean isAreaCode(int i) {
    int end = text.digitsEnd(i + 1, 6);
    int next = text.at(end + 1) == ' ' ? end + 2 : end + 1;
    return text.at(i) == '('
        && end - i > 2
        && end - i < 7
        && text.at(end) == ')'
        && PlainText.isDigit(text.at(next))
        && Character.isLetter(text.at(i - 1));
  }

  private static boolean isStartBehind(char sign, char before) {
    switch (sign) {
      case ':':
      case '=':
        return !PlainText.isDigit(before) && before != sign;
      case '*':
        return !PlainText.isDigit(before);
      case '.':
        return before == '.' || Character.isLetter(before);
      case '(':
      case ')':
        return !PlainText.isWord(before);
      case '/':
      case '+':
        return false;
      default:
        return LEFT_OUT.indexOf(sign) < 0;
    }
  }

  private static boolean isBracket(char c) {
    return c == '(' || c == '[';
  }

  private boolean hasPlus(int start) {
    int at = isBracket(text.at(start)) ? start + 1 : start;
    return text.at(at > start && text.at(at) == ' ' ? at + 1 : at) == '+';
  }

  /** Adds the number that begins at a place; returns where to look for the next. */
  private int find(int start) {
    PhoneGroups groups = new PhoneGroups(text, start);
    if (groups.count() == 0) {
      return start + 1;
    }
    int date = Math.max(NumericDates.dateEnd(text, start), NumericDates.timesEnd(text, start));
    if (date > 0) {
      return date;
    }
    int end = end(start, groups);
    if (end < 0 && hasPlus(start) && !groups.isOpen(1)) {
      // A number behind an unknown country code is found together with that.
      for (int group = 1; group < groups.count() && end < 0; group++) {
        int home = groups.start(group);
        end = end(home, new PhoneGroups(text, home));
      }
    }
    if (end > 0) {
      int whole = PhoneTail.end(text, end);
      lastNear = isNear(start, end);
      if (hasPlus(start) || !isListed(start)) {
        lastRegion = region(start, end);
      }
      lastEnd = whole;
      found.add(PersonalDataType.PHONE, start, whole);
      return whole;
    }
    if (!PlainText.isDigit(text.at(start))) {
      return start + 1;
    }
    // The rest of what might be a number is none.
    return groups.end(Math.max(1, refused));
  }

  /** Where the number ends that begins at a place; -1 if none does. */
  private int end(int start, PhoneGroups groups) {
    int possible = -1;
    refused = 0;
    for (int count = Math.min(groups.count(), PhoneGroups.MOST); count > 0; count--) {
      if (groups.digits(count) < FEWEST) {
        break;
      }
      Known known = known(start, groups, count);
      if (known.compareTo(Known.VALID) >= 0) {
        int fewest = known == Known.GROUPED ? count : shortest(start, groups, count);
        boolean whole =
            known == Known.GROUPED
                || abroad(start, groups.end(count), count > 1) != Known.NOT
                || isNumber(groups.end(fewest), null);
        return numberEnd(start, groups, whole ? fewest : groups.extended(fewest));
      }
      if (known == Known.POSSIBLE && possible < 0) {
        possible = count;
      }
    }
    // A number that is none yet may be longer than those that were.
    return possible < 0 ? -1 : numberEnd(start, groups, groups.extended(possible));
  }

  /** How many groups a valid number has if a further number may stand behind fewer. */
  private int shortest(int start, PhoneGroups groups, int valid) {
    if (valid < groups.count()) {
      @Nullable String region = region(start, groups.end(valid));
      for (int count = valid - 1; count > 0 && groups.digits(count) >= FEWEST; count--) {
        if (isNumber(groups.end(count), region)
            && known(start, groups, count).compareTo(Known.VALID) >= 0) {
          return count;
        }
      }
    }
    return valid;
  }

  /** Where so many groups end with the bracket behind them; -1 if that is missing. */
  private int numberEnd(int start, PhoneGroups groups, int count) {
    int end = groups.end(count);
    if (!groups.isOpen(count)) {
      return end;
    }
    char behind = text.at(end);
    return isBracket(text.at(start)) || (behind != ')' && behind != ']') ? -1 : end + 1;
  }

  /** How well so many groups are known as a number, where they may end. */
  private Known known(int start, PhoneGroups groups, int count) {
    int end = numberEnd(start, groups, count);
    if (end < 0 || groups.digits(count) > MOST || !isEnd(start, groups, count, end)) {
      return Known.NOT;
    }
    Known known = abroad(start, end, count > 1);
    if (known == Known.POSSIBLE
        && count > 1
        && PhoneWords.areCounting(text, start, end, isNear(start, end))) {
      return Known.NOT;
    }
    return known == Known.NOT && !hasPlus(start) ? atHome(start, end, groups, count) : known;
  }

  private boolean isEnd(int start, PhoneGroups groups, int count, int end) {
    int joined = groups.joined(count);
    int last = joined > count ? groups.end(joined) : end;
    boolean time =
        text.at(last) == ':'
            && PlainText.isDigit(text.at(last + 1))
            && !PlainText.isDigit(text.at(last - 3));
    boolean inside = last < groups.end(groups.count());
    return (inside
            || PhoneGroups.isExtension(text, last)
            || NumberBoundary.isEnd(text, start, last))
        && text.at(last) != '%'
        && !time;
  }

  /**
   * How well the library knows a number behind its country code: enough if it is valid or, behind a
   * {@code +}, has a length that is possible: new numbers are given out, and old ones stay written.
   */
  private Known abroad(int start, int end, boolean grouped) {
    String written = text.substring(start, end);
    if (hasPlus(start)) {
      return numbers.international(written, 0);
    }
    for (String prefix : INTERNATIONAL_PREFIXES) {
      if (isPrefix(written, prefix)
          && numbers.international(written, prefix.length()).compareTo(Known.VALID) >= 0
          && (grouped || isNear(start, end))) {
        return Known.VALID;
      }
    }
    return Known.NOT;
  }

  /**
   * How well the library knows a number without country code: enough if it is in the groups of a
   * region or if a word tells of a phone.
   */
  private Known atHome(int start, int end, PhoneGroups groups, int count) {
    if (!numbers.isLength(groups.digits(count)) && lastRegion == null) {
      return Known.NOT;
    }
    String written = text.substring(start, end);
    boolean singles = PhoneNumbers.hasSingles(written);
    if (singles && isInList(start, groups, count)) {
      return Known.NOT;
    }
    boolean told = isNear(start, end);
    boolean oneSlash = written.indexOf('/') == written.lastIndexOf('/');
    // Most digits are no numbers, and the library takes a microsecond or two for each region.
    if ((!told && (count == 1 || !oneSlash || singles || isInList(start, groups, count)))
        || groups.isDecimal(count)
        || PhoneWords.areCounting(text, start, end, told)) {
      return Known.NOT;
    }
    Known known = knownAtHome(start, end);
    if (known == Known.NOT) {
      return known;
    }
    if (count == 1) {
      boolean mayBeTime = groups.digits(1) == UNIX_TIME && written.charAt(0) == '1';
      boolean clear =
          known == Known.VALID ? !mayBeTime : groups.digits(1) == UNIX_TIME && !mayBeTime;
      told = clear || PhoneWords.areClear(text, start, end);
    } else if (known == Known.POSSIBLE) {
      told = told && groups.mayEnd(count) && !isInside(start);
    } else if (known == Known.GROUPED) {
      told = told || isWhole(groups, count);
      refused = told ? refused : Math.max(refused, count);
    }
    return told ? known : Known.NOT;
  }

  /** How well the library knows a number of the regions, or of that of the number before it. */
  private Known knownAtHome(int start, int end) {
    Known known = home.known(start, end);
    if (known == Known.GROUPED || lastRegion == null || !isListed(start)) {
      return known;
    }
    Known other = numbers.atHome(text.substring(start, end), lastRegion);
    return other.compareTo(known) > 0 ? other : known;
  }

  /** The region of a number with {@code +} and a country code; null of others. */
  private @Nullable String region(int start, int end) {
    return hasPlus(start) ? numbers.region(text.substring(start, end)) : null;
  }

  /** Whether a word tells of a phone, at a number or at the one before it in a list. */
  private boolean isNear(int start, int end) {
    if (start != nearStart || end != nearEnd) {
      nearStart = start;
      nearEnd = end;
      near = (lastNear && isListed(start)) || PhoneWords.areNear(text, start, end);
    }
    return near;
  }

  /** Whether nothing but blanks and signs stands between the last number and a place. */
  private boolean isListed(int start) {
    boolean list = lastEnd > 0 && start - lastEnd <= LIST_GAP;
    for (int i = lastEnd; list && i < start; i++) {
      list = " ,;|/\"'-".indexOf(text.at(i)) >= 0;
    }
    return list;
  }

  /**
   * Whether groups of other sizes go on behind so many, none of which begins as numbers at home do.
   */
  private boolean isInList(int start, PhoneGroups groups, int count) {
    if (groups.mayEnd(count) || groups.endsBeforeOther(count)) {
      return false;
    }
    boolean begins =
        "0(".indexOf(text.at(start)) >= 0
            || text.at(groups.start(count)) == '0'
            || text.at(groups.start(count) - 1) == '(';
    return !begins && !groups.isRepeated(count);
  }

  /** Whether a number ends behind so many groups, and these are no part of a list of numbers. */
  private boolean isWhole(PhoneGroups groups, int count) {
    return groups.mayEnd(count)
        || groups.endsBeforeOther(count)
        || (count < groups.count() && isNumber(groups.end(count), null));
  }

  /** Whether digits stand before a place that would be of the same number. */
  private boolean isInside(int start) {
    return text.at(start - 1) == ' ' && PlainText.isDigit(text.at(start - 2));
  }

  /**
   * Whether a number in its groups begins behind blanks and signs.
   *
   * @param region of which it may be, too
   */
  private boolean isNumber(int from, @Nullable String region) {
    int start = from;
    while (start - from < 3 && " -./".indexOf(text.at(start)) >= 0) {
      start++;
    }
    PhoneGroups groups = new PhoneGroups(text, start);
    return grouped(start, groups, region) > 0 || (start > from && hasPlus(start));
  }

  /** How many groups a number has, as a region writes it; 0 for none. */
  private int grouped(int start, PhoneGroups groups, @Nullable String region) {
    for (int count = Math.min(groups.count(), PhoneGroups.MOST); count > 1; count--) {
      int digits = groups.digits(count);
      int end = digits < FEWEST || digits > MOST ? -1 : numberEnd(start, groups, count);
      if (end > 0 && isGrouped(start, end, region)) {
        return count;
      }
    }
    return 0;
  }

  private boolean isGrouped(int start, int end, @Nullable String region) {
    return home.known(start, end) == Known.GROUPED
        || (region != null && numbers.atHome(text.substring(start, end), region) == Known.GROUPED);
  }

  /** Whether a number begins with a prefix, which but for {@code 00} is a group of its own. */
  private static boolean isPrefix(String written, String prefix) {
    int from = PlainText.isDigit(written.charAt(0)) ? 0 : 1;
    return written.startsWith(prefix, from)
        && (prefix.equals("00") || !PlainText.isDigit(written.charAt(from + prefix.length())));
  }
}
