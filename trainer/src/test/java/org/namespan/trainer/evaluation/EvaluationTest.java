package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.namespan.trainer.evaluation.Tags.bio;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.corpus.Sentence;

class EvaluationTest {

  @Test
  void agreesWithTheExampleInSeqevalsReadme() {
    EvaluationResult result = Tags.seqevalReadme();
    assertEquals(2, result.sentences());
    assertEquals(10, result.tokens());
    assertEquals(0.8, result.tokenAccuracy());
    assertEquals(new Scores(1, 2, 2), result.overall());
    assertEquals(0.5, result.overall().f1());
    assertEquals(Map.of("MISC", new Scores(0, 1, 1), "PER", new Scores(1, 1, 1)), result.perType());
    assertEquals(0.5, result.macroF1());
    assertEquals(result.overall(), result.strict());
    assertEquals(result.perType(), result.strictPerType());
  }

  @Test
  void agreesWithTheStrictExampleInSeqevalsReadme() {
    EvaluationResult result = Tags.evaluate(TagScheme.BIO, "B-NP I-NP O", "I-NP I-NP O");
    assertEquals(1, result.overall().f1());
    assertEquals(0, result.strict().f1());
    assertEquals(new Scores(0, 0, 1), result.strict());
  }

  @Test
  void agreesWithTheAveragesInSeqevalsTests() {
    EvaluationResult result = Tags.evaluate(TagScheme.BIO, "B-A B-B O B-A", "O B-B B-C B-A");
    assertEquals(
        Map.of("A", new Scores(1, 1, 2), "B", new Scores(1, 1, 1), "C", new Scores(0, 1, 0)),
        result.perType());
    assertEquals(2.0 / 3, result.overall().precision());
    assertEquals(2.0 / 3, result.overall().recall());
    assertEquals(2.0 / 3, result.overall().f1());
    assertEquals(2.0 / 3, result.macroPrecision(), 1e-15);
    assertEquals(0.5, result.macroRecall(), 1e-15);
    assertEquals(5.0 / 9, result.macroF1(), 1e-15);
  }

  @Test
  void tableIsSortedByType() {
    EvaluationResult result = Tags.evaluate(TagScheme.BIO, "B-z B-a B-m", "O O O");
    assertEquals(List.of("a", "m", "z"), List.copyOf(result.perType().keySet()));
  }

  @Test
  void spansEndWithTheirSentence() {
    Evaluation evaluation = new Evaluation();
    evaluation.add(bio("O B-per"), bio("O B-per"));
    evaluation.add(bio("B-per O"), bio("I-per O"));
    assertEquals(new Scores(2, 2, 2), evaluation.result().overall());
    assertEquals(new Scores(1, 1, 2), evaluation.result().strict());
  }

  @Test
  void nothingAddedScoresZero() {
    EvaluationResult result = new Evaluation().result();
    assertEquals(0, result.tokens());
    assertEquals(0, result.tokenAccuracy());
    assertEquals(new Scores(0, 0, 0), result.overall());
    assertEquals(0, result.macroF1());
    assertEquals(Map.of(), result.confusion().rows());
  }

  @Test
  void emptySentenceCountsAsSentence() {
    Evaluation evaluation = new Evaluation();
    evaluation.add(List.of(), List.of());
    assertEquals(1, evaluation.result().sentences());
    assertEquals(0, evaluation.result().tokens());
  }

  @Test
  void onlyOutsideTokensAreAccurateButFindNothing() {
    EvaluationResult result = Tags.evaluate(TagScheme.BIO, "O O", "O O");
    assertEquals(1, result.tokenAccuracy());
    assertEquals(0, result.overall().f1());
  }

  /** Spans are scored as the tags that write them, open types included. */
  @Test
  void spansScoreAsTheirTags() {
    List<Set<String>> open =
        List.of(Set.of(), Set.of(), Set.of(), Set.of("geo"), Set.of("geo", "per"));
    Evaluation ofTags = new Evaluation();
    ofTags.add(bio("B-per I-per B-per O O"), open, bio("B-per B-per B-per B-geo B-tim"));
    Evaluation ofSpans = new Evaluation();
    Sentence gold =
        new Sentence(List.of("a", "b", "c", "d", "e"), List.of())
            .withSpans(Tags.spans("B-per I-per B-per O O"), open);
    ofSpans.add(gold, Tags.spans("B-per B-per B-per B-geo B-tim"));
    assertEquals(ofTags.result(), ofSpans.result());
    assertEquals(new Scores(1, 4, 2), ofSpans.result().strict());
  }

  @Test
  void refusesSentencesOfDifferentLengths() {
    Evaluation evaluation = new Evaluation();
    assertThrows(
        IllegalArgumentException.class, () -> evaluation.add(bio("O O"), bio("O O B-per")));
    Sentence gold = new Sentence(List.of("a", "b"), List.of());
    assertThrows(
        IllegalArgumentException.class, () -> evaluation.add(gold, Tags.spans("O O B-per")));
    assertEquals(0, evaluation.result().sentences());
  }

  @Test
  void resultStaysWhenMoreIsAdded() {
    Evaluation evaluation = new Evaluation();
    evaluation.add(bio("B-per"), bio("B-per"));
    EvaluationResult before = evaluation.result();
    evaluation.add(bio("B-per"), bio("B-geo"));
    assertEquals(Map.of("per", new Scores(1, 1, 1)), before.perType());
    assertEquals(Map.of("per", Map.of("per", 1L)), before.confusion().rows());
  }
}
