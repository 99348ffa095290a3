package org.namespan.personaldata;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What libphonenumber knows of a number as it is written: of all countries behind a country code,
 * of some regions without. Immutable, safe for use by many threads.
 */
final class PhoneNumbers {

  /** Digits at most that are looked up. */
  private static final int MOST = 17;

  /** Digits at least of a number that is known by its length. */
  private static final int POSSIBLE = 10;

  /** Digits of a country code at most. */
  private static final int LONGEST_CODE = 3;

  /** A region that is none, for numbers that begin with their country code. */
  private static final String ANY = "ZZ";

  /** Groups of numbers with a trunk prefix, beside those that the library writes. */
  private static final Set<String> TRUNK_SIZES =
      new HashSet<>(Arrays.asList("4 3 4", "5 3 3", "4 3 3", "3 3 5", "3 4 4"));

  /** How well the library knows a number, from least to most. */
  enum Known {
    /** Too little for what stands around it. */
    NOT,
    /** Of a length that there is, with ten digits at least. */
    POSSIBLE,
    /** Valid. */
    VALID,
    /** Valid, and in groups that the region writes it in. */
    GROUPED
  }

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private final List<String> regions;

  /** Of each region, whether a number may have so many digits. */
  private final List<boolean[]> lengths = new ArrayList<>();

  PhoneNumbers(Set<String> regions) {
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
    for (String region : this.regions) {
      lengths.add(lengths(region));
    }
  }

  /** The lengths of valid numbers, with a trunk prefix or the country code or without. */
  private boolean[] lengths(String region) {
    boolean[] lengths = new boolean[MOST + 1];
    int code = numbers.getCountryCodeForRegion(region);
    @Nullable String trunk = numbers.getNddPrefixForRegion(region, true);
    int before = Math.max(String.valueOf(code).length(), trunk == null ? 0 : trunk.length());
    PhoneNumber number = new PhoneNumber().setCountryCode(code);
    long value = 1;
    for (int length = 1; length <= MOST; length++) {
      number.setNationalNumber(value);
      if (numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE) {
        Arrays.fill(lengths, length, Math.min(length + before, MOST) + 1, true);
      }
      value *= 10;
    }
    return lengths;
  }

  /**
   * How well a number is known that begins with its country code: as it is, without a trunk prefix
   * in brackets, which people write for countries too that have none, and without the 1 that
   * Mexico's mobile numbers had until 2019.
   *
   * @param prefix digits before the country code
   */
  Known international(String written, int prefix) {
    String digits = digits(written).substring(prefix);
    Known known = level(parsed("+" + digits, ANY));
    String close = written.replace(" ", "");
    int trunk = Math.max(close.indexOf("(0)"), close.indexOf("[0]"));
    if (known.compareTo(Known.VALID) < 0 && trunk > 0) {
      String code = digits(close.substring(0, trunk));
      String rest = digits(close.substring(trunk + 3));
      if (code.length() > prefix && code.length() <= prefix + LONGEST_CODE) {
        known = better(known, "+" + code.substring(prefix) + rest);
      }
    }
    if (known.compareTo(Known.VALID) < 0 && digits.startsWith("521") && digits.length() == 13) {
      known = better(known, "+52" + digits.substring(3));
    }
    return known;
  }

  private Known better(Known known, String digits) {
    Known other = level(parsed(digits, ANY));
    return other.compareTo(known) > 0 ? other : known;
  }

  /** How well a number is known as one of the regions, without country code. */
  Known atHome(String written) {
    String digits = digits(written);
    Known best = Known.NOT;
    for (int i = 0; i < regions.size() && best != Known.GROUPED; i++) {
      // The library takes a microsecond or two: half of the time of a text of numbers.
      if (digits.length() <= MOST && lengths.get(i)[digits.length()]) {
        Known known = atHome(written, digits, regions.get(i));
        best = known.compareTo(best) > 0 ? known : best;
      }
    }
    return best;
  }

  /** Whether numbers of one of the regions may have so many digits. */
  boolean isLength(int digits) {
    boolean known = false;
    for (boolean[] each : lengths) {
      known |= digits <= MOST && each[digits];
    }
    return known;
  }

  /** How well a number is known as one of a region that need not be one of these. */
  Known atHome(String written, String region) {
    String digits = digits(written);
    return digits.length() > MOST ? Known.NOT : atHome(written, digits, region);
  }

  private Known atHome(String written, String digits, String region) {
    @Nullable PhoneNumber number = parsed(digits, region);
    Known known = level(number);
    boolean grouped = number != null && known == Known.VALID && isGrouped(written, digits, number);
    return grouped ? Known.GROUPED : known;
  }

  /** The region of a number that begins with its country code; null if there is none. */
  @Nullable String region(String international) {
    @Nullable PhoneNumber number = parsed("+" + digits(international), ANY);
    return number == null ? null : numbers.getRegionCodeForCountryCode(number.getCountryCode());
  }

  private boolean isGrouped(String written, String digits, PhoneNumber number) {
    String sizes = sizes(written);
    // People part the numbers of a country with trunk prefix at other places too.
    return (digits.charAt(0) == '0' && TRUNK_SIZES.contains(sizes.trim()))
        || sizes.endsWith(sizes(numbers.format(number, PhoneNumberFormat.NATIONAL)));
  }

  private @Nullable PhoneNumber parsed(String digits, String region) {
    try {
      return numbers.parse(digits, region);
    } catch (NumberParseException e) {
      return null;
    }
  }

  private Known level(@Nullable PhoneNumber number) {
    if (number == null) {
      return Known.NOT;
    }
    if (numbers.isValidNumber(number)) {
      return Known.VALID;
    }
    return String.valueOf(number.getNationalNumber()).length() >= POSSIBLE
            && numbers.isPossibleNumber(number)
        ? Known.POSSIBLE
        : Known.NOT;
  }

  private static String digits(String written) {
    StringBuilder digits = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      if (PlainText.isDigit(written.charAt(i))) {
        digits.append(written.charAt(i));
      }
    }
    return digits.toString();
  }

  /** How many digits stand together: {@code 3 3 4} of {@code (541) 754-3010}. */
  static String sizes(String written) {
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

  /** Whether several digits stand alone, which no region writes so. */
  static boolean hasSingles(String written) {
    String sizes = sizes(written);
    int first = sizes.indexOf(" 1 ");
    return first >= 0 && sizes.indexOf(" 1 ", first + 1) >= 0;
  }
}
