package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import opennlp.tools.dictionary.Dictionary;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import opennlp.tools.util.StringList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.Layout;

class TextSplitterTest {

  private static final TextSplitter SPLITTER =
      TextSplitter.of(TextModels.openNlp(SmallModels.tokenizer(), SmallModels.sentences()));

  private static final TextSplitter WHITESPACE = TextSplitter.of(TextModels.whitespace());

  /** Tokens parted by a bar, sentences by two. */
  private static String shown(TextSplitter splitter, String text) {
    return splitter.split(text).stream()
        .map(s -> s.stream().map(Token::text).collect(Collectors.joining("|")))
        .collect(Collectors.joining("||"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      ignoreLeadingAndTrailingWhitespace = true,
      quoteCharacter = '^',
      value = {
        "He left. She came.                     > He|left|.||She|came|.",
        "It's late, the U.S. team said.         > It|'s|late|,|the|U.S.|team|said|.",
        "She came . He left .                   > She|came|.||He|left|.",
        "“It’s late,” he said.                  > “|It|’s|late|,|”|he|said|.",
        "yes — he left…                         > yes|—|he|left|…",
        "late—very late                         > late|—|very|late",
        "naïve Ελλάδα Москва                    > naïve|Ελλάδα|Москва",
        "He left 😀. She came 👩‍🔬👍🏽🇩🇪🇫🇷 > He|left|😀|.||She|came|👩‍🔬|👍🏽|🇩🇪|🇫🇷",
        "George W. Bush met Ulysses S. Grant.   > George|W.|Bush|met|Ulysses|S.|Grant|.",
        "He left in Dec. 2003. She came.        > He|left|in|Dec|.|2003|.||She|came|.",
        "sun☀️rain                              > sun|☀️|rain",
      })
  void splitsSentencesAndTokens(String text, String expected) {
    assertEquals(expected, shown(SPLITTER, text));
    // Pre-tokens are cached from now on, if not from another text.
    assertEquals(expected, shown(SPLITTER, text));
  }

  /** More pre-tokens than there is room for, so that many take the slot of another. */
  @Test
  void whatIsCachedDoesNotMatter() {
    List<String> words = new ArrayList<>();
    List<String> first = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      String word = Integer.toString(7 * i, Character.MAX_RADIX);
      words.add(i % 3 == 0 ? word + "." : i % 3 == 1 ? word + "'s" : "(" + word + ",");
      first.add(shown(SPLITTER, words.get(i)));
    }
    for (int i = words.size() - 1; i >= 0; i--) {
      assertEquals(first.get(i), shown(SPLITTER, words.get(i)));
    }
  }

  @Test
  void separatesAtEverySpaceButNotAtJoiners() {
    assertEquals(
        "a|b|c|d|e\uFEFFf|g|h",
        shown(SPLITTER, "a b\u00A0c\u2003d\u200Be\uFEFFf\r\ng \u3000 h\u202F"));
    assertEquals("क्‍ष", shown(SPLITTER, "क्‍ष"));
    assertEquals("co\u00ADop|a\u200Db", shown(SPLITTER, "co\u00ADop a\u200Db"));
    assertEquals("a\u0301b|\u0301c", shown(SPLITTER, "a\u0301b \u0301c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n\n", "\r\n\r\n", "\r\r", "\n \t\n", "\u2029", "\u2028\n", " \n\n\n "})
  void endsASentenceAtABlankLine(String blankLine) {
    assertEquals("A|title||He|left", shown(SPLITTER, "A title" + blankLine + "He left"));
    assertEquals("A|title||He|left", shown(WHITESPACE, "A title" + blankLine + "He left"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", " ", "\u2028"})
  void goesOnAfterALineBreak(String lineBreak) {
    assertEquals("A|title|he|left", shown(SPLITTER, "A title" + lineBreak + "he left"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "\u200E\u00AD", "\u200B\uFEFF\u00A0\t\r\n"})
  void findsNothingInBlankText(String blank) {
    assertEquals(List.of(), SPLITTER.split(blank));
    assertEquals(List.of(), WHITESPACE.split(blank));
  }

  @Test
  void keepsALoneStopWithItsSentence() {
    assertEquals(
        "He|left|the|U.S.|.||She|came|.", shown(SPLITTER, "He left the U.S. . She came ."));
    assertEquals("\"|He|left|.|\"||She|came|.", shown(SPLITTER, "\" He left . \" She came ."));
    assertEquals("He|left|!|!|!", shown(SPLITTER, "He left ! ! !"));
  }

  /** Whatever the model says, no bracket is left alone. */
  @Test
  void keepsPluralsWhole() {
    assertEquals("the|word(s)|left", shown(SPLITTER, "the word(s) left"));
    assertEquals("the|box(es)|,|and", shown(SPLITTER, "the box(es), and"));
    assertEquals("Obama|(|D|)|left", shown(SPLITTER, "Obama(D) left"));
  }

  @Test
  void keepsRunsOfOneSign() {
    assertEquals("He|****|left|----", shown(SPLITTER, "He **** left ----"));
  }

  @Test
  void carriesOffsetsIntoTheTextAsGiven() {
    String text = " \uFEFF“Café\u0301”\r\n\r\n👩‍🔬 ok";
    assertEquals(
        List.of(
            List.of(new Token(text, 2, 3), new Token(text, 3, 8), new Token(text, 8, 9)),
            List.of(new Token(text, 13, 18), new Token(text, 19, 21))),
        SPLITTER.split(text));
    assertEquals("“|Café\u0301|”||👩‍🔬|ok", shown(SPLITTER, text));
  }

  @Test
  void survivesLoneSurrogatesAndControls() {
    for (String text :
        List.of("\uD800", "a\uDC00b", "\uD83C\uD83C x", "a\u0000b \u0007. C", "\u200D")) {
      checkTokens(text, SPLITTER);
    }
  }

  @Tag("slow")
  @Test
  void takesLinearTimeWhateverTheText() {
    int size = 1 << 20;
    List<String> units =
        List.of(
            "a", ".", "!?", "-", "a.", " ", "\n", ". ", "a. ", "e\u0301", "😀", "🇩", "—",
            "\uD800");
    for (String unit : units) {
      String text = String.join("", Collections.nCopies(size / unit.length(), unit));
      List<List<Token>> sentences =
          assertTimeoutPreemptively(Duration.ofSeconds(60), () -> SPLITTER.split(text), unit);
      assertEquals(unit.isBlank(), sentences.isEmpty(), unit);
    }
    assertEquals(1, SPLITTER.split(String.join("", Collections.nCopies(size, "a"))).get(0).size());
  }

  @Test
  void leavesAnAbbreviationOfTheModelWhole() {
    Dictionary abbreviations = new Dictionary(true);
    abbreviations.put(new StringList("late,cat,."));
    TextSplitter splitter =
        TextSplitter.of(
            TextModels.openNlp(SmallModels.tokenizer(abbreviations), SmallModels.sentences()));
    assertEquals("It|'s|late,cat,.", shown(splitter, "It's late,cat,."));
    checkTokens("It's late,cat,.", splitter);
  }

  @Test
  void splitsAtWhiteSpaceAsOpenNlpDoes() {
    String text = "Iraq 's  U.S.-led\tforce , \"  the\nend \" .";
    assertEquals(
        Arrays.asList(WhitespaceTokenizer.INSTANCE.tokenize(text)),
        WHITESPACE.split(text).get(0).stream().map(Token::text).toList());
  }

  /** As one would for Chinese: each grapheme is a token, and an ideographic full stop ends. */
  @Test
  void takesAnySentenceDetectorAndTokenizer() {
    SentenceDetector detector =
        (text, start, end) ->
            IntStream.rangeClosed(start + 1, end)
                .filter(i -> i == end || text.charAt(i - 1) == '。')
                .toArray();
    Tokenizer tokenizer =
        (text, start, end, tokens) -> {
          int from = text.skipSpace(start, end);
          while (from < end) {
            int to = from + 1;
            while (to < end && text.isInsideGrapheme(to)) {
              to++;
            }
            tokens.add(text.token(from, to));
            from = text.skipSpace(to, end);
          }
        };
    TextSplitter splitter = new TextSplitter(detector, tokenizer);
    assertEquals("他|走|。||她|来|。||再|𠮷|。", shown(splitter, "他走。她 来。\n\n再𠮷。"));
  }

  @Test
  void refusesWhatIsNoModel() {
    byte[] junk = {1, 2, 3};
    byte[] tokenizer = SmallModels.tokenizer();
    byte[] half = Arrays.copyOf(tokenizer, tokenizer.length / 2);
    byte[] sentences = SmallModels.sentences();
    for (byte[] bad : List.of(junk, new byte[0], half, sentences)) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class,
              () -> TextSplitter.of(TextModels.openNlp(bad, sentences)));
      assertTrue(e.getMessage().contains("tokenizer model"), e.getMessage());
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> TextSplitter.of(TextModels.openNlp(tokenizer, tokenizer)));
  }

  @Test
  void servesManyThreads() {
    String text = "He left the U.S. team. It's late, she said. " + "Mr. Smith's cat! ";
    List<List<Token>> expected = SPLITTER.split(text);
    assertTrue(
        IntStream.range(0, 5_000).parallel().allMatch(i -> SPLITTER.split(text).equals(expected)));
  }

  @Property(seed = "20")
  void tokensTileTheText(@ForAll("texts") String text) {
    checkTokens(text, SPLITTER);
    checkTokens(text, WHITESPACE);
  }

  private static void checkTokens(String text, TextSplitter splitter) {
    boolean[] covered = new boolean[text.length()];
    int end = 0;
    for (List<Token> sentence : splitter.split(text)) {
      assertTrue(!sentence.isEmpty());
      for (Token token : sentence) {
        assertTrue(end <= token.start() && token.start() < token.end());
        assertSame(text, token.source());
        // But for a line end after a hyphen.
        assertTrue(
            token.text().chars().noneMatch(TextSplitterTest::isSpace)
                || token.text().matches("(?s).*\\p{L}[-\u2010\u00AD]\\R.*"));
        Arrays.fill(covered, token.start(), token.end(), true);
        end = token.end();
        checkBoundary(text, token.start());
        checkBoundary(text, token.end());
      }
    }
    boolean clean = CleanText.of(text, Layout.AUTO).text().equals(text);
    for (int i = 0; i < text.length(); i++) {
      if (clean) {
        assertEquals(!isSpace(text.charAt(i)), covered[i]);
      } else if (!covered[i] && Character.isLetter(text.charAt(i))) {
        assertTrue(Characters.isDefaultIgnorable(text.charAt(i)), text);
      }
    }
  }

  /** A boundary beside a space is always right; elsewhere it must not break a character. */
  private static void checkBoundary(String text, int i) {
    if (i == 0 || i == text.length() || isSpace(text.charAt(i)) || isSpace(text.charAt(i - 1))) {
      return;
    }
    int next = text.codePointAt(i);
    int previous = text.codePointBefore(i);
    if (isLeftOut(text, i, next) || isLeftOut(text, i - Character.charCount(previous), previous)) {
      return;
    }
    assertTrue(
        !(Character.isHighSurrogate(text.charAt(i - 1))
            && Character.isLowSurrogate(text.charAt(i))));
    int type = Character.getType(next);
    assertTrue(
        type != Character.NON_SPACING_MARK
            && type != Character.ENCLOSING_MARK
            && type != Character.COMBINING_SPACING_MARK);
    assertTrue(next != 0x200D && previous != 0x200D);
    assertTrue(next < 0x1F3FB || next > 0x1F3FF);
    if (isFlagLetter(next)) {
      int before = 0;
      for (int j = i; j > 0 && isFlagLetter(text.codePointBefore(j)); j -= 2) {
        before++;
      }
      assertEquals(0, before % 2);
    }
  }

  private static boolean isLeftOut(String text, int i, int codePoint) {
    boolean control = Character.isISOControl(codePoint) && codePoint < 0x80;
    return control
        || Characters.isDefaultIgnorable(codePoint)
            && !Characters.keepsIgnorable(text, i, codePoint);
  }

  private static boolean isFlagLetter(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85 || c == 0x200B;
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                "Mr. Smith",
                "U.S.",
                "it's",
                "a.b@c.com",
                "http://x.org/?q",
                "don’t",
                "left",
                "5,000"),
            Arbitraries.of(
                " ", "  ", "\n", "\r\n", "\t", "\u00A0", "\u200B", "\uFEFF", "\u2029", "\n\n"),
            Arbitraries.of(
                ".", ",", "!", "?", "\"", "'", "“", "”", "(", ")", "…", "—", "-", "$", "%"),
            Arbitraries.of(
                "\u0301", "\uFE0F", "\u20E3", "\u0903", "\u200D", "\u200C", "\u200E", "\u00AD"),
            Arbitraries.of(
                "😀", "👩", "🔬", "🏽", "🇩", "🇪", "☀", "\uDB40\uDC67", "𝒜", "語", "é", "\u0001"),
            Arbitraries.of("\uD83D", "\uDE00", "\uD800", "\uDFFF"),
            Arbitraries.strings().ofMaxLength(3))
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }
}
