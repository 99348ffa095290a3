package org.namespan.model.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.model.decode.Paths.Problem;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;

class ViterbiDecoderTest {

  private static int[] decode(Problem problem) {
    return new ViterbiDecoder(problem.tagSet(), problem.transitions())
        .decode(problem.emissions(), problem.time());
  }

  /** Scores are few and exact, so that many paths tie. */
  @Property(seed = "20", tries = 500)
  void findsTheBestLegalPath(@ForAll("problems") Problem problem) {
    int[] best = null;
    for (int[] path : Paths.legal(problem.tagSet(), problem.time())) {
      if (best == null || problem.score(path) > problem.score(best)) {
        best = path;
      }
    }
    int[] found = decode(problem);
    assertEquals(problem.score(best), problem.score(found));
    assertArrayEquals(best, found, "ties go to lower label ids at the end");
  }

  @Property(seed = "20", tries = 500)
  void everyPathIsLegalWhateverTheScores(@ForAll("wildProblems") Problem problem) {
    int[] path = decode(problem);
    assertEquals(problem.time(), path.length);
    assertTrue(Paths.isLegal(problem.tagSet(), path), () -> Arrays.toString(path));
  }

  /** A label's place among the outputs is the model's choice; O need not be the first. */
  @ParameterizedTest
  @ValueSource(floats = {Float.NEGATIVE_INFINITY, Float.NaN, Float.POSITIVE_INFINITY, 0})
  void isLegalInAnyOrderOfLabels(float score) {
    for (String labels : new String[] {"I-x B-x O", "I-x O B-x", "B-x I-x O"}) {
      TagSet tagSet =
          new TagSet(
              TagScheme.BIO,
              Arrays.stream(labels.split(" ")).map(t -> Tag.parse(t, TagScheme.BIO)).toList());
      float[] emissions = new float[4 * 3];
      Arrays.fill(emissions, score);
      assertTrue(Paths.isLegal(tagSet, decode(new Problem(tagSet, emissions, 4))), labels);
    }
  }

  @Test
  void prefersALegalPathToOneThatScoresMore() {
    TagSet tagSet = TagSet.over(TagScheme.BIO, Set.of("x"));
    float[] orphan = {0, -5, 9, 9, 0, 0}; // I-x O would be best
    assertArrayEquals(new int[] {0, 0}, decode(new Problem(tagSet, orphan, 2)));
  }

  @ParameterizedTest
  @EnumSource
  void anEmptySentenceHasAnEmptyPath(TagScheme scheme) {
    TagSet tagSet = TagSet.over(scheme, Set.of("x"));
    assertEquals(0, decode(new Problem(tagSet, new float[0], 0)).length);
  }

  @ParameterizedTest
  @EnumSource
  void laterTokensOfALongSentenceCountInFull(TagScheme scheme) {
    TagSet tagSet = TagSet.over(scheme, Set.of("x", "y"));
    int time = 200_000;
    float[] emissions = new float[time * tagSet.size()];
    Random random = new Random(20);
    int[] expected = new int[time];
    for (int t = 0; t < time; t++) {
      Arrays.fill(emissions, t * tagSet.size(), (t + 1) * tagSet.size(), -1e4f);
      int wanted = pick(tagSet, t == 0 ? -1 : expected[t - 1], t == time - 1, random);
      expected[t] = wanted;
      // Beside a sum of 2e9, a float would not see this difference.
      emissions[t * tagSet.size() + wanted] = -1e4f + 0.01f;
    }
    assertArrayEquals(expected, decode(new Problem(tagSet, emissions, time)));
  }

  private static int pick(TagSet tagSet, int previous, boolean last, Random random) {
    while (true) {
      int label = random.nextInt(tagSet.size());
      boolean mayStand = previous < 0 ? tagSet.mayStart(label) : tagSet.mayFollow(previous, label);
      if (mayStand && (!last || tagSet.mayEnd(label))) {
        return label;
      }
    }
  }

  @Provide
  Arbitrary<Problem> problems() {
    return Paths.problems(Arbitraries.integers().between(-4, 4).map(i -> i / 4f));
  }

  @Provide
  Arbitrary<Problem> wildProblems() {
    return Paths.problems(
        Arbitraries.oneOf(
            Arbitraries.of(
                Float.NaN,
                Float.NEGATIVE_INFINITY,
                Float.POSITIVE_INFINITY,
                Float.MAX_VALUE,
                -Float.MAX_VALUE,
                0f),
            Arbitraries.floats()));
  }
}
