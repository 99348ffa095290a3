package org.namespan.format;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Text of the kinds that the rules for sentences and tokens tell apart, in any order. */
final class OddTexts {

  private static final String[] WORDS = {
    "Mr. Smith",
    "J. Doe",
    "(J. K. Rowling",
    "George W. Bush",
    "I. Newton",
    "\"J. Doe",
    "Dec. 2003",
    "No. 5",
    "Sept. 11",
    "Sergt. 9",
    "U.S.",
    "U.N",
    "A.B.",
    "e.g.",
    "p.m.",
    "Inc.",
    "it's",
    "don’t",
    "New York's",
    "a.b@c.com",
    "http://x.org/?q",
    "&amp;",
    "5,000",
    "3.14",
    "1990s",
    "the",
    "LONDON"
  };

  private static final String[] SEPARATORS = {
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\r\r",
    "\n\n",
    "\n \u200B\n",
    "\u000B",
    "\u001C",
    "\u0085",
    "\u00A0",
    "\u2028",
    "\u2029",
    "\u200B",
    "\u3000",
    "\uFEFF"
  };

  private static final String[] SIGNS = {
    ".", ". ", "! ", "? ", "!", "?", "...", "?!", ",", ";", "::", "--", "==", "_", "/", "$", "%",
    "(", ")", "[", "]", "{", "}", "'", "''", "``", "\"", " \" ", "\" ", "´", "“", "”", "«", "…",
    "—", "‑", "•", "¿", "。", "、"
  };

  private static final String[] EXTENDING = {
    "\u0301", "\u0903", "\u20E3", "\uFE0F", "\u00AD", "\u200C", "\u200D", "\u200E", "\u2060"
  };

  private static final String[] ODD = {
    "😀",
    "👩",
    "🔬",
    "🏽",
    "🇩",
    "🇪",
    "🇫",
    "☀",
    "\uDB40\uDC67",
    "𝒜",
    "𐐀",
    "語",
    "é",
    "É",
    "ǅ",
    "ª",
    "Ⅷ",
    "Ⓐ",
    "½",
    "₂",
    "©",
    "™",
    "٢",
    "\u0001",
    "\uD83D",
    "\uDE00"
  };

  private OddTexts() {}

  /**
   * Texts of words, spaces and signs.
   *
   * @param usual sentences, which they hold too
   */
  static Arbitrary<String> texts(List<List<String>> usual) {
    Arbitrary<String> pieces =
        Arbitraries.frequencyOf(
            Tuple.of(12, Arbitraries.of(" ")),
            Tuple.of(8, Arbitraries.of(usual).map(s -> String.join(" ", s))),
            Tuple.of(8, Arbitraries.of(WORDS)),
            Tuple.of(4, Arbitraries.of(SEPARATORS)),
            Tuple.of(8, Arbitraries.of(SIGNS)),
            Tuple.of(4, Arbitraries.of(EXTENDING)),
            Tuple.of(4, Arbitraries.of(ODD)),
            Tuple.of(1, Arbitraries.strings().ofMaxLength(3)),
            Tuple.of(1, longRuns()));
    return pieces.list().ofMaxSize(25).map(parts -> String.join("", parts));
  }

  /**
   * Tokens of sentences.
   *
   * @param usual sentences whose tokens they hold too
   */
  static Arbitrary<List<String>> sentences(List<List<String>> usual) {
    Arbitrary<String> tokens =
        Arbitraries.oneOf(
            Arbitraries.of(usual).flatMap(Arbitraries::of),
            Arbitraries.of(WORDS),
            Combinators.combine(
                    Arbitraries.of(SIGNS), Arbitraries.of(EXTENDING), Arbitraries.of(ODD))
                .as((a, b, c) -> a + c + b),
            Arbitraries.strings().ofMaxLength(5),
            longRuns());
    return tokens.list().ofMaxSize(30);
  }

  /** Around the length at which runs are shown to no model. */
  private static Arbitrary<String> longRuns() {
    return Arbitraries.of("a", "b.", "C", "5,", "'", "😀", "\u0301", "-", "𐐀", "\u200D")
        .list()
        .ofMinSize(120)
        .ofMaxSize(280)
        .map(parts -> String.join("", parts));
  }
}
