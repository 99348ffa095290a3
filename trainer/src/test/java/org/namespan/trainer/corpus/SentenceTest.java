package org.namespan.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.TagScheme;

class SentenceTest {

  private static final List<String> TOKENS = List.of("a", "b", "c");

  private static void assertRefused(List<String> tokens, Span... spans) {
    assertThrows(IllegalArgumentException.class, () -> new Sentence(tokens, List.of(spans)));
  }

  @Test
  void writesItsSpansInAnyScheme() {
    Sentence sentence =
        new Sentence(
            List.of("Ann", "Berg", "in", "Oslo"),
            List.of(new Span("per", 0, 2), new Span("geo", 3, 4)));
    assertEquals("[B-per, I-per, O, B-geo]", sentence.tags(TagScheme.BIO).toString());
    assertEquals("[B-per, L-per, O, U-geo]", sentence.tags(TagScheme.BILOU).toString());
  }

  @Provide
  Arbitrary<Sentence> sentences() {
    return CorpusArbitraries.sentences(CorpusArbitraries.tokens());
  }

  @Property(seed = "20", tries = 300)
  void tagsHoldTheSpans(@ForAll("sentences") Sentence sentence) {
    for (TagScheme scheme : List.of(TagScheme.IOB1, TagScheme.BIO, TagScheme.BILOU)) {
      assertEquals(sentence.spans(), scheme.decode(sentence.tags(scheme)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\tb", "a\nb", "a\rb", "\0", "\uD83D"})
  void refusesWhatIsNoToken(String token) {
    assertRefused(List.of("a", token));
  }

  @Test
  void refusesSpansThatDoNotFit() {
    assertRefused(List.of());
    assertRefused(TOKENS, new Span("x", 2, 4));
    assertRefused(TOKENS, new Span("x", 0, 2), new Span("y", 1, 3));
    assertRefused(TOKENS, new Span("x", 2, 3), new Span("y", 0, 1));
    new Sentence(TOKENS, List.of(new Span("x", 0, 1), new Span("x", 1, 3)));
  }

  @Test
  void knowsTheLineOfEachToken() {
    assertEquals(0, new Sentence(TOKENS, List.of()).line(2));
    assertEquals(9, Sentence.of(TOKENS, List.of(), 7).line(2));
    Sentence sentence =
        new Sentence(TOKENS, List.of(), List.of(), List.of(3, 5, 6), Optional.empty());
    assertEquals(3, sentence.line());
    assertEquals(5, sentence.line(1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Sentence(TOKENS, List.of(), List.of(), List.of(3, 5), Optional.empty()));
  }

  @Test
  void openTypesAreThoseOfTokensOrOfWholeSpans() {
    Sentence plain = Sentence.of(List.of("a", "b"), List.of(new Span("per", 0, 1)), 0);
    List<Set<String>> good = new ArrayList<>(List.of(Set.of(), Set.of("tim")));
    Sentence sentence = plain.withSpans(plain.spans(), good);
    good.set(1, Set.of());
    assertEquals(Set.of("tim"), sentence.openTypes(1));
    assertThrows(UnsupportedOperationException.class, () -> sentence.openTypes(1).add("other"));
    for (List<Set<String>> bad :
        List.of(
            List.of(Set.of("per"), Set.<String>of()),
            List.of(Set.of("tim")),
            List.of(Set.<String>of(), Set.of("tim"), Set.<String>of()))) {
      assertThrows(IllegalArgumentException.class, () -> plain.withSpans(plain.spans(), bad));
    }
    List<Span> whole = List.of(new Span("per", 0, 2));
    Set<String> others = Set.of("geo", "gpe");
    assertEquals(others, plain.withSpans(whole, List.of(others, others)).openTypes(1));
    assertThrows(
        IllegalArgumentException.class,
        () -> plain.withSpans(whole, List.of(others, Set.of("geo"))));
    assertEquals(plain, plain.withSpans(plain.spans(), List.of(Set.of(), Set.of())));
    assertNotEquals(plain, sentence);
  }
}
