package org.namespan.personaldata;

/**
 * A kind of personal data that its form tells.
 *
 * <pre>{@code
 * PersonalDataType.IBAN.type(); // iban
 * PersonalDataType.IBAN.description(); // international bank account numbers (IBAN)
 * }</pre>
 *
 * <p>Of two kinds that the same words may be of, they are of the one that comes first here.
 */
public enum PersonalDataType {
  /** {@code ann@example.org}, also with letters beyond ASCII. */
  EMAIL("email", "e-mail addresses"),
  /** {@code https://example.org/a?b}, and hosts that begin with {@code www}. */
  URL("url", "addresses of web pages and the like (URL)"),
  /** ISO 13616: known countries, their length and form, check digits modulo 97. */
  IBAN("iban", "international bank account numbers (IBAN)"),
  /** ISO/IEC 7812: prefixes and lengths of the networks, check digit by Luhn. */
  CARD("card", "numbers of credit and debit cards"),
  /** Numbers that states give to people, with their check digits or beside words that name them. */
  NATIONAL_ID(
      "national_id", "numbers that states give to people: of insurance, tax, health, identity"),
  /** A date beside words that say so. */
  BIRTH_DATE("birth_date", "dates of birth"),
  /** Version 4 with four numbers, version 6 in any of its forms. */
  IP("ip", "addresses of computers (IP, versions 4 and 6)"),
  /** Numbers that Google's libphonenumber knows. */
  PHONE("phone", "phone and fax numbers");

  private final String type;
  private final String description;

  PersonalDataType(String type, String description) {
    this.type = type;
    this.description = description;
  }

  /** What {@link org.namespan.Entity#type} is for it: its name in lower case. */
  public String type() {
    return type;
  }

  /** What it is, in words. */
  public String description() {
    return description;
  }
}
