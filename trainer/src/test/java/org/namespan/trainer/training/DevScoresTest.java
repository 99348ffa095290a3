package org.namespan.trainer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namespan.model.decode.TransitionScores;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;

class DevScoresTest {

  /**
   * Two sentences of one token, an x and none. Best paths find both right or, where {@code wrong},
   * an x in each: F1 is 1, or 2/3 by hand. The second column says how sure of the gold x the scores
   * are.
   */
  @ParameterizedTest
  @CsvSource({
    // 0.9 is more than half of 1.
    "false, 0.9, 0.5, 1",
    // Right as 0.4 may be, it is less: nothing would be found.
    "false, 0.4, 0, 1",
    // The wrong x, of 0.32, is left out by half of 2/3.
    "true, 0.9, 0.333, 1",
    // Both are.
    "true, 0.33, 0, 0.6667"
  })
  void reportsFromHalfTheF1OnWhereThatIsBetter(
      boolean wrong, double sure, double minScore, double f1) {
    TagSet tagSet = TagSet.over(TagScheme.BIO, Set.of("x", "y", "z"));
    Corpus gold =
        new Corpus(
            "gold.conll",
            List.of(
                new Sentence(List.of("a."), List.of(new Span("x", 0, 1))),
                new Sentence(List.of("b."), List.of())),
            0);
    List<float[]> emissions =
        List.of(
            emissions(tagSet, sure, (1 - sure) / 3),
            wrong ? emissions(tagSet, 0.32, 0.226) : emissions(tagSet, 0.1, 0.7));
    DevScores scores =
        DevScores.better(emissions, gold, tagSet, TransitionScores.zero(tagSet.size()));
    assertEquals(minScore, scores.minScore());
    assertEquals(f1, scores.f1(), 5e-5);
  }

  /** Of one token: x, O, and the rest of 1 shared by y and z. */
  private static float[] emissions(TagSet tagSet, double x, double outside) {
    float[] emissions = new float[tagSet.size()];
    Arrays.fill(emissions, (float) Math.log(1e-9));
    double rest = (1 - x - outside) / 2;
    emissions[tagSet.id(new Tag('B', "x"))] = (float) Math.log(x);
    emissions[tagSet.id(Tag.OUTSIDE)] = (float) Math.log(outside);
    emissions[tagSet.id(new Tag('B', "y"))] = (float) Math.log(rest);
    emissions[tagSet.id(new Tag('B', "z"))] = (float) Math.log(rest);
    return emissions;
  }
}
