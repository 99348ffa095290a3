package org.namespan.personaldata;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.namespan.personaldata.PhoneNumbers.Known;

/**
 * Finds phone numbers that libphonenumber has as valid: those with a country code, and those of
 * some regions as they are written at home, if a word before them tells of a phone or their digits
 * stand in the groups that the region writes.
 *
 * <p>Numbers are looked for here, not by the library's own matcher, for that tries each place of a
 * text once for each region, and shorter texts a few times each.
 */
final class PhoneDetector implements Detector {

  /** Digits of a number at least and, with a trunk prefix, at most. */
  private static final int FEWEST = 7;

  private static final int MOST = 17;

  private static final String LEFT_OUT = "#$\u20AC\u00A3%=_/@\\:.,*";

  private static final ContextWords PHONE =
      new ContextWords(
          "phone,telephone,phones,tel,telefon,téléphone,telefono,teléfono,telefone,mobile,mob,cell,"
              + "cellphone,cellular,handy,móvil,fax,call,called,calling,dial,ring,text,sms,whatsapp,"
              + "contact,hotline,landline,direct,ph,reach,number is,rufnummer,telefoon,portable");

  /** What is dialled before a country code: nearly anywhere, in North America, in Australia. */
  private static final String[] INTERNATIONAL_PREFIXES = {"00", "011", "0011"};

  private static final Set<String> COUNTED =
      new HashSet<>(
          Arrays.asList(
              ("unit,units,pcs,piece,pieces,item,items,copies,shares,votes,points,people,persons,rows,"
                      + "records,pages,times,percent,bytes,kb,mb,gb,mm,cm,m,km,miles,feet,ft,g,kg,lb,lbs,"
                      + "tons,tonnes,litres,liters,ms,seconds,minutes,hours,days,weeks,months,years,"
                      + "dollars,euros,eur,usd,gbp")
                  .split(",", -1)));

  private final PhoneNumbers numbers;

  PhoneDetector(Set<String> regions) {
    numbers = new PhoneNumbers(regions);
  }

  @Override
  public void find(PlainText text, Findings found) {
    for (int i = 0; i < text.length(); i++) {
      if (isOpen(text, i)) {
        i = Math.max(i, find(text, i, found) - 1);
      }
    }
  }

  private static boolean isOpen(PlainText text, int i) {
    char c = text.at(i);
    if (c != '+' && c != '(' && c != '[' && !PlainText.isDigit(c)) {
      return false;
    }
    if (isBracket(c) && hasPlus(text, i)) {
      return true;
    }
    char before = text.at(i - 1);
    if (PlainText.isWord(before) || before == '+' || (c == '[' && !text.startsWith("00", i + 1))) {
      return false;
    }
    if (c == '+') {
      return true;
    }
    boolean inside = before == '-' || before == ' ' || before == ')' || before == '(';
    return !(inside && before != ' ' && PlainText.isWord(text.at(i - 2)))
        && (LEFT_OUT.indexOf(before) < 0 || isColon(text, i - 1));
  }

  private static boolean isBracket(char c) {
    return c == '(' || c == '[';
  }

  /** {@code tel:}, {@code Phone.}: a sign behind a word of letters. */
  private static boolean isColon(PlainText text, int i) {
    char c = text.at(i);
    return (c == ':' || c == '.' || c == '=') && Character.isLetter(text.at(i - 1));
  }

  /** Adds the longest number that begins at a place; returns where to look for the next. */
  private int find(PlainText text, int start, Findings found) {
    PhoneGroups groups = new PhoneGroups(text, start);
    if (groups.count() == 0) {
      return start + 1;
    }
    int date = dateEnd(text, start);
    if (date > 0) {
      return date;
    }
    int end = end(text, start, groups);
    if (end < 0 && hasPlus(text, start) && !groups.isOpen(1)) {
      // A number behind an unknown country code is found together with that.
      for (int group = 1; group < groups.count() && end < 0; group++) {
        int home = groups.start(group);
        end = end(text, home, new PhoneGroups(text, home));
      }
    }
    if (end > 0) {
      found.add(PersonalDataType.PHONE, start, end);
      return end;
    }
    return PlainText.isDigit(text.at(start)) ? groups.end(1) : start + 1;
  }

  private static boolean hasPlus(PlainText text, int start) {
    int at = isBracket(text.at(start)) ? start + 1 : start;
    return text.at(at > start && text.at(at) == ' ' ? at + 1 : at) == '+';
  }

  /**
   * Where the date ends that begins at a place, four digits of a year first or last; -1 for none.
   * Texts full of dates would take ten times as long if the library were asked.
   */
  private static int dateEnd(PlainText text, int start) {
    int[] sizes = new int[3];
    char separator = PlainText.NONE;
    int at = start;
    for (int part = 0; part < 3; part++) {
      if (part == 1) {
        separator = text.at(at);
      }
      if (part > 0 && ("-/.".indexOf(separator) < 0 || text.at(at++) != separator)) {
        return -1;
      }
      int first = at;
      while (at - first < 5 && PlainText.isDigit(text.at(at))) {
        at++;
      }
      sizes[part] = at - first;
      boolean year = sizes[part] == 4;
      int value = at == first ? 0 : Integer.parseInt(text.substring(first, at));
      if (year ? value < 1800 || value >= 2200 : value < 1 || value > 31 || sizes[part] > 2) {
        return -1;
      }
    }
    boolean more = text.at(at) == separator && PlainText.isDigit(text.at(at + 1));
    return sizes[1] != 4 && (sizes[0] == 4) != (sizes[2] == 4) && !more ? at : -1;
  }

  /** Where the longest number ends that begins at a place; -1 if none does. */
  private int end(PlainText text, int start, PhoneGroups groups) {
    boolean plus = hasPlus(text, start);
    for (int count = Math.min(groups.count(), PhoneGroups.MOST); count > 0; count--) {
      int digits = groups.digits(count);
      if (digits < FEWEST) {
        break;
      }
      int end = groups.end(count);
      if (groups.isOpen(count)) {
        if (isBracket(text.at(start)) || (text.at(end) != ')' && text.at(end) != ']')) {
          continue;
        }
        end++;
      }
      if (digits > MOST || !isClosed(text, end)) {
        continue;
      }
      Known known = abroad(text, start, end, count > 1);
      if (known == Known.POSSIBLE && count > 1 && isCounted(text, end)) {
        continue;
      }
      if (known == Known.NOT && !plus && groups.mayEnd(count)) {
        known = atHome(text, start, end, count > 1);
      }
      if (known != Known.NOT) {
        // A number that is none yet may be longer than those that were.
        int whole = known == Known.POSSIBLE ? groups.extended(count) : count;
        return extensionEnd(text, whole > count ? groups.end(whole) : end);
      }
    }
    return -1;
  }

  private static boolean isClosed(PlainText text, int end) {
    char c = text.at(end);
    boolean extension = (c == 'x' || c == 'X') && PlainText.isDigit(text.at(end + 1));
    return (extension || !PlainText.isWord(c))
        && c != '%'
        && !("-.,:/+".indexOf(c) >= 0 && PlainText.isWord(text.at(end + 1)));
  }

  /**
   * How well the library knows a number behind its country code: enough if it is valid or, behind a
   * {@code +}, has a length that is possible: new numbers are given out, and old ones stay written.
   */
  private Known abroad(PlainText text, int start, int end, boolean grouped) {
    String written = text.substring(start, end);
    if (hasPlus(text, start)) {
      return numbers.international(written, 0);
    }
    for (String prefix : INTERNATIONAL_PREFIXES) {
      if (isPrefix(written, prefix)
          && numbers.international(written, prefix.length()).compareTo(Known.VALID) >= 0
          && (grouped || PHONE.areNear(text, start, end))) {
        return Known.VALID;
      }
    }
    return Known.NOT;
  }

  /**
   * How well the library knows a number without country code: enough if it is in the groups of a
   * region or if a word tells of a phone.
   */
  private Known atHome(PlainText text, int start, int end, boolean grouped) {
    String written = text.substring(start, end);
    if (hasSingles(written) && !PHONE.areNear(text, start, end)) {
      return Known.NOT;
    }
    Known best = numbers.atHome(written);
    boolean oneSlash = written.indexOf('/') == written.lastIndexOf('/');
    if (best == Known.GROUPED && grouped && oneSlash && !isCounted(text, end)) {
      return best;
    }
    Known least = grouped ? Known.POSSIBLE : Known.VALID;
    return best.compareTo(least) >= 0 && PHONE.areNear(text, start, end) ? best : Known.NOT;
  }

  /** Whether a number begins with a prefix, which but for {@code 00} is a group of its own. */
  private static boolean isPrefix(String written, String prefix) {
    int from = PlainText.isDigit(written.charAt(0)) ? 0 : 1;
    return written.startsWith(prefix, from)
        && (prefix.equals("00") || !PlainText.isDigit(written.charAt(from + prefix.length())));
  }

  /** Whether several digits stand alone, which no region writes so. */
  private static boolean hasSingles(String written) {
    String sizes = PhoneNumbers.sizes(written);
    int first = sizes.indexOf(" 1 ");
    return first >= 0 && sizes.indexOf(" 1 ", first + 1) >= 0;
  }

  /** Whether a word behind a number says what it counts. */
  private static boolean isCounted(PlainText text, int end) {
    int from = text.at(end) == ' ' ? end + 1 : end;
    int to = from;
    while (to - from < 12 && PlainText.isAsciiLetter(text.at(to))) {
      to++;
    }
    return COUNTED.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
  }

  /** Where the extension ends that stands behind a number: {@code ext. 12}, {@code x12}. */
  private static int extensionEnd(PlainText text, int end) {
    int at = end;
    while (at - end < 2 && (text.at(at) == ' ' || text.at(at) == ',')) {
      at++;
    }
    String label = text.substring(at, at + 9).toLowerCase(Locale.ROOT);
    for (String name : new String[] {"extension", "ext.", "ext", "x", "#"}) {
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
    int digits = at;
    while (digits - at < 7 && PlainText.isDigit(text.at(digits))) {
      digits++;
    }
    return digits > at && digits - at < 7 && !PlainText.isWord(text.at(digits)) ? digits : end;
  }
}
