package org.namespan.personaldata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * A number that a state gives to people, as they write it. Where nearly no other number passes the
 * check it is told by that alone, or if it is written in its groups; the others need a word near
 * them that names them. Immutable, safe for use by many threads.
 */
final class NationalId {

  /** What tells such a number from any other. */
  private enum Told {
    /** The check. */
    ALWAYS,
    /** The check, if it is written in its groups. */
    GROUPED,
    /** The check and a word near it. */
    BY_WORDS
  }

  /** In the order of their precedence. */
  static final List<NationalId> ALL =
      Collections.unmodifiableList(
          new ArrayList<>(
              Arrays.asList(
                  of(
                      "US SSN",
                      "ddd dd dddd",
                      Told.GROUPED,
                      NationalIdChecks::isSsn,
                      "ssn,social security,social security number,social,soc sec,ss"),
                  of(
                      "US ITIN",
                      "ddd dd dddd",
                      Told.BY_WORDS,
                      NationalIdChecks::isItin,
                      "itin,taxpayer,taxpayer identification,tax id"),
                  of(
                      "GB NHS",
                      "ddd ddd dddd",
                      Told.BY_WORDS,
                      NationalIdChecks::isNhs,
                      "nhs,national health"),
                  of(
                      "GB NINO",
                      "LL dd dd dd L",
                      Told.GROUPED,
                      NationalIdChecks::isNino,
                      "nino,national insurance,ni,insurance number"),
                  of(
                      "CA SIN",
                      "ddd ddd ddd",
                      Told.BY_WORDS,
                      CheckDigits::luhn,
                      "sin,social insurance,nas,assurance sociale"),
                  of(
                      "AU TFN",
                      "ddd ddd ddd",
                      Told.BY_WORDS,
                      NationalIdChecks::isTfn,
                      "tfn,tax file,tax file number"),
                  of(
                      "IE PPS",
                      "dddddddL",
                      Told.BY_WORDS,
                      NationalIdChecks::isPps,
                      "pps,ppsn,pps number,personal public service"),
                  of(
                      "IE PPS LONG",
                      "dddddddLL",
                      Told.BY_WORDS,
                      NationalIdChecks::isPps,
                      "pps,ppsn,pps number,personal public service"),
                  of(
                      "IN AADHAAR",
                      "dddd dddd dddd",
                      Told.BY_WORDS,
                      NationalIdChecks::isAadhaar,
                      "aadhaar,aadhar,adhaar,uidai,uid"),
                  of("ES DNI", "dddddddd L", Told.ALWAYS, NationalIdChecks::isDni, ""),
                  of("ES DNI POINTS", "dd ddd ddd L", Told.ALWAYS, NationalIdChecks::isDni, ""),
                  of("ES DNI GLUED", "dd ddd dddL", Told.ALWAYS, NationalIdChecks::isDni, ""),
                  of("ES NIE", "L ddddddd L", Told.ALWAYS, NationalIdChecks::isNie, ""),
                  of(
                      "IT CODICE FISCALE",
                      "LLL LLL xxLxx LxxxL",
                      Told.ALWAYS,
                      NationalIdChecks::isCodiceFiscale,
                      ""),
                  of(
                      "FR NIR",
                      "d dd dd xx ddd ddd dd",
                      Told.GROUPED,
                      NationalIdChecks::isNir,
                      "nir,insee,sécu,sécurité sociale,securite sociale,numéro de sécurité sociale,vitale"),
                  of(
                      "DE TAX ID",
                      "dd ddd ddd ddd",
                      Told.BY_WORDS,
                      NationalIdChecks::isGermanTaxId,
                      "steuer,steuerid,steuer id,idnr,tin,tax id,steueridentifikationsnummer,identifikationsnummer,steuernummer,tax identification"),
                  of(
                      "NL BSN",
                      "dddd dd ddd",
                      Told.BY_WORDS,
                      NationalIdChecks::isBsn,
                      "bsn,burgerservicenummer,sofinummer,sofi,burger service nummer"),
                  of(
                      "DK CPR",
                      "dddddd dddd",
                      Told.BY_WORDS,
                      NationalIdChecks::isCpr,
                      "cpr,cpr nr,personnummer,cprnr,cpr number"),
                  of("NO FNR", "dddddd ddddd", Told.ALWAYS, NationalIdChecks::isNorwegian, ""),
                  of(
                      "SE PNR",
                      "dddddd dddd",
                      Told.BY_WORDS,
                      NationalIdChecks::isSwedish,
                      "personnummer,pnr,personal number,personnr"),
                  of(
                      "SE PNR LONG",
                      "dddddddd dddd",
                      Told.BY_WORDS,
                      NationalIdChecks::isSwedishWithCentury,
                      "personnummer,pnr,personal number,personnr"),
                  of("FI HETU", "dddddd-dddx", Told.ALWAYS, NationalIdChecks::isFinnish, ""),
                  of("FI HETU 2000", "ddddddAdddx", Told.ALWAYS, NationalIdChecks::isFinnish, ""),
                  of(
                      "BE RRN",
                      "dd dd dd ddd dd",
                      Told.GROUPED,
                      NationalIdChecks::isBelgian,
                      "rrn,nrn,rijksregister,rijksregisternummer,rijksregisternr,registre national,numéro national,nationaal nummer,nationalregister,insz,niss"),
                  of(
                      "CH AHV",
                      "ddd dddd dddd dd",
                      Told.GROUPED,
                      NationalIdChecks::isSwiss,
                      "ahv,avs,ahvn13,navs13,sozialversicherungsnummer"),
                  of(
                      "PT NIF",
                      "ddd ddd ddd",
                      Told.BY_WORDS,
                      NationalIdChecks::isNif,
                      "nif,contribuinte,nipc,identificação fiscal,numero de contribuinte"),
                  of("PL PESEL", "ddddddddddd", Told.BY_WORDS, NationalIdChecks::isPesel, "pesel"),
                  of(
                      "BR CPF",
                      "ddd ddd ddd dd",
                      Told.GROUPED,
                      NationalIdChecks::isCpf,
                      "cpf,cadastro"),
                  of(
                      "ZA ID",
                      "dddddd dddd ddd",
                      Told.BY_WORDS,
                      NationalIdChecks::isSouthAfrican,
                      "id,identity,identity number,sa id,id number"),
                  of(
                      "CN ID",
                      "dddddddddddddddddx",
                      Told.ALWAYS,
                      NationalIdChecks::isChinese,
                      ""))));

  private final String name;
  private final String form;
  private final Told told;
  private final Predicate<String> check;
  private final ContextWords context;

  private NationalId(
      String name, String form, Told told, Predicate<String> check, ContextWords context) {
    this.name = name;
    this.form = form;
    this.told = told;
    this.check = check;
    this.context = context;
  }

  private static NationalId of(
      String name, String form, Told told, Predicate<String> check, String context) {
    return new NationalId(name, form, told, check, new ContextWords(context));
  }

  /** Its country by ISO 3166 and what it is called there. */
  String name() {
    return name;
  }

  /**
   * How it is written: d are digits, L letters, x either, a blank a sign or blank between groups,
   * which may be missing between all of them; another sign stands for itself.
   */
  String form() {
    return form;
  }

  /** Words that name it. */
  ContextWords context() {
    return context;
  }

  /** Whether a valid number needs no word near it. */
  boolean isTold(boolean grouped) {
    return told == Told.ALWAYS || (told == Told.GROUPED && grouped);
  }

  /**
   * Whether a number of this form has the right check digits.
   *
   * @param written in upper case, with the signs between its groups
   */
  boolean isValid(String written) {
    StringBuilder number = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      if (PlainText.isLetterOrDigit(written.charAt(i))) {
        number.append(written.charAt(i));
      }
    }
    return check.test(number.toString());
  }
}
