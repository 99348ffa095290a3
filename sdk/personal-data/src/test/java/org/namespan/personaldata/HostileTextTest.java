package org.namespan.personaldata;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Random;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Takes time in proportion to the text, whatever is repeated in it. */
class HostileTextTest {

  private static final int LENGTH = 100_000;

  private static final PersonalDataFinder FINDER = new PersonalDataFinder();

  private static String repeated(String fragment, int length) {
    return fragment.repeat(length / fragment.length() + 1).substring(0, length);
  }

  /** Of this thread alone, so that a busy machine changes nothing; the least of some runs. */
  private static long nanos(String text) {
    long least = Long.MAX_VALUE;
    for (int run = 0; run < 2; run++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      FINDER.findInText(text);
      least =
          Math.min(least, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
    return least;
  }

  /** Four times the text takes four times as long; quadratic time would be sixteen. */
  private static void assertLinear(String fragment) {
    long once = nanos(repeated(fragment, LENGTH / 4));
    long fourTimes = nanos(repeated(fragment, LENGTH));
    assertTrue(
        fourTimes < 10 * Math.max(once, 2_000_000L), fragment + ": " + once + " and " + fourTimes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@",
        "a@",
        "a@a.",
        "a.",
        "a@a.aa",
        "@a.b",
        "\"@",
        "w",
        "www.",
        "www.a.",
        "://",
        "a://",
        "http://a",
        "http://",
        "(",
        "http://(",
        "1",
        "1.",
        "1 ",
        "1-",
        "11 ",
        "111-",
        "+1",
        "+1 ",
        "+",
        "(1",
        "(1)",
        "1.1.1.1.",
        "1.1.1.1 ",
        ":",
        "::",
        "a:",
        "1:",
        "1::",
        "f",
        "DE",
        "DE8",
        "DE89 ",
        "DE89370400440532013000",
        "4111 ",
        "4111111111111111 ",
        "541-754-3010 ",
        "born ",
        "born 1 ",
        "born 1.1.",
        "dob 12 March ",
        "1 March ",
        "tel 1",
        "tel. 5417543010 ",
        "ssn ",
        "219-09-9999 ",
        "ssn 219-09-9999 ",
        "12345678Z ",
        "A1",
        "A 1 ",
        "\uFF11",
        "\u200B",
        "\u0301",
        "\uD83D\uDE00",
        "\uD83D",
        "\n",
        "\u00A0",
        "é@é.é",
        "1234567",
        "+49 30 ",
        "00",
        "000-",
        "x1",
        "1980-03-12 ",
        "12.03.1980/",
        "212-34-12 ",
        "(+",
        "(+44) ",
        "+1 (0)",
        "[00",
        "+999 5 ",
        "010-20-",
        "10.0.0.1-",
        "10.0.0.1/10.0.0.2 ",
        "12::34 ",
        "_a@b.cc_",
        "_",
        "http://a|",
        "dateOfBirth ",
        "aB",
        "b. 1 ",
        "* 1.1.",
        "*",
        "IBAN",
        "AL 4 "
      })
  void timeIsLinear(String fragment) {
    assertLinear(fragment);
  }

  @Test
  void anyTextIsSearchedAndSpansAreInside() {
    Random random = new Random(11);
    String[] pieces = {
      "@",
      "a",
      ".",
      "1",
      "12",
      "+",
      "-",
      " ",
      ":",
      "://",
      "www.",
      "DE89370400440532013000",
      "(",
      ")",
      "born ",
      "March ",
      "tel ",
      "4111",
      "\uD83D",
      "\uDE00",
      "\u200B",
      "\uFF11",
      "\u00AD",
      "é",
      "\n",
      "[",
      "]",
      "\"",
      "org",
      "x",
      "/",
      "ssn ",
      "219-09-9999",
      "2001:db8::",
      "\u0000",
      "٣"
    };
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(14); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      int end = 0;
      for (Span span : FINDER.findInText(text.toString())) {
        assertTrue(span.getStart() >= end && span.length() > 0 && span.getEnd() <= text.length());
        end = span.getEnd();
      }
    }
  }
}
