package org.namespan.format;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/**
 * Texts that text models alone take apart, for no rule of {@code docs/text.md} has to: the
 * library's tokens in them are those of the page.
 */
final class UnruledTexts {

  /** What stands alone between separators. */
  private static final String[] WORDS = {
    "J. Doe",
    "J. K. Rowling",
    "George W. Bush",
    "I. Newton",
    "Dec. 2003",
    "Dec.",
    "No. 5",
    "Sept. 11",
    "Feb.",
    "12.",
    "it's",
    "don’t",
    "New York's",
    "AT&T",
    ".",
    "...",
    "!",
    "?",
    ",",
    ";",
    "::",
    "==",
    "-",
    "--",
    "/",
    "$",
    "%",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "'",
    "''",
    "``",
    "\"",
    "´",
    "…",
    "left…",
    "•",
    "—"
  };

  private static final String[] LETTERS = {
    "the", "LONDON", "1990s", "語", "é", "É", "ǅ", "ª", "𐐀", "٢", "a", "B", "7"
  };

  private static final String[] LATIN_SIGNS = {"©", "™", "§", "¶", "†"};

  private static final String[] ISOLATED = {
    "、",
    "。",
    "「",
    "¿",
    "“",
    "”",
    "«",
    "―",
    "😀",
    "👩\u200D🔬",
    "👍🏽",
    "🇩",
    "🇪",
    "🇫",
    "☀",
    "☀\uFE0F",
    "→",
    "【"
  };

  private static final String[] MARKS = {"\u0329", "\u0903", "\u20E3"};

  private static final String[] SEPARATORS = {
    "\n\n",
    "\r\r",
    "\n \u200B\n",
    "\u000B",
    "\u001C",
    "\u0085",
    "\u00A0",
    "\u2028",
    "\u2028\u2028",
    "\u2029",
    "\u200B",
    "\u3000"
  };

  /** Begins a line, which then is no row of cells. */
  private static final String PROSE = "so it was his";

  private UnruledTexts() {}

  /**
   * Texts of words, spaces and signs.
   *
   * @param usual sentences, which they hold too but for those with a title
   */
  static Arbitrary<String> texts(List<List<String>> usual) {
    List<List<String>> untitled = usual.stream().filter(s -> !s.contains("Dr.")).toList();
    Arbitrary<String> words =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.of(untitled).map(sentence -> String.join(" ", sentence))),
            Tuple.of(8, Arbitraries.of(WORDS)),
            Tuple.of(6, words()),
            Tuple.of(1, longWords()));
    Arbitrary<String> separators =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.of(" ")),
            Tuple.of(2, Arbitraries.of(SEPARATORS).map(UnruledTexts::betweenWords)));
    return separators
        .flatMap(separator -> words.map(word -> separator + word))
        .list()
        .ofMaxSize(20)
        .map(parts -> PROSE + String.join("", parts));
  }

  /** What begins a line may be a bullet, a field or an item of a list, what ends it a hyphen. */
  private static String betweenWords(String separator) {
    boolean breaks = separator.chars().anyMatch(c -> "\n\r\u000B\f\u0085\u2028".indexOf(c) >= 0);
    return breaks ? " 7" + separator + PROSE + " 7 " : separator;
  }

  private static Arbitrary<String> words() {
    return Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.of(LETTERS)),
            Tuple.of(2, Arbitraries.of(LATIN_SIGNS)),
            Tuple.of(2, Arbitraries.of(ISOLATED)),
            Tuple.of(1, Arbitraries.of(MARKS)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(parts -> String.join("", parts));
  }

  /** Longer than what is shown to a model, or of many words that are not. */
  private static Arbitrary<String> longWords() {
    return Arbitraries.oneOf(
            Arbitraries.of("a", "b.", "C", "5:", "\u0329", "-", "𐐀")
                .list()
                .ofMinSize(257)
                .ofMaxSize(300),
            Arbitraries.of("ab", "C", "7", "😀", "👩\u200D🔬", "𐐀")
                .list()
                .ofMinSize(120)
                .ofMaxSize(280))
        .map(parts -> String.join("", parts));
  }
}
