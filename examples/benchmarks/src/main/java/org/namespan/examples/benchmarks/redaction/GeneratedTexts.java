package org.namespan.examples.benchmarks.redaction;

import java.util.Random;

/**
 * Texts of a seed: names in several ways of writing, personal data, placeholders and what looks
 * like them, and characters that are hard to keep.
 */
final class GeneratedTexts {

  private static final String[] NAMES = {
    "Angela Merkel",
    "Barack Obama",
    "MERKEL",
    "Obama's",
    "Jos\u00E9 Wei\u00DF",
    "jose\u0301 weiss",
    "Anna",
    "Ann",
    "London",
    "New  York",
    "Siemens AG",
    "Berlin-Paris",
    "O\u2019Brien",
    "\u738B\u5C0F\u660E"
  };

  private static final String[] DATA = {
    "ann@example.org",
    "https://example.org/a?b=(c)",
    "+44 20 7946 0958",
    "DE89 3704 0044 0532 0130 00",
    "4111 1111 1111 1111",
    "192.0.2.1",
    "born on 12 March 1980",
    "SSN 219-09-9999",
    "2001:db8::1"
  };

  private static final String[] WORDS = {
    "met",
    "in",
    "the office of",
    "flew to",
    "said:",
    "on Monday",
    "and",
    ",",
    ".",
    "\n",
    "\r\n",
    "\t",
    "(",
    ")",
    "\"",
    "yesterday",
    "12",
    "- ",
    "<b>",
    "</b>"
  };

  private static final String[] HARD = {
    "[PERSON_1]", "[PERSON_2-2]", "[EMAIL_1]", "[PERSON_", "1]", "[", "]", "_1", "[[X_1]]", "\\",
        "\u0000",
    "\u200B", "\uFEFF", "\u00AD", "\u0301", "\uD83D\uDE00", "\uD83D", "\uDE00", "\u0130", "\u2028",
        "\u0085", "*"
  };

  private final Random random;

  GeneratedTexts(long seed) {
    this.random = new Random(seed);
  }

  /** The next text, of up to a dozen parts. */
  String next() {
    StringBuilder text = new StringBuilder();
    for (int parts = random.nextInt(13); parts > 0; parts--) {
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> text.append(pick(NAMES));
        case 3 -> text.append(pick(DATA));
        case 4 -> text.append(pick(HARD));
        default -> text.append(pick(WORDS));
      }
      if (random.nextInt(6) > 0) {
        text.append(' ');
      }
    }
    return text.toString();
  }

  private String pick(String... some) {
    return some[random.nextInt(some.length)];
  }
}
