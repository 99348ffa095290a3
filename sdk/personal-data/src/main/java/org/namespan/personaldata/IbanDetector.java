package org.namespan.personaldata;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds international bank account numbers (ISO 13616), in one piece or in groups: of known
 * countries, of their length and form, with the check digits that they must have.
 */
final class IbanDetector implements Detector {

  /** Country, and what stands behind the check digits: n are digits, a letters, c either. */
  private static final String REGISTRY =
      "AD8n12c AE19n AL8n16c AT16n AZ4a20c BA16n BE12n BG4a6n8c BH4a14c BI23n BR23n1a1c BY4c4n16c"
          + " CH5n12c CR18n CY8n16c CZ20n DE18n DJ23n DK14n DO4c20n EE16n EG25n ES20n FI14n FK2a12n"
          + " FO14n FR10n11c2n GB4a14n GE2a16n GI4a15c GL14n GR7n16c GT4c20c HN4a20n HR17n HU24n"
          + " IE4a14n IL19n IQ4a15n IS22n IT1a10n12c JO4a4n18c KW4a22c KZ3n13c LB4n20c LC4a24c"
          + " LI5n12c LT16n LU3n13c LV4a13c LY21n MC10n11c2n MD2c18c ME18n MK3n10c2n MN16n MR23n"
          + " MT4a5n18c MU4a19n3a NI4a20n NL4a10n NO11n OM3n16c PK4a16c PL24n PS4a21c PT21n QA4a21c"
          + " RO4a16c RS18n RU14n15c SA2n18c SC4a20n3a SD14n SE20n SI15n SK20n SM1a10n12c SO19n"
          + " ST21n SV4a20n TL19n TN20n TR6n16c UA6n19c VA18n VG4a16n XK16n YE4a4n18c"
          + " AX14n BL10n11c2n GF10n11c2n GP10n11c2n MF10n11c2n MQ10n11c2n NC10n11c2n"
          + " PF10n11c2n PM10n11c2n RE10n11c2n TF10n11c2n WF10n11c2n YT10n11c2n";

  private static final Map<String, String> FORMS = new HashMap<>();

  static {
    for (String country : REGISTRY.split(" ", -1)) {
      FORMS.put(country.substring(0, 2), form(country.substring(2)));
    }
  }

  /** {@code 2a3n} is {@code aannn}. */
  private static String form(String parts) {
    StringBuilder form = new StringBuilder();
    int count = 0;
    for (int i = 0; i < parts.length(); i++) {
      char c = parts.charAt(i);
      if (PlainText.isDigit(c)) {
        count = 10 * count + c - '0';
      } else {
        for (; count > 0; count--) {
          form.append(c);
        }
      }
    }
    return form.toString();
  }

  @Override
  public void find(PlainText text, Findings found) {
    for (int i = 0; i < text.length(); i++) {
      if (PlainText.isAsciiLetter(text.at(i))
          && PlainText.isAsciiLetter(text.at(i + 1))
          && PlainText.isDigit(text.at(skipped(text, i + 2)))
          && (text.isWordStart(i) || isGlued(text, i))) {
        int end = end(text, i);
        if (end > 0) {
          found.add(PersonalDataType.IBAN, i, end);
          i = end - 1;
        }
      }
    }
  }

  private static int end(PlainText text, int start) {
    String country = text.substring(start, start + 2).toUpperCase(Locale.ROOT);
    @Nullable String form = FORMS.get(country);
    if (form == null) {
      return -1;
    }
    StringBuilder account = new StringBuilder(40);
    int at = start + 2;
    for (int n = 0; n < form.length() + 2; n++) {
      at = skipped(text, at);
      char c = text.at(at);
      if (!isOf(c, n < 2 ? 'n' : form.charAt(n - 2))) {
        return -1;
      }
      account.append(Character.toUpperCase(c));
      at++;
    }
    boolean whole = !PlainText.isWord(text.at(at));
    String rearranged = account.substring(2) + country + account.substring(0, 2);
    return whole && CheckDigits.mod97(rearranged) == 1 ? at : -1;
  }

  /** Whether nothing stands between the word {@code IBAN} and the country. */
  private static boolean isGlued(PlainText text, int i) {
    return text.isWordStart(i - 4) && text.substring(i - 4, i).equalsIgnoreCase("IBAN");
  }

  /** Where a group begins behind a sign or two. */
  private static int skipped(PlainText text, int from) {
    int at = from;
    while (at - from < 2 && isSeparator(text.at(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSeparator(char c) {
    return c == ' ' || c == '-' || c == '.';
  }

  private static boolean isOf(char c, char kind) {
    return (kind != 'a' && PlainText.isDigit(c)) || (kind != 'n' && PlainText.isAsciiLetter(c));
  }
}
