package org.namespan.personaldata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that standards, networks and authorities publish as examples. */
class PublishedNumbersTest {

  /** The examples of the registry of ISO 13616 (SWIFT, release 99), without wrong ones. */
  private static List<String> ibans() throws Exception {
    List<String> ibans = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                PublishedNumbersTest.class.getResourceAsStream("iban-examples.txt"),
                StandardCharsets.US_ASCII))) {
      lines.lines().forEach(line -> ibans.addAll(Arrays.asList(line.split(" "))));
    }
    return ibans;
  }

  private static String grouped(String number, int size, String separator) {
    return number.replaceAll("(.{" + size + "})(?!$)", "$1" + separator);
  }

  @Test
  void findsTheExampleOfEachCountry() throws Exception {
    List<String> ibans = ibans();
    assertTrue(ibans.size() > 85);
    for (String iban : ibans) {
      for (String written :
          new String[] {
            iban,
            iban.toLowerCase(Locale.ROOT),
            grouped(iban, 4, " "),
            grouped(iban, 4, "\u00A0"),
            grouped(iban, 4, "\u2011"),
            grouped(iban, 4, "  "),
            grouped(iban.substring(0, 2) + " " + iban.substring(2), 5, " ")
          }) {
        assertEquals(List.of("iban " + written), Found.in("To (" + written + "), please."), iban);
      }
    }
  }

  /** Modulo 97 tells any one wrong character and any two neighbours that changed places. */
  @Test
  void refusesAnIbanWithAMistake() throws Exception {
    for (String iban : ibans()) {
      for (int i = 2; i < iban.length(); i++) {
        char wrong = iban.charAt(i) == '9' ? '0' : (char) (iban.charAt(i) + 1);
        String mistaken = iban.substring(0, i) + wrong + iban.substring(i + 1);
        assertFalse(Found.in(mistaken).contains("iban " + mistaken), mistaken);
      }
      assertEquals(List.of(), Found.in("x" + iban), iban);
      assertEquals(List.of("iban " + iban), Found.in("IBAN" + iban), iban);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111111", "4012888888881881", "4222222222222", "5555555555554444",
        "5105105105105100", "2223003122003222", "2720992593319364", "378282246310005",
        "371449635398431", "30569309025904", "38520000023237", "36259600000004",
        "6011111111111117", "6011000990139424", "6445644564456445", "3530111333300000",
        "3566002020360505", "6200000000000005", "6200000000000047"
      })
  void findsTheTestCardsOfTheNetworks(String card) {
    assertEquals(List.of("card " + card), Found.in("Paid with " + card + "."));
    for (int i = 0; i < card.length(); i++) {
      char wrong = card.charAt(i) == '9' ? '0' : (char) (card.charAt(i) + 1);
      String mistaken = card.substring(0, i) + wrong + card.substring(i + 1);
      assertFalse(Found.in(mistaken).contains("card " + mistaken), mistaken);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111\u00A01111\u00A01111\u00A01111",
        "4111\u20111111\u20111111\u20111111",
        "\uFF14\uFF11\uFF11\uFF11 1111 1111 1111",
        "3782 822463 10005",
        "3056 930902 5904",
        "4111\u200B1111\u200B1111\u200B1111"
      })
  void findsCardsAsPeopleWriteThem(String card) {
    assertEquals(List.of("card " + card), Found.in("Card: " + card + ", thanks"));
    assertEquals(
        List.of("card " + card, "card " + card), Found.in(card + " " + card), "two of a kind");
  }

  @ParameterizedTest
  @ValueSource(strings = {"6759649826438453", "5018000000000009", "6304000000000000"})
  void findsMaestroBesideAWord(String card) {
    assertEquals(List.of("card " + card), Found.in("Maestro card " + card));
    assertEquals(List.of(), Found.in("Part " + card));
    String printed = grouped(card, 4, " ");
    assertEquals(List.of("card " + printed), Found.in("Part " + printed));
  }

  @ParameterizedTest
  @CsvSource({
    "US SSN,My SSN is ,219-09-9999,false",
    "US SSN,social security number: ,536904399,false",
    "US ITIN,ITIN ,912-70-1234,false",
    "GB NHS,NHS number ,943 476 5919,true",
    "GB NHS,NHS No. ,4010232137,true",
    "GB NINO,National Insurance ,AB123456C,false",
    "GB NINO,,AB 12 34 56 C,false",
    "IT CODICE FISCALE,,RSS MRA 85T10 A562S,true",
    "CA SIN,SIN ,046 454 286,true",
    "AU TFN,TFN ,123 456 782,true",
    "IE PPS,PPS number ,1234567T,true",
    "IE PPS LONG,PPSN ,1234567FA,true",
    "IN AADHAAR,Aadhaar ,2341 2341 2346,true",
    "ES DNI,DNI ,12345678Z,true",
    "ES DNI,,54362315-K,true",
    "ES DNI POINTS,,12.345.678-Z,true",
    "ES DNI GLUED,,12.345.678Z,true",
    "GB NINO,NI,AB123456C,false",
    "GB NINO,NI number,AB123456C,false",
    "GB NINO,NINO:,AB123456C,false",
    "BE RRN,rijksregisternummer:,85.07.30-033.28,true",
    "BE RRN,Rijksregisternr.,85073003328,true",
    "ES NIE,,X-2482300-W,true",
    "ES NIE,,X1234567L,true",
    "IT CODICE FISCALE,,RSSMRA85T10A562S,true",
    "IT CODICE FISCALE,,BRGSFN81P10L682K,true",
    "IT CODICE FISCALE,,MRTMTT25D09F205Z,true",
    "IT CODICE FISCALE,,MLLSNT82P65Z404U,true",
    "FR NIR,,2 95 10 99 126 111 93,true",
    "FR NIR,NIR ,295109912611193,true",
    "DE TAX ID,Steuer-ID: ,36 574 261 809,true",
    "DE TAX ID,IdNr. ,86095742719,true",
    "NL BSN,BSN ,111222333,true",
    "DK CPR,CPR-nr. ,211062-5629,false",
    "NO FNR,,15108695088,true",
    "SE PNR,personnummer ,811228-9874,true",
    "SE PNR LONG,personnummer ,19811218-9876,false",
    "SE PNR LONG,pnr ,198112189876,false",
    "FI HETU,,131052-308T,true",
    "FI HETU,,120464-126J,true",
    "BE RRN,,85.07.30-033.28,true",
    "CH AHV,,756.9217.0769.85,true",
    "PT NIF,NIF ,123456789,true",
    "PL PESEL,PESEL: ,44051401359,true",
    "PL PESEL,pesel ,02070803628,true",
    "BR CPF,,111.444.777-35,true",
    "BR CPF,CPF ,39053344705,false",
    "ZA ID,ID number ,8001015009087,true",
    "CN ID,,11010519491231002X,true",
  })
  void findsNationalNumbers(String name, String before, String number, boolean checked) {
    String context = before == null ? "" : before + " ";
    assertEquals(List.of("national_id " + number), Found.in(context + number + "."), name);
    NationalId id =
        NationalId.ALL.stream().filter(each -> each.name().equals(name)).findFirst().get();
    assertTrue(id.isValid(number), name);
    for (int i = 0; checked && i < number.length(); i++) {
      if (Character.isDigit(number.charAt(i))) {
        for (char wrong = '0'; wrong <= '9'; wrong++) {
          String mistaken = number.substring(0, i) + wrong + number.substring(i + 1);
          assertTrue(mistaken.equals(number) || !id.isValid(mistaken), name + " " + mistaken);
        }
      }
    }
  }

  /** Numbers that any other may look like are told by a word alone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "046 454 286",
        "111222333",
        "44051401359",
        "86095742719",
        "8001015009087",
        "1234567T",
        "000-12-3456",
        "666-12-3456",
        "901-12-3456",
        "123-00-4567",
        "123-45-0000"
      })
  void leavesWhatNoWordTells(String number) {
    assertEquals(List.of(), Found.in("Order " + number + " came."));
  }

  /** Each form is met by a number of its own, which {@link #findsNationalNumbers} has. */
  @Test
  void formsAreOfLettersAndDigits() {
    for (NationalId id : NationalId.ALL) {
      assertTrue(id.form().matches("[dLxA -]{8,24}"), id.name());
    }
  }
}
