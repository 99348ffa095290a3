package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.namespan.trainer.evaluation.MatchScheme.EXACT;
import static org.namespan.trainer.evaluation.MatchScheme.PARTIAL;
import static org.namespan.trainer.evaluation.MatchScheme.STRICT;
import static org.namespan.trainer.evaluation.MatchScheme.TYPE;
import static org.namespan.trainer.evaluation.Tags.spans;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.Sentence;

class MatchScoresTest {

  private static ComparedSentence sentence(String gold, String predicted) {
    int length = gold.split(" ").length;
    return ComparedSentence.of(
        new Sentence(Collections.nCopies(length, "word"), spans(gold)), spans(predicted));
  }

  private static MatchCounts count(MatchScheme scheme, ComparedSentence... sentences) {
    return MatchScores.of(List.of(sentences), scheme).overall();
  }

  /**
   * The scenarios of nervaluate's documentation in the order in which it names them; its table of
   * counts has the first of them twice.
   */
  @ParameterizedTest
  @CsvSource({
    "TYPE, 3, 2, 0, 0.5",
    "PARTIAL, 3, 0, 2, 0.6666666666666666",
    "EXACT, 3, 2, 0, 0.5",
    "STRICT, 2, 3, 0, 0.3333333333333333"
  })
  void countsAsPublished(
      MatchScheme scheme, long correct, long incorrect, long partial, double score) {
    MatchCounts counts =
        count(
            scheme,
            sentence("B-drug", "B-drug"),
            sentence("B-drug", "B-drug"),
            sentence("O", "B-brand"),
            sentence("B-brand", "O"),
            sentence("B-drug", "B-brand"),
            sentence("O B-drug", "B-drug I-drug"),
            sentence("O B-group", "B-drug I-drug"));
    assertEquals(new MatchCounts(correct, incorrect, partial, 1, 1), counts);
    assertEquals(6, counts.possible());
    assertEquals(6, counts.actual());
    assertEquals(score, counts.precision(), 1e-15);
    assertEquals(score, counts.recall(), 1e-15);
    assertEquals(score, counts.f1(), 1e-15);
  }

  /** The predicted span is taken for one gold span alone. */
  @Test
  void missesTheSecondOfTwoUnderOneSpan() {
    ComparedSentence two = sentence("B-x B-y", "B-y I-y");
    assertEquals(new MatchCounts(0, 1, 0, 1, 0), count(STRICT, two));
    assertEquals(new MatchCounts(0, 1, 0, 1, 0), count(EXACT, two));
    assertEquals(new MatchCounts(0, 0, 1, 1, 0), count(PARTIAL, two));
    // Here it is taken for the one of its own type, not for the first one.
    MatchScores type = MatchScores.of(List.of(two), TYPE);
    assertEquals(new MatchCounts(1, 0, 0, 1, 0), type.overall());
    assertEquals(new MatchCounts(0, 0, 0, 1, 0), type.perType().get("x"));
    assertEquals(new MatchCounts(1, 0, 0, 0, 0), type.perType().get("y"));
  }

  @Test
  void takesTheNearestOfItsType() {
    ComparedSentence two = sentence("B-x B-x I-x B-y", "B-x I-x I-x I-x");
    assertEquals(
        new SpanPair(new Span("x", 1, 3), new Span("x", 0, 4)), SpanPair.of(two, TYPE).get(0));
    assertEquals(
        new SpanPair(new Span("x", 0, 1), new Span("x", 0, 4)), SpanPair.of(two, STRICT).get(0));
  }

  @Test
  void countsTheSecondOfTwoOverOneSpanAsSpurious() {
    ComparedSentence two = sentence("B-x I-x", "B-x B-y");
    assertEquals(new MatchCounts(0, 1, 0, 0, 1), count(STRICT, two));
    assertEquals(new MatchCounts(1, 0, 0, 0, 1), count(TYPE, two));
    assertEquals(0.5, count(TYPE, two).precision());
    assertEquals(1, count(TYPE, two).recall());
    assertEquals(2 / 3.0, count(TYPE, two).f1(), 1e-15);
    MatchScores strict = MatchScores.of(List.of(two), STRICT);
    assertEquals(new MatchCounts(0, 0, 0, 0, 1), strict.perType().get("y"));
  }

  @Test
  void scoresNothingAsNothing() {
    MatchCounts none = count(STRICT, sentence("O", "O"));
    assertEquals(new MatchCounts(0, 0, 0, 0, 0), none);
    assertEquals(0, none.precision() + none.recall() + none.f1());
  }

  /** One predicted span is not scored, the other one settles which of two types gold has. */
  @Test
  void leavesOutWhatIsOpen() {
    Sentence open =
        new Sentence(List.of("a", "b"), spans("O B-x"))
            .withSpans(spans("O B-x"), List.of(Set.of("z"), Set.of("y")));
    ComparedSentence compared = ComparedSentence.of(open, spans("B-z B-y"));
    assertEquals(new MatchCounts(1, 0, 0, 0, 0), count(STRICT, compared));
  }

  @ParameterizedTest
  @EnumSource
  void agreesWithTheNaiveCountOnGeneratedFiles(MatchScheme scheme) {
    Random random = new Random(7);
    for (int file = 0; file < 1000; file++) {
      NaiveMatching naive = new NaiveMatching(scheme);
      Evaluation evaluation = new Evaluation();
      List<ComparedSentence> corpus = RandomSpans.corpus(random);
      for (ComparedSentence each : corpus) {
        naive.sentence(each.gold(), each.predicted());
        evaluation.add(each.sentence(), each.predicted());
      }
      MatchScores scores = MatchScores.of(corpus, scheme);
      assertEquals(naive.scores(), scores);
      EvaluationResult conlleval = evaluation.result();
      assertEquals(conlleval.overall().support(), scores.overall().possible());
      assertEquals(conlleval.overall().predicted(), scores.overall().actual());
      if (scheme == STRICT) {
        assertEquals(conlleval.overall().truePositives(), scores.overall().correct());
        assertEquals(conlleval.overall().f1(), scores.overall().f1());
      } else {
        assertTrue(scores.overall().f1() >= conlleval.overall().f1());
      }
    }
  }
}
