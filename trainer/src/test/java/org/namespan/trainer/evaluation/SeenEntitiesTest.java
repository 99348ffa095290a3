package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.namespan.trainer.evaluation.Tags.bio;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.namespan.internal.tag.Tag;
import org.namespan.internal.tag.TagScheme;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;

class SeenEntitiesTest {

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
        TRAINING.score(gold, gold.sentences().stream().map(Sentence::tags).toList());
    assertEquals(new SeenScores(new Scores(1, 1, 1), new Scores(4, 4, 4)), scores);
  }

  @Test
  void predictedSpansStandOnTheirOwnSide() {
    Corpus gold = corpus(sentence("Anna Berg met Oslo Lind", "B-per I-per O B-per I-per"));
    // Anna Berg found; Oslo taken for the place of the training data; Lind for a new one
    SeenScores scores = TRAINING.score(gold, List.of(bio("B-per I-per O B-geo B-geo")));
    assertEquals(new SeenScores(new Scores(1, 2, 1), new Scores(0, 1, 1)), scores);
  }

  @Test
  void bothSidesAddUpToAll() {
    Corpus gold =
        corpus(
            sentence("Oslo is far from Anna", "B-geo O O O B-per"),
            sentence("Anna Berg lives in Anna", "B-per I-per O O B-geo"));
    List<List<Tag>> predicted = List.of(bio("B-geo O O O O"), bio("B-per O O O B-geo"));
    Evaluation evaluation = new Evaluation();
    evaluation.add(gold.sentences().get(0).tags(), predicted.get(0));
    evaluation.add(gold.sentences().get(1).tags(), predicted.get(1));
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

  @Test
  void refusesTagsOfAnotherCorpus() {
    Corpus gold = corpus(sentence("Oslo", "B-geo"));
    assertThrows(IllegalArgumentException.class, () -> TRAINING.score(gold, List.of()));
  }

  private static Corpus corpus(Sentence... sentences) {
    return new Corpus("written", List.of(sentences), 0);
  }

  private static Sentence sentence(String tokens, String tags) {
    return new Sentence(List.of(tokens.split(" ")), Tags.parse(tags, TagScheme.BIO), 0);
  }
}
