package org.namespan.personaldata;

/**
 * Checks of the numbers that states give to people. Each takes a number of the form that {@link
 * NationalId} has for it, in upper case, without signs between its groups.
 */
final class NationalIdChecks {

  private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final String FINNISH_LETTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";

  /** What a letter or digit at an odd place counts, 0 to 9 as A to J, then K to Z. */
  private static final int[] CODICE_ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };

  private NationalIdChecks() {}

  private static int number(String digits, int from, int to) {
    return Integer.parseInt(digits.substring(from, to));
  }

  private static boolean isDay(int day, int month) {
    return day >= 1 && day <= 31 && month >= 1 && month <= 12;
  }

  private static int digit(String digits, int i) {
    return digits.charAt(i) - '0';
  }

  /** Areas 000, 666 and from 900 on, group 00 and serial 0000 are given to nobody. */
  static boolean isSsn(String ssn) {
    int area = number(ssn, 0, 3);
    return area != 0
        && area != 666
        && area < 900
        && number(ssn, 3, 5) != 0
        && number(ssn, 5, 9) != 0;
  }

  static boolean isItin(String itin) {
    int group = number(itin, 3, 5);
    return itin.charAt(0) == '9'
        && group >= 50
        && group != 66
        && group != 69
        && group != 89
        && group != 93;
  }

  static boolean isNhs(String nhs) {
    int check = 11 - CheckDigits.weighted(nhs, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return check % 11 == digit(nhs, 9);
  }

  static boolean isNino(String nino) {
    String prefix = nino.substring(0, 2);
    return "DFIQUV".indexOf(nino.charAt(0)) < 0
        && "DFIQUVO".indexOf(nino.charAt(1)) < 0
        && !"BG GB KN NK NT TN ZZ".contains(prefix)
        && "ABCD".indexOf(nino.charAt(8)) >= 0;
  }

  static boolean isTfn(String tfn) {
    return CheckDigits.weighted(tfn, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0;
  }

  static boolean isPps(String pps) {
    int second = pps.length() > 8 && pps.charAt(8) != 'W' ? pps.charAt(8) - 'A' + 1 : 0;
    int sum = CheckDigits.weighted(pps, 8, 7, 6, 5, 4, 3, 2) + 9 * second;
    return "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23) == pps.charAt(7);
  }

  static boolean isAadhaar(String aadhaar) {
    return aadhaar.charAt(0) > '1' && CheckDigits.verhoeff(aadhaar);
  }

  static boolean isDni(String dni) {
    return DNI_LETTERS.charAt(number(dni, 0, 8) % 23) == dni.charAt(8);
  }

  static boolean isNie(String nie) {
    int first = "XYZ".indexOf(nie.charAt(0));
    return first >= 0 && isDni(first + nie.substring(1));
  }

  /** Letters may stand for the digits, where two people would have the same. */
  static boolean isCodiceFiscale(String codice) {
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char c = codice.charAt(i);
      int value = PlainText.isDigit(c) ? c - '0' : c - 'A';
      sum += i % 2 == 0 ? CODICE_ODD[value] : value;
    }
    return "ABCDEHLMPRST".indexOf(codice.charAt(8)) >= 0
        && isOmocodeDigit(codice, 6, 7, 9, 10, 12, 13, 14)
        && codice.charAt(15) - 'A' == sum % 26;
  }

  private static boolean isOmocodeDigit(String codice, int... places) {
    for (int i : places) {
      char c = codice.charAt(i);
      if (!PlainText.isDigit(c) && "LMNPQRSTUV".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  static boolean isNir(String nir) {
    String department = nir.substring(5, 7);
    boolean corsica = department.equals("2A") || department.equals("2B");
    if (!corsica && !(PlainText.isDigit(nir.charAt(5)) && PlainText.isDigit(nir.charAt(6)))) {
      return false;
    }
    int month = number(nir, 3, 5);
    long value = Long.parseLong(nir.substring(0, 13).replace("2A", "19").replace("2B", "18"));
    return "123478".indexOf(nir.charAt(0)) >= 0
        && ((month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50)
        && 97 - value % 97 == number(nir, 13, 15);
  }

  /** Of the first ten digits one stands there twice or three times, the others once. */
  static boolean isGermanTaxId(String id) {
    int[] counts = new int[10];
    for (int i = 0; i < 10; i++) {
      counts[digit(id, i)]++;
    }
    int repeated = 0;
    for (int count : counts) {
      repeated += count > 3 ? 2 : count > 1 ? 1 : 0;
    }
    return id.charAt(0) != '0' && repeated == 1 && CheckDigits.mod11And10(id);
  }

  static boolean isBsn(String bsn) {
    int sum = CheckDigits.weighted(bsn, 9, 8, 7, 6, 5, 4, 3, 2) - digit(bsn, 8);
    return number(bsn, 0, 9) > 0 && sum % 11 == 0;
  }

  /** A date; since 2007 the last digit need not fit. */
  static boolean isCpr(String cpr) {
    return isDay(number(cpr, 0, 2), number(cpr, 2, 4));
  }

  static boolean isNorwegian(String fnr) {
    int day = number(fnr, 0, 2);
    int first = 11 - CheckDigits.weighted(fnr, 3, 7, 6, 1, 8, 9, 4, 5, 2) % 11;
    int second = 11 - CheckDigits.weighted(fnr, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    return isDay(day > 40 ? day - 40 : day, number(fnr, 2, 4))
        && first % 11 == digit(fnr, 9)
        && second % 11 == digit(fnr, 10);
  }

  static boolean isSwedish(String pnr) {
    int day = number(pnr, 4, 6);
    return isDay(day > 60 ? day - 60 : day, number(pnr, 2, 4)) && CheckDigits.luhn(pnr);
  }

  static boolean isSwedishWithCentury(String pnr) {
    int century = number(pnr, 0, 2);
    return century >= 18 && century <= 20 && isSwedish(pnr.substring(2));
  }

  static boolean isFinnish(String hetu) {
    // Of the last century the sign between is none of the number.
    String digits = hetu.length() == 11 ? hetu.substring(0, 6) + hetu.substring(7) : hetu;
    int value = number(digits, 0, 9);
    return isDay(number(digits, 0, 2), number(digits, 2, 4))
        && FINNISH_LETTERS.charAt(value % 31) == digits.charAt(9);
  }

  static boolean isBelgian(String rrn) {
    int check = number(rrn, 9, 11);
    long value = Long.parseLong(rrn.substring(0, 9));
    return number(rrn, 2, 4) % 20 <= 12
        && number(rrn, 4, 6) <= 31
        && (97 - value % 97 == check || 97 - (2_000_000_000L + value) % 97 == check);
  }

  /** As the bar codes of goods (EAN-13), behind the code of the country. */
  static boolean isSwiss(String ahv) {
    int sum = CheckDigits.weighted(ahv, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1);
    return ahv.startsWith("756") && sum % 10 == 0;
  }

  static boolean isNif(String nif) {
    int check = 11 - CheckDigits.weighted(nif, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return nif.charAt(0) != '0' && (check > 9 ? 0 : check) == digit(nif, 8);
  }

  static boolean isPesel(String pesel) {
    return isDay(number(pesel, 4, 6), number(pesel, 2, 4) % 20)
        && CheckDigits.weighted(pesel, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0;
  }

  static boolean isCpf(String cpf) {
    int first = 10 * CheckDigits.weighted(cpf, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11 % 10;
    int second = 10 * CheckDigits.weighted(cpf, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11 % 10;
    return first == digit(cpf, 9)
        && second == digit(cpf, 10)
        && !cpf.equals(cpf.substring(1) + cpf.charAt(0));
  }

  static boolean isSouthAfrican(String id) {
    return isDay(number(id, 4, 6), number(id, 2, 4)) && CheckDigits.luhn(id);
  }

  /** GB 11643: ISO 7064's modulo 11,2. */
  static boolean isChinese(String id) {
    int sum = CheckDigits.weighted(id, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
    return id.charAt(0) != '0'
        && number(id, 6, 8) >= 18
        && number(id, 6, 8) <= 20
        && isDay(number(id, 12, 14), number(id, 10, 12))
        && "10X98765432".charAt(sum % 11) == id.charAt(17);
  }
}
