package org.namespan.personaldata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataFinderTest {

  private static void assertFound(String type, String words, String text) {
    assertEquals(List.of(type + " " + words), Found.in(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@example.org", "Ann.Smith+news@mail.example.co.uk", "o'brien@example.ie",
        "first_last-x@sub-domain.example.com", "用户@例子.广告", "jürgen@müller.de",
        "ann@xn--mller-kva.de", "ann\uFF20example.org", "\"ann smith\"@example.org",
        "ann@[192.0.2.1]", "1234567890@example.museum"
      })
  void findsMail(String mail) {
    for (String around :
        List.of(
            "%s",
            "Write to %s.",
            "<%s>",
            "(%s)",
            "mailto:%s, or",
            "to=%s&x",
            "Mail: %s\nNext",
            "'%s'",
            "a %s; b",
            "%s!",
            "[%s]",
            "“%s”",
            "%s?subject=x")) {
      assertFound("email", mail, String.format(around, mail));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@example",
        "@example.org",
        "ann@",
        "ann@.org",
        "a@b",
        "icon@2x.png",
        "react@18.2.0",
        "Object@7852e922",
        "ann @ example.org",
        "x@y.1",
        "me@-.-",
        "foo@bar.baz()"
      })
  void leavesWhatIsNoMail(String text) {
    assertEquals(List.of(), Found.in("See " + text + " there"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"_%s_", "__%s__", "\uD83D\uDE00%s\uD83D\uDE00", "\uD83D\uDCE7%s", "*%s*"})
  void emphasisAndEmojiAreNoPartOfMail(String around) {
    assertFound("email", "ann@example.org", String.format(around, "ann@example.org"));
    assertFound("email", "_ann@example.org", "_ann@example.org");
    assertFound("email", "\uD840\uDC00@example.org", "\uD840\uDC00@example.org");
  }

  @Test
  void aSentenceEndsBehindMail() {
    assertFound("email", "ann@example.org", "Write to ann@example.org.Then wait");
    assertEquals(
        List.of("email a@b.com", "email c@d.com", "email e@f.org"),
        Found.in("a@b.com,c@d.com;e@f.org"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org",
        "http://example.org/a/b?c=d&e=f#g",
        "www.example.org/x",
        "https://en.wikipedia.org/wiki/Java_(programming_language)",
        "ftp://files.example.org/a.txt",
        "https://müller.example/straße",
        "http://[2001:db8::1]:8080/",
        "https://user:pw@example.org/",
        "HTTPS://EXAMPLE.ORG",
        "http://192.0.2.1/x",
        "https://例子.广告/路径",
        "ssh://git@example.org/r.git",
        "https://example.org/a?b=c%20d&e=f,g;h#!i"
      })
  void findsAddresses(String url) {
    for (String around :
        List.of(
            "%s",
            "See %s.",
            "<%s>",
            "(%s)",
            "see %s, or",
            "“%s”",
            "%s!",
            "\"%s\"",
            "(see %s).",
            "%s: yes",
            "a\n%s\nb",
            "[%s]")) {
      assertFound("url", url, String.format(around, url));
    }
  }

  @Test
  void aBarIsPartOfAnAddressWhereItPartsNothing() {
    assertFound("url", "https://example.org/a|b", "See https://example.org/a|b.");
    assertFound("url", "https://example.org/a", "x | https://example.org/a | y");
    assertFound("url", "https://example.org/a", "|https://example.org/a|b|");
    assertFound("url", "https://example.org/a", "<https://example.org/a|label>");
    assertEquals(
        List.of("url https://example.org", "url http://example.com"),
        Found.in("https://example.org|http://example.com"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"://", "a://", "http:// x", "www.", "www.x", "awww.example.org", "std::x"})
  void leavesWhatIsNoAddress(String text) {
    assertEquals(List.of(), Found.in(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.1",
        "255.255.255.255",
        "10.0.0.7",
        "2001:db8::8a2e:370:7334",
        "fe80::1",
        "2001:0db8:85a3:0000:0000:8a2e:0370:7334",
        "::ffff:192.0.2.128",
        "2001:db8::",
        "64:ff9b::192.0.2.33"
      })
  void findsIpAddresses(String ip) {
    for (String around :
        List.of("%s", "from %s.", "(%s)", "[%s]:8080", "%s, %s", "src=%s dst", "%s/24")) {
      String text = String.format(around, ip, ip);
      assertTrue(Found.in(text).stream().allMatch(("ip " + ip)::equals), text + Found.in(text));
      assertTrue(!Found.in(text).isEmpty(), text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version 1.2.3.4",
        "v1.2.3.4",
        "Chrome/120.0.0.0",
        "1.3.6.1.4.1.311",
        "256.1.1.1",
        "1.2.3",
        "01.02.03.04",
        "12:34:56",
        "00:1A:2B:3C:4D:5E",
        "de:ad:be:ef:00:11:22:33",
        "std::vector",
        "a::b",
        "::",
        "section 4.1.2.3",
        "1.2.3.4-rc1",
        "::1",
        "3e:4f:aa:bb:cc:dd:ee:ff:00:11:22:33:44:55:66:77",
        "12345:6789::1",
        "12::34",
        "jdk 11.0.2.1",
        "nginx 1.18.0.1",
        "Python 3.8.10.1",
        "kernel 5.4.0.1",
        "assembly 4.0.0.0",
        "Table 1.2.3.4",
        "~> 1.2.3.4",
        "~=1.2.3.4",
        "==1.2.3.4",
        ">=1.2.3.4",
        "<= 1.2.3.4",
        "^1.2.3.4",
        "versions 2.3.4.5",
        "\"version\": \"2.3.4.5\""
      })
  void leavesVersionsAndBytes(String text) {
    assertEquals(List.of(), Found.in("Use " + text + " here"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.1-10.0.0.9|10.0.0.1 10.0.0.9",
        "10.0.0.1/10.0.0.2|10.0.0.1 10.0.0.2",
        "10.0.0.1-10.0.0.9-10.0.0.12|10.0.0.1 10.0.0.9 10.0.0.12",
        "10.0.0.1 - 10.0.0.9|10.0.0.1 10.0.0.9",
        "nginx 192.0.2.7|192.0.2.7",
        "kernel: 10.0.0.7|10.0.0.7",
        "ip.src==192.0.2.1|192.0.2.1",
        "<192.0.2.1>|192.0.2.1",
        "-> 192.0.2.1|192.0.2.1",
        "ping 12::34|12::34",
        "x 2001::1|2001::1",
        "ping 12::34:56|12::34:56",
        "host ab::1|ab::1",
      })
  void findsIpAddressesBesideOtherThings(String text, String addresses) {
    List<String> expected = new ArrayList<>();
    for (String address : addresses.split(" ")) {
      expected.add("ip " + address);
    }
    assertEquals(expected, Found.in(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Call 541-754-3010 now|541-754-3010",
        "Call (541) 754-3010.|(541) 754-3010",
        "+1 541 754 3010|+1 541 754 3010",
        "x 541.754.3010 y|541.754.3010",
        "1-541-754-3010|1-541-754-3010",
        "Tel. 5417543010|5417543010",
        "Phone: 541-754-3010 ext. 123, please|541-754-3010 ext. 123",
        "541-754-3010x4587|541-754-3010x4587",
        "+44 20 7946 0958|+44 20 7946 0958",
        "+44 (0)20 7946 0958|+44 (0)20 7946 0958",
        "ring 020 7946 0958|020 7946 0958",
        "mobile 07400 123456|07400 123456",
        "+49 30 901820|+49 30 901820",
        "+49 (30) 901820|+49 (30) 901820",
        "+33 1 42 68 53 00|+33 1 42 68 53 00",
        "00 33 1 42 68 53 00|00 33 1 42 68 53 00",
        "tel:+15417543010|+15417543010",
        "phone=+81-3-1234-5678;|+81-3-1234-5678",
        "+971501234567|+971501234567",
        "+1-984-182-0190|+1-984-182-0190",
        "call 259.735.7502x459|259.735.7502x459",
        "+1\u2011541\u2011754\u20113010|+1\u2011541\u2011754\u20113010",
        "+1\u00A0541\u00A0754\u00A03010|+1\u00A0541\u00A0754\u00A03010",
        "\uFF0B\uFF11 541 754 3010|\uFF0B\uFF11 541 754 3010",
        "+1 541 754\u202F3010|+1 541 754\u202F3010",
        "(0044) 20 7946 0958|(0044) 20 7946 0958",
        "( +44 ) 20 7946 0958|( +44 ) 20 7946 0958",
        "Mobile: +41 ( 0 ) 96 471 07 95|+41 ( 0 ) 96 471 07 95",
        "Desk ( 602 ) 272-9781 now|( 602 ) 272-9781",
        "+447700677662|+447700677662",
        "+1 (541) 754-3010 (0)|+1 (541) 754-3010",
        "a 00 33 1 42 68 53 00 7 days|00 33 1 42 68 53 00",
        "a +971501234567 7 days|+971501234567",
        "a +971 50 123 4567 12 weeks|+971 50 123 4567",
        "Tel(+44) 20 7946 0958|(+44) 20 7946 0958",
        "(Tel: +44 20 7946 0958)|+44 20 7946 0958",
        "(+44 20 7946 0958)|+44 20 7946 0958",
        "+44 (20 7946 0958)|+44 (20 7946 0958)",
        "(541 754-3010)|541 754-3010",
        "(+44) (0)20 7946 0958|(+44) (0)20 7946 0958",
        "00 33 (0)1 42 68 53 00|00 33 (0)1 42 68 53 00",
        "+34 (0)91 234 56 78|+34 (0)91 234 56 78",
        "+48 (0)22 123 45 67|+48 (0)22 123 45 67",
        "+47 (0)22 12 34 56|+47 (0)22 12 34 56",
        "+420 (0)2 2422 2222|+420 (0)2 2422 2222",
        "+352 (0)27 12 34 56|+352 (0)27 12 34 56",
        "+52 1 55 1234 5678|+52 1 55 1234 5678",
        "+999 541-754-3010|+999 541-754-3010",
        "+1 984 182 0190 5|+1 984 182 0190 5",
        "07400 123 456|07400 123 456",
        "0207 946 0958|0207 946 0958",
        "011 44 20 7946 0958|011 44 20 7946 0958",
        "0011 44 20 7946 0958|0011 44 20 7946 0958",
        "Tel: 541/754/3010|541/754/3010",
      })
  void findsPhoneNumbers(String text, String number) {
    assertFound("phone", number, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5417543010",
        "2023-01-15 10:20:30",
        "2023-01-15",
        "12/31/2023",
        "1,234,567",
        "$541.7543",
        "1234567890123",
        "123-456-7890",
        "pages 541-754",
        "0.5417543010",
        "1699999999",
        "20231115123456",
        "ISBN 978-3-16-148410-0",
        "12 34 56 78",
        "+1 + 2 = 3",
        "+123",
        "100-200-300",
        "541/754/3010",
        "212-555-1000 units",
        "541-754-3010 km",
        "1980-03-12 1980-03-12",
        "011442079460958"
      })
  void leavesOtherNumbers(String text) {
    assertEquals(List.of(), Found.in("No " + text + " so"));
  }

  /** The library's examples of all countries, as people write a country code. */
  @Test
  void findsTheExampleOfEachCountry() {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    for (String region : numbers.getSupportedRegions()) {
      String[] parts =
          numbers
              .format(numbers.getExampleNumber(region), PhoneNumberFormat.INTERNATIONAL)
              .substring(1)
              .split("[ -]", 2);
      for (String form :
          List.of("+%s %s", "(+%s) %s", "[+%s] %s", "(00%s) %s", "+%s (0)%s", "(+%s) (0) %s")) {
        String number = String.format(form, parts[0], parts[1]);
        for (String around : List.of("%s", "Tel: %s.", "(Tel. %s)", "tel%s\n12", "a (%s)")) {
          if (!around.startsWith("tel") || form.startsWith("(+")) {
            assertFound("phone", number, String.format(around, number));
          }
        }
      }
    }
  }

  @Test
  void knowsThePhoneNumbersOfARegionAsWrittenAtHome() {
    PersonalDataFinder german = new PersonalDataFinder().withPhoneRegions(Set.of("DE"));
    assertEquals(List.of("phone 030 901820"), Found.in("Tel.: 030 901820", german));
    assertEquals(List.of(), Found.in("Tel.: 030 901820"));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new PersonalDataFinder().withPhoneRegions(Set.of("XX")))
            .getMessage();
    assertTrue(message.startsWith("phone region 'XX' is unknown, expected some of [AC, AD"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DOB: 12/03/1980|12/03/1980",
        "D.O.B. 1980-03-12.|1980-03-12",
        "She was born on 12 March 1980 in Leeds|12 March 1980",
        "born in Honolulu on August 4, 1961, he|August 4, 1961",
        "Date of birth - 12th of March, 1980|12th of March, 1980",
        "birthday: 4-Aug-61|4-Aug-61",
        "geb. am 12. März 1980|12. März 1980",
        "Geburtsdatum: 12.03.1980|12.03.1980",
        "née le 1er avril 1975 à Lyon|1er avril 1975",
        "fecha de nacimiento: 3 de mayo de 1990|3 de mayo de 1990",
        "Geboortedatum 05-06-1977|05-06-1977",
        "født 1. maj 1966|1. maj 1966",
        "Date of birth:\\n1980/03/12|1980/03/12",
        "DOB: 19800312|19800312",
        "DOB 12031980.|12031980",
        "{\"dateOfBirth\":\"12/03/1980\"}|12/03/1980",
        "userBirthdate=1980-03-12|1980-03-12",
        "date_of_birth: 1980-03-12|1980-03-12",
        "Ann (b. 12 March 1980) said|12 March 1980",
        "Ann Smith, b. 12 March 1980|12 March 1980",
        "* 12.03.1980|12.03.1980",
        "Ann Smith (* 12.03.1980 in Bonn)|12.03.1980",
        "Ann Smith *12.03.1980, Bonn|12.03.1980",
        "DOB \uFF11\uFF12/03/1980|\uFF11\uFF12/03/1980",
      })
  void findsDatesOfBirth(String text, String date) {
    assertFound("birth_date", date, text.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on 12 March 1980", "born in 1980", "DOB: 32/13/1980",
            "He was born rich. On 12 March 1980 he",
        "born 12 March", "born\n\n12 March 1980", "stubborn 12 March 1980", "born 0/0/1980",
        "born 1.2.3.4", "born March 1980", "DOB: 19801312", "DOB: 198003121",
        "* 12.03.1980 Meeting", "*12.03.1980*", "** 12.03.1980", "3 * 12.03.1980",
        "plan b. 12 March 1980", "newBornly 12 March 1980", "On 19800312"
      })
  void leavesOtherDates(String text) {
    assertTrue(Found.in(text).stream().noneMatch(found -> found.startsWith("birth")), text);
  }

  @Test
  void findsTheChosenTypesAlone() {
    PersonalDataFinder some =
        new PersonalDataFinder().withTypes(EnumSet.of(PersonalDataType.IBAN, PersonalDataType.IP));
    assertEquals(
        List.of("ip 192.0.2.1", "iban DE89370400440532013000"),
        Found.in("a@b.com 192.0.2.1 DE89370400440532013000", some));
    assertEquals(Set.of("iban", "ip"), some.typeDescriptions().keySet());
    assertEquals(
        PersonalDataType.values().length, new PersonalDataFinder().typeDescriptions().size());
  }

  @Test
  void theLongestOfOverlappingOnesStays() {
    assertFound("url", "https://ann@example.org/192.0.2.1", "https://ann@example.org/192.0.2.1");
    assertFound("email", "192.0.2.1@example.org", "192.0.2.1@example.org");
    assertFound("iban", "GB29 NWBK 6016 1331 9268 19", "Tel GB29 NWBK 6016 1331 9268 19");
  }

  @Test
  void offsetsAreThoseOfTheText() {
    String text =
        "\u200B\uD83D\uDE00 \uD835\uDFD2111\u200D1111 1111\u00AD 1111 \uD83D\uDE00 a@b.com";
    assertTrue(Found.in(text).contains("email a@b.com"), Found.in(text).toString());
  }

  @Test
  void typesAreLowerCase() {
    for (PersonalDataType type : PersonalDataType.values()) {
      assertEquals(type.name().toLowerCase(java.util.Locale.ROOT), type.type());
      assertTrue(Arrays.asList(PersonalDataType.values()).contains(type));
    }
  }
}
