package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.namespan.trainer.evaluation.Tags.spans;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.corpus.TypeMap;

class SeenEntitiesTest {

  @TempDir private Path folder;

  private static final SeenEntities TRAINING =
      new SeenEntities(corpus(sentence("Anna Berg in Oslo", "B-per I-per O B-geo")));

  @Test
  void seenIsSameTypeAndSameTokens() {
    // seen: per Anna Berg; unseen: per Anna, per ANNA BERG, geo Berg, org Oslo
    Corpus gold =
        corpus(
            sentence("Anna Berg and Anna", "B-per I-per O B-per"),
            sentence("ANNA BERG met Berg of Oslo", "B-per I-per O B-geo O B-org"));
    SeenScores scores =
        TRAINING.score(gold, gold.sentences().stream().map(Sentence::spans).toList());
    assertEquals(new SeenScores(new Scores(1, 1, 1), new Scores(4, 4, 4)), scores);
  }

  @Test
  void predictedSpansStandOnTheirOwnSide() {
    Corpus gold = corpus(sentence("Anna Berg met Oslo Lind", "B-per I-per O B-per I-per"));
    // Anna Berg found; Oslo taken for the place of the training data; Lind for a new one
    SeenScores scores = TRAINING.score(gold, List.of(spans("B-per I-per O B-geo B-geo")));
    assertEquals(new SeenScores(new Scores(1, 2, 1), new Scores(0, 1, 1)), scores);
  }

  @Test
  void bothSidesAddUpToAll() {
    Corpus gold =
        corpus(
            sentence("Oslo is far from Anna", "B-geo O O O B-per"),
            sentence("Anna Berg lives in Anna", "B-per I-per O O B-geo"));
    List<List<Span>> predicted = List.of(spans("B-geo O O O O"), spans("B-per O O O B-geo"));
    Evaluation evaluation = new Evaluation();
    evaluation.add(gold.sentences().get(0), predicted.get(0));
    evaluation.add(gold.sentences().get(1), predicted.get(1));
    SeenScores scores = TRAINING.score(gold, predicted);
    Scores seen = scores.seen();
    Scores unseen = scores.unseen();
    assertEquals(
        evaluation.result().overall(),
        new Scores(
            seen.truePositives() + unseen.truePositives(),
            seen.predicted() + unseen.predicted(),
            seen.support() + unseen.support()));
    assertEquals(new Scores(1, 1, 2), seen);
  }

  /** Oslo is known as geo; where gold leaves geo open, neither side counts them. */
  @Test
  void whatGoldLeavesOpenIsOnNeitherSide() {
    List<Set<String>> open = List.of(Set.of(), Set.of("geo"), Set.of("per"), Set.of("geo"));
    List<String> tokens = List.of("Oslo", "Oslo", "Oslo", "Rome");
    Corpus gold =
        corpus(new Sentence(tokens, spans("B-geo O O O")).withSpans(spans("B-geo O O O"), open));
    SeenScores scores = TRAINING.score(gold, List.of(spans("B-geo B-geo B-geo B-geo")));
    assertEquals(new SeenScores(new Scores(1, 2, 1), new Scores(0, 0, 0)), scores);
  }

  @Test
  void mapOfTheModelNamesItsTrainingEntities() throws IOException {
    Path map = Files.writeString(folder.resolve("model.map"), "per = person\ngeo = O\n");
    SeenEntities training =
        new SeenEntities(
            corpus(sentence("Anna Berg in Oslo", "B-per I-per O B-geo")), TypeMap.read(map));
    Corpus gold = corpus(sentence("Anna Berg", "B-person I-person"), sentence("Oslo", "B-geo"));
    SeenScores scores =
        training.score(gold, gold.sentences().stream().map(Sentence::spans).toList());
    assertEquals(new SeenScores(new Scores(1, 1, 1), new Scores(1, 1, 1)), scores);
    Path half = Files.writeString(folder.resolve("half.map"), "per = person\n");
    CorpusException e =
        assertThrows(
            CorpusException.class,
            () -> new SeenEntities(corpus(sentence("Oslo", "B-geo")), TypeMap.read(half)));
    assertTrue(e.getMessage().contains("no rule for 'geo'"), e.getMessage());
  }

  @Test
  void refusesSpansOfAnotherCorpus() {
    Corpus gold = corpus(sentence("Oslo", "B-geo"));
    assertThrows(IllegalArgumentException.class, () -> TRAINING.score(gold, List.of()));
  }

  private static Corpus corpus(Sentence... sentences) {
    return new Corpus("written", List.of(sentences), 0);
  }

  private static Sentence sentence(String tokens, String tags) {
    return new Sentence(List.of(tokens.split(" ")), spans(tags));
  }
}
