package org.namespan.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namespan.model.text.Token;

class AlignedTextTest {

  private static String offsets(String text, String... tokens) {
    return AlignedText.align(text, List.of(tokens)).orElseThrow().tokens().stream()
        .map(token -> token.start() + "-" + token.end())
        .collect(Collectors.joining(" "));
  }

  @Test
  void placesTokensInTheirText() {
    assertEquals("0-1 2-4 4-7 7-8", offsets("I don't.", "I", "do", "n't", "."));
    assertEquals("1-2 5-6", offsets(" a \u00A0\tb  ", "a", "b"));
    assertEquals("0-8 8-9", offsets("New York.", "New York", "."));
    assertEquals("0-4 5-7", offsets("👨🏽 ok", "👨🏽", "ok"));
  }

  @ParameterizedTest
  @CsvSource({
    "don't, do not", // another word
    "a b c, a c", // a word that is no token
    "a b, a b c", // a token that is no word
    "a b, b a", // another order
    "ab., a b", // something left over
    "'', a"
  })
  void refusesTokensOfAnotherText(String text, String tokens) {
    assertEquals(Optional.empty(), AlignedText.align(text, List.of(tokens.split(" "))));
  }

  @Provide
  Arbitrary<List<String>> tokens() {
    return CorpusArbitraries.tokens()
        .filter(token -> token.chars().noneMatch(AlignedTextTest::isSpace))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static boolean isSpace(int c) {
    return Character.isSpaceChar(c) || Character.isWhitespace(c);
  }

  @Provide
  Arbitrary<List<String>> spaces() {
    return Arbitraries.of("", " ", "  ", "\u00A0").list().ofSize(6);
  }

  /** Whatever white space stands between the tokens, each is found where it was put. */
  @Property(seed = "20", tries = 500)
  void findsTokensThatWereJoined(
      @ForAll("tokens") List<String> tokens, @ForAll("spaces") List<String> spaces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      text.append(spaces.get(i)).append(tokens.get(i));
    }
    Optional<AlignedText> aligned = AlignedText.align(text.toString(), tokens);
    assertTrue(aligned.isPresent(), () -> tokens + " in '" + text + "'");
    int end = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = aligned.get().tokens().get(i);
      assertEquals(tokens.get(i), token.text());
      assertEquals(end + spaces.get(i).length(), token.start());
      end = token.end();
    }
  }
}
