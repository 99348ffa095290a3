package org.namespan.format;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts and tokens of the kinds that rules tell apart, in any order. */
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

  /** What the view of a sentence, the clean form of a token and its kind are about. */
  private static final String[] TOKENS = {
    "É.",
    "Ⓐ.",
    "Ⅷ.",
    "1.",
    "A.",
    "!?!",
    ".!",
    "..",
    "~",
    "ʼ",
    "‟",
    "–",
    "·",
    "user_name",
    "_x_",
    "@a.b",
    "a@b",
    "www.x",
    "/a/b",
    "/a",
    "C:\\x",
    "C:\\n",
    "\\",
    "\\\\",
    "\\\"",
    "\\/",
    "\\n",
    "\\nx",
    "\\r\\n",
    "\\tX",
    "\\x",
    "\\u00e9",
    "\\u00E",
    "\\uD83D\\uDE00",
    "=C3=A9",
    "=c3",
    "=E2=82=AC",
    "=E0=80=80",
    "=\n",
    "=\r\n",
    "x".repeat(59),
    "x".repeat(64),
    "Ã©",
    "aÅ„",
    "Å„",
    "Â\u00A0",
    "â€™",
    "Ã",
    "0x",
    "0x1f-",
    "7f3a9c2e",
    "7f3a9c2",
    "beefed1",
    "dec-999",
    "dec-99",
    "Feb-2003",
    "1-Dec-2003",
    "7f3a-9c2e",
    "abc-123",
    "ABC-123",
    "ABC-12",
    "ABCD-123a",
    "v1.2",
    "1.2-beta",
    ".1a",
    "1.a",
    "example.com",
    "Foo.PDF",
    "a.b.c",
    "aa.bb.cc",
    "aa.bb-$.c_c",
    "src/main/a.b",
    "a/b/c",
    "<a@b.c",
    "a=b",
    "f()",
    "@x",
    "10km",
    "20th",
    "1990s",
    "3M",
    "5m",
    "16 GB",
    ":-)",
    ":D",
    "=3",
    ":x",
    "--",
    "->",
    "\"\"",
    "&quot;",
    "&#39;&#x22;",
    "&eacute;",
    "e&#769;\u0323",
    "&#8203;",
    "&shy;a",
    "&#x110000;",
    "&#xD800;",
    "&#10;",
    "&nosuch;",
    "&amp;amp;",
    "\u001B[31mred\u001B[0m",
    "\u001B[;;;;;;;;;;;;;;;x",
    "\u0093Obama\u0094",
    "\u2800",
    "Obama\u00AD",
    "【",
    "‹",
    "€",
    "€€",
    "×",
    "+",
    "^",
    "#",
    "&",
    "\uFF0D",
    "\u2010",
    "Wash-\u2028ington",
    "Wash-\u000B\u0085ington",
    "10:30",
    "1999",
    "3999",
    "12",
    "٢٠٢٢",
    "1٢٢٢",
    "𐒠𐒡",
    "½½",
    "R2-D2",
    "age",
    "Aged",
    "years",
    "Month",
    "o'clock",
    "Wash-\nington",
    "Wash\u00AD\r\n \u00A0ington",
    "Jean\u2010\nClaude",
    "Wash-\n\nington",
    "Wash-\n" + " ".repeat(120) + "ington",
    "Wash-\n" + " ".repeat(121) + "ington",
    "1\uFE0F\u20E3",
    "☀\uFE0F\u200D🔬",
    "☀\u200C\u0301",
    "e\u0301\uFE0F\u0302",
    "e\u00AD\u0301",
    "🏴\uDB40\uDC67\uDB40\uDC7F",
    "क\u094D\u200Dष",
    "\u1820\u200Ca",
    "\u1112\u1161\u11AB",
    "ｅ\u0301",
    "ﬃ",
    "\u212B\u0323",
    "\u0958\u0301",
    "\u200E"
  };

  /** Of which there are many in a sentence where a view hides some. */
  private static final String[] FREQUENT = {
    "Obama", "left", "\"", "'", "“", "»", "(", ")", "[", "]", "-", ",", ".", "/", "&", "1999", "7",
    "😀", ""
  };

  private static final String[] CLEANED = {
    "&lt;",
    "&#x301;",
    "\u001B",
    "[",
    "\u0080",
    "\u0085",
    "Ⓐ",
    "\u0387",
    "\u00AD",
    "\u034F",
    "\u200E",
    "\u202A",
    "\uFEFF",
    "\u3164",
    "\uDB40\uDC20",
    "\u0345",
    "\u0323",
    "\u1161",
    "\u11AB",
    "\u1100",
    "\u093C",
    "Ａ",
    "ﬁ",
    "𝟙",
    "\u0344",
    "\n",
    "\r",
    "-",
    "a",
    "B"
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
        Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.of(usual).flatMap(Arbitraries::of)),
            Tuple.of(5, Arbitraries.of(FREQUENT)),
            Tuple.of(5, tokens()));
    return tokens.list().ofMaxSize(20);
  }

  /** Tokens of every kind, among them the empty one. */
  static Arbitrary<String> tokens() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.of(TOKENS)),
        Tuple.of(2, Arbitraries.of(WORDS)),
        Tuple.of(2, Arbitraries.of(SIGNS)),
        Tuple.of(2, pieces(SIGNS, EXTENDING, ODD)),
        Tuple.of(4, pieces(CLEANED, EXTENDING, ODD)),
        Tuple.of(2, pieces(new String[] {"a", "F", "1", "2"}, SIGNS, new String[] {"-", "_", "@"})),
        Tuple.of(1, Arbitraries.strings().ofMaxLength(5)),
        Tuple.of(1, longRuns()));
  }

  private static Arbitrary<String> pieces(String[]... kinds) {
    return Arbitraries.of(kinds)
        .flatMap(Arbitraries::of)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
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
