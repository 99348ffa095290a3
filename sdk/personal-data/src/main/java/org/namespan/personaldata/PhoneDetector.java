package org.namespan.personaldata;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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

  /** Digits at least of a number that is known by its length. */
  private static final int POSSIBLE = 10;

  private static final int MOST_GROUPS = 7;

  private static final String LEFT_OUT = "#$\u20AC\u00A3%=_/@\\:.,*";

  private static final ContextWords PHONE =
      new ContextWords(
          "phone,telephone,phones,tel,telefon,téléphone,telefono,teléfono,telefone,mobile,mob,cell,"
              + "cellphone,cellular,handy,móvil,fax,call,called,calling,dial,ring,text,sms,whatsapp,"
              + "contact,hotline,landline,direct,ph,reach,number is,rufnummer,telefoon,portable");

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private final List<String> regions;

  PhoneDetector(Set<String> regions) {
    Set<String> known = numbers.getSupportedRegions();
    for (String region : regions) {
      if (!known.contains(region)) {
        throw new IllegalArgumentException(
            "phone region '" + region + "' is unknown, expected some of " + new TreeSet<>(known));
      }
    }
    // Regions that share a country code share their numbers.
    Map<Integer, String> byCode = new TreeMap<>();
    for (String region : regions) {
      byCode.put(numbers.getCountryCodeForRegion(region), region);
    }
    this.regions = new ArrayList<>(byCode.values());
  }

  @Override
  public void find(PlainText text, Findings found) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.at(i);
      if ((c == '+' || c == '(' || PlainText.isDigit(c)) && isOpen(text, i, c)) {
        i = Math.max(i, find(text, i, found) - 1);
      }
    }
  }

  private static boolean isOpen(PlainText text, int i, char c) {
    char before = text.at(i - 1);
    if (PlainText.isWord(before) || before == '+') {
      return false;
    }
    if (c == '+') {
      return true;
    }
    boolean inside = before == '-' || before == ' ' || before == ')' || before == '(';
    return !(inside && before != ' ' && PlainText.isWord(text.at(i - 2)))
        && (LEFT_OUT.indexOf(before) < 0 || isColon(text, i - 1));
  }

  /** {@code tel:}, {@code Phone.}: a sign behind a word of letters. */
  private static boolean isColon(PlainText text, int i) {
    char c = text.at(i);
    return (c == ':' || c == '.' || c == '=') && Character.isLetter(text.at(i - 1));
  }

  /** Groups of digits with a sign or two between each two. Used by one thread. */
  private static final class Groups {
    final int[] ends = new int[MOST_GROUPS + 1];
    final int[] digits = new int[MOST_GROUPS + 1];

    /** What stands before each. */
    final char[] separators = new char[MOST_GROUPS + 1];

    int count;

    void add(int end, int size, char separator) {
      ends[count] = end;
      digits[count] = size + (count == 0 ? 0 : digits[count - 1]);
      separators[count++] = separator;
    }

    /** Whether there is no more than a number has, and these are no part of a list of numbers. */
    boolean mayEnd(int groups) {
      if (groups == count) {
        return count <= MOST_GROUPS;
      }
      return groups == 1 || separators[groups] != separators[groups - 1];
    }
  }

  /** Adds the longest number that begins at a place; returns where it or its first group ends. */
  private int find(PlainText text, int start, Findings found) {
    Groups groups = groups(text, start);
    if (groups.count == 0) {
      return start + 1;
    }
    boolean plus = text.at(start) == '+';
    for (int count = Math.min(groups.count, MOST_GROUPS); count > 0; count--) {
      int end = groups.ends[count - 1];
      int digits = groups.digits[count - 1];
      if (digits < FEWEST) {
        break;
      }
      if (digits <= MOST
          && (plus || groups.mayEnd(count))
          && isClosed(text, end)
          && isPhone(text, start, end)) {
        int extended = extensionEnd(text, end);
        found.add(PersonalDataType.PHONE, start, extended);
        return extended;
      }
    }
    return groups.ends[0];
  }

  /** The groups of digits from a place on: one more than a number has, to tell of a list. */
  private static Groups groups(PlainText text, int start) {
    Groups groups = new Groups();
    int at = text.at(start) == '+' ? start + 1 : start;
    int open = 0;
    while (groups.count <= MOST_GROUPS) {
      int digits = at;
      while (digits - at < 3 && " -./()".indexOf(text.at(digits)) >= 0) {
        open += text.at(digits) == '(' ? 1 : text.at(digits) == ')' ? -1 : 0;
        digits++;
      }
      int end = digits;
      while (end - digits <= MOST && PlainText.isDigit(text.at(end))) {
        end++;
      }
      boolean apart = groups.count == 0 || digits > at;
      if (!apart || end == digits || end - digits > MOST || open < 0 || open > 1) {
        break;
      }
      groups.add(end, end - digits, text.at(at));
      at = end;
    }
    return groups;
  }

  private static boolean isClosed(PlainText text, int end) {
    char c = text.at(end);
    boolean extension = (c == 'x' || c == 'X') && PlainText.isDigit(text.at(end + 1));
    return (extension || !PlainText.isWord(c))
        && c != '%'
        && !("-.,:/+".indexOf(c) >= 0 && PlainText.isWord(text.at(end + 1)));
  }

  /**
   * Whether the library knows a number or, where a {@code +} or a word tells of a phone too, has
   * its length as possible: new numbers are given out, and old ones stay written.
   */
  private boolean isPhone(PlainText text, int start, int end) {
    String written = text.substring(start, end);
    boolean grouped = !isOneGroup(written);
    if (written.charAt(0) == '+') {
      return isNumber(written, "ZZ", grouped ? Known.POSSIBLE : Known.VALID);
    }
    boolean told = PHONE.areNear(text, start, end);
    if (!told && !grouped) {
      return false;
    }
    if (written.startsWith("00") && isNumber("+" + written.substring(2), "ZZ", Known.VALID)) {
      return true;
    }
    Known known = !told ? Known.GROUPED : grouped ? Known.POSSIBLE : Known.VALID;
    for (String region : regions) {
      if (isNumber(written, region, known)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOneGroup(String written) {
    for (int i = 0; i < written.length(); i++) {
      if (!PlainText.isDigit(written.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** How well the library has to know a number. */
  private enum Known {
    /** Valid, and in the groups that the library writes it in. */
    GROUPED,
    /** Valid. */
    VALID,
    /** Valid, or of a length that there is, with ten digits at least. */
    POSSIBLE
  }

  private boolean isNumber(String written, String region, Known known) {
    @Nullable PhoneNumber number;
    try {
      number = numbers.parse(written, region);
    } catch (NumberParseException e) {
      return false;
    }
    if (!numbers.isValidNumber(number)) {
      return known == Known.POSSIBLE
          && String.valueOf(number.getNationalNumber()).length() >= POSSIBLE
          && numbers.isPossibleNumber(number);
    }
    return known != Known.GROUPED
        || sizes(written).endsWith(sizes(numbers.format(number, PhoneNumberFormat.NATIONAL)));
  }

  /** How many digits stand together: {@code 3 3 4} of {@code (541) 754-3010}. */
  private static String sizes(String written) {
    StringBuilder sizes = new StringBuilder(" ");
    int size = 0;
    for (int i = 0; i <= written.length(); i++) {
      if (i < written.length() && PlainText.isDigit(written.charAt(i))) {
        size++;
      } else if (size > 0) {
        sizes.append(size).append(' ');
        size = 0;
      }
    }
    return sizes.toString();
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
