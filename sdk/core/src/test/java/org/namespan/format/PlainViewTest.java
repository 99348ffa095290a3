package org.namespan.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.tag.Span;
import org.namespan.model.text.CleanText;
import org.namespan.model.text.Token;

/** The page tells what the network is shown of any tokens, and where spans lead back to. */
class PlainViewTest {

  private static final List<List<String>> USUAL = List.of(List.of("Obama", "said", ":", "No", "."));

  /** The page's examples. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\" Obama !! \" | Obama !",
        "They met ( Berlin ) . | They met Berlin .",
        "Obama | Obama ,"
      })
  void showsWhatThePageSays(String example) {
    String[] sides = example.split(" \\| ");
    PlainView view = new PlainView(List.of(sides[0].split(" ")), t -> false);
    assertEquals(List.of(sides[1].split(" ")), view.shown());
  }

  @Property(tries = 3000, seed = "31")
  void showsWhatTheLibraryShows(
      @ForAll("sentences") List<String> tokens, @ForAll List<Boolean> blanks) {
    StringBuilder text = new StringBuilder();
    List<int[]> places = new ArrayList<>();
    for (int t = 0; t < tokens.size(); t++) {
      text.append(t < blanks.size() && blanks.get(t) ? " " : "");
      places.add(new int[] {text.length(), text.length() + tokens.get(t).length()});
      text.append(tokens.get(t));
    }
    String source = text.toString();
    List<Token> sentence =
        places.stream().map(place -> new Token(source, place[0], place[1])).toList();
    assertSame(
        SentenceView.of(sentence),
        new PlainView(tokens, t -> places.get(t - 1)[1] == places.get(t)[0]));
    assertSame(SentenceView.ofTokens(tokens), new PlainView(tokens, t -> false));
  }

  private static void assertSame(SentenceView expected, PlainView found) {
    assertEquals(expected.tokens(), found.shown());
    for (int start = 0; start < expected.size(); start++) {
      for (int end = start + 1; end <= expected.size(); end++) {
        Span restored = expected.restore(new Span("per", start, end));
        assertEquals(
            restored == null
                ? List.of()
                : List.of(new PlainDecoder.Span("per", restored.start(), restored.end(), 0.5)),
            found.restore(List.of(new PlainDecoder.Span("per", start, end, 0.5))));
      }
    }
  }

  /** Of a few words, so that pairs of any length stand beside each other. */
  @Property(tries = 5000, seed = "34")
  void hidesWhatTheLibraryHides(@ForAll("bracketed") List<String> tokens) {
    assertSame(SentenceView.ofTokens(tokens), new PlainView(tokens, t -> false));
  }

  @Property(tries = 20_000, seed = "32")
  void showsATokenAsTheLibraryDoes(@ForAll("tokens") String token) {
    assertEquals(CleanText.ofToken(token), PlainClean.of(token));
    assertEquals(libraryShown(token), shown(token));
  }

  private static String libraryShown(String token) {
    return SentenceView.ofTokens(List.of(token)).token(0);
  }

  private static String shown(String token) {
    return new PlainView(List.of(token), t -> false).shown().get(0);
  }

  /** All code points, with others before them and without. */
  @ParameterizedTest
  @ValueSource(strings = {"", "e", "\u2600", "\u0915"})
  void showsACharacterAsTheLibraryDoes(String before) {
    for (int c = 1; c < 0xF0000; c++) {
      if (c < 0xE0000 && !Character.isDefined(c) || Character.isIdeographic(c)) {
        continue;
      }
      String token = before + Character.toString(c);
      assertEquals(CleanText.ofToken(token), PlainClean.of(token), "U+" + Integer.toHexString(c));
      assertEquals(libraryShown(token), shown(token), "U+" + Integer.toHexString(c));
    }
  }

  @Provide
  Arbitrary<String> tokens() {
    return OddTexts.tokens();
  }

  @Provide
  Arbitrary<List<String>> bracketed() {
    return Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.of("Obama", "left", "a")),
            Tuple.of(3, Arbitraries.of("(", ")", "[", "}")),
            Tuple.of(1, Arbitraries.of("\"", "'")))
        .list()
        .ofMaxSize(20);
  }

  @Provide
  Arbitrary<List<String>> sentences() {
    return OddTexts.sentences(USUAL);
  }
}
