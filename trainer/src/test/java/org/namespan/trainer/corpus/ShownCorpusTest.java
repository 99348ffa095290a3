package org.namespan.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.namespan.model.tag.Span;

class ShownCorpusTest {

  private static final List<String> QUOTED = List.of("\"", "Obama", "\"", "left", "Berlin");

  private static Sentence shown(Sentence sentence) {
    return ShownCorpus.of(new Corpus("c", List.of(sentence), 0)).sentences().get(0);
  }

  @Test
  void holdsTheTokensThatAreShown() {
    Sentence shown = shown(new Sentence(QUOTED, List.of()));
    assertEquals(List.of("Obama", "left", "Berlin", ","), shown.tokens());
    Sentence whole = shown(new Sentence(List.of("W.", "left", "."), List.of()));
    assertEquals(List.of("J.", "left", "."), whole.tokens());
  }

  @Test
  void movesSpansAndLeavesOutThoseOfHiddenTokens() {
    List<Span> spans = List.of(new Span("per", 0, 2), new Span("art", 2, 3), new Span("geo", 4, 5));
    assertEquals(
        List.of(new Span("per", 0, 1), new Span("geo", 2, 3)),
        shown(new Sentence(QUOTED, spans)).spans());
  }

  @Test
  void keepsOpenTypesAndLinesOfWhatIsShown() {
    List<Set<String>> openTypes =
        List.of(Set.of("a"), Set.of("per"), Set.of(), Set.of("org"), Set.of("geo"));
    Optional<AlignedText> text = AlignedText.align("\"Obama\" left Berlin", QUOTED);
    assertTrue(text.isPresent());
    Sentence shown =
        shown(new Sentence(QUOTED, List.of(), openTypes, List.of(1, 2, 3, 5, 7), text));
    assertEquals(List.of(Set.of("per"), Set.of("org"), Set.of("geo"), Set.of()), shown.openTypes());
    assertEquals(List.of(2, 5, 7, 7), shown.lines());
    assertEquals(Optional.empty(), shown.text());
  }

  @Test
  void hasNoLinesWhereTheSentenceHasNone() {
    assertEquals(List.of(), shown(new Sentence(QUOTED, List.of())).lines());
  }

  @Test
  void givesTokensWithoutTheCommaBehindAFragment() {
    Corpus corpus =
        new Corpus(
            "c",
            List.of(
                new Sentence(QUOTED, List.of()),
                new Sentence(List.of("They", "left", ","), List.of())),
            0);
    assertEquals(
        List.of(List.of("Obama", "left", "Berlin"), List.of("They", "left", ",")),
        ShownCorpus.tokens(corpus));
  }

  @Test
  void theCommaOfASoftSentenceIsSurelyOutside() {
    int[][] labels = {{1}, {0, 1}, {1}};
    float[][] weights = {{1}, {0.25f, 0.75f}, {1}};
    SoftCorpus soft =
        new SoftCorpus(
            "c",
            List.of("B-per", "O"),
            List.of(new SoftSentence(List.of("\"", "Obama", "\""), labels, weights)));
    SoftCorpus shown = ShownCorpus.of(soft);
    assertEquals(List.of("B-per", "O"), shown.labels());
    SoftSentence sentence = shown.sentences().get(0);
    assertEquals(List.of("Obama", ","), sentence.tokens());
    assertArrayEquals(new int[][] {{0, 1}, {1}}, sentence.labels());
    assertArrayEquals(new float[][] {{0.25f, 0.75f}, {1}}, sentence.weights());
  }

  @Test
  void softLabelsGetOutsideWhereTheyLackIt() {
    int[][] labels = {{0}};
    float[][] weights = {{1}};
    SoftCorpus soft =
        new SoftCorpus(
            "c", List.of("B-per"), List.of(new SoftSentence(List.of("Obama"), labels, weights)));
    SoftCorpus shown = ShownCorpus.of(soft);
    assertEquals(List.of("B-per", "O"), shown.labels());
    assertArrayEquals(new int[][] {{0}, {1}}, shown.sentences().get(0).labels());
  }
}
