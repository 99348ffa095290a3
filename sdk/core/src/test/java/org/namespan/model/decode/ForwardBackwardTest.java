package org.namespan.model.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.model.decode.Paths.Problem;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;

class ForwardBackwardTest {

  /** A problem, and which labels its tokens may have; null for all. */
  record Restricted(Problem problem, boolean[] allowed) {

    boolean allows(int[] path) {
      for (int t = 0; allowed != null && t < path.length; t++) {
        if (!allowed[t * problem.tagSet().size() + path[t]]) {
          return false;
        }
      }
      return true;
    }

    Lattice run() {
      return new ForwardBackward(problem.tagSet(), problem.transitions())
          .run(problem.emissions(), problem.time(), allowed);
    }
  }

  private static Lattice run(Problem problem) {
    return new Restricted(problem, null).run();
  }

  @Property(seed = "20", tries = 500)
  void isTheSumOverAllPaths(@ForAll("problems") Restricted restricted) {
    assertRight(restricted, 1e-9);
  }

  /** The best paths may begin with what looks impossible beside the best first label. */
  @Property(seed = "20", tries = 500)
  void isRightForScoresFarApart(@ForAll("steepProblems") Restricted restricted) {
    assertRight(restricted, 1e-6);
  }

  private static void assertRight(Restricted restricted, double delta) {
    Problem problem = restricted.problem();
    int labels = problem.tagSet().size();
    List<int[]> paths =
        Paths.legal(problem.tagSet(), problem.time()).stream().filter(restricted::allows).toList();
    if (paths.isEmpty()) {
      assertThrows(IllegalArgumentException.class, restricted::run);
      return;
    }
    double max = paths.stream().mapToDouble(problem::score).max().orElseThrow();
    double all = paths.stream().mapToDouble(path -> Math.exp(problem.score(path) - max)).sum();
    float[] marginals = new float[problem.time() * labels];
    TransitionCounts counts = new TransitionCounts(labels);
    for (int[] path : paths) {
      double share = Math.exp(problem.score(path) - max) / all;
      counts.starts()[path[0]] += share;
      counts.ends()[path[path.length - 1]] += share;
      for (int t = 0; t < path.length; t++) {
        marginals[t * labels + path[t]] += (float) share;
        if (t > 0) {
          counts.steps()[path[t - 1] * labels + path[t]] += share;
        }
      }
    }
    Lattice found = restricted.run();
    assertEquals(max + Math.log(all), found.logPartition(), delta);
    assertArrayEquals(marginals, found.marginals(), 1e-6f);
    TransitionCounts foundCounts = new TransitionCounts(labels);
    found.addExpectedCounts(1, foundCounts);
    assertSame(counts, foundCounts, delta);
  }

  private static void assertSame(TransitionCounts expected, TransitionCounts found, double delta) {
    assertArrayEquals(expected.starts(), found.starts(), delta);
    assertArrayEquals(expected.ends(), found.ends(), delta);
    assertArrayEquals(expected.steps(), found.steps(), delta);
  }

  /** Central differences; a step of 1/64 is exact in floats. */
  @Property(seed = "20", tries = 50)
  void logPartitionGrowsByMarginalsAndExpectedCounts(@ForAll("problems") Restricted restricted) {
    Problem problem = restricted.problem();
    if (Paths.legal(problem.tagSet(), problem.time()).stream().noneMatch(restricted::allows)) {
      return;
    }
    TransitionScores scores = problem.transitions();
    TransitionCounts counts = new TransitionCounts(problem.tagSet().size());
    Lattice lattice = restricted.run();
    lattice.addExpectedCounts(1, counts);
    float[] marginals = lattice.marginals();
    double[] exact = new double[marginals.length];
    Arrays.setAll(exact, i -> marginals[i]);
    assertArrayEquals(exact, slopes(restricted, problem.emissions()), 1e-4);
    assertArrayEquals(counts.starts(), slopes(restricted, scores.starts()), 1e-4);
    assertArrayEquals(counts.ends(), slopes(restricted, scores.ends()), 1e-4);
    assertArrayEquals(counts.steps(), slopes(restricted, scores.steps()), 1e-4);
  }

  private static double[] slopes(Restricted restricted, float[] scores) {
    double[] slopes = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      float score = scores[i];
      scores[i] = score + 1 / 64f;
      double above = restricted.run().logPartition();
      scores[i] = score - 1 / 64f;
      double below = restricted.run().logPartition();
      scores[i] = score;
      slopes[i] = (above - below) * 32;
    }
    return slopes;
  }

  @Test
  void countsThePathsOfALongSentence() {
    // Of IO every sequence is legal: with equal scores the sum is 2^time times their exponential.
    TagSet tagSet = TagSet.over(TagScheme.IO, Set.of("x"));
    int time = 10_000;
    float[] emissions = new float[time * 2];
    Arrays.fill(emissions, -80);
    TransitionScores scores =
        new TransitionScores(
            new float[] {3, 3}, new float[] {-5, -5}, new float[] {7.5f, 7.5f, 7.5f, 7.5f});
    Lattice lattice = run(new Problem(tagSet, scores, emissions, time));
    double expected = time * (Math.log(2) - 80) + 3 - 5 + (time - 1) * 7.5;
    assertEquals(expected, lattice.logPartition(), 1e-6);
    TransitionCounts counts = new TransitionCounts(2);
    lattice.addExpectedCounts(-2, counts);
    double step = -2 * (time - 1) / 4.;
    assertArrayEquals(new double[] {step, step, step, step}, counts.steps(), 1e-6);
    assertArrayEquals(new double[] {-1, -1}, counts.starts(), 1e-12);
    assertArrayEquals(new double[] {-1, -1}, counts.ends(), 1e-12);
  }

  /** Shares and logarithms are two ways to one result, on sentences too long to enumerate. */
  @ParameterizedTest
  @EnumSource
  void sharesAndLogarithmsAgreeOnALongSentence(TagScheme scheme) {
    Problem problem = random(scheme, 10_000, 10);
    TransitionMatrix transitions = new TransitionMatrix(problem.tagSet(), problem.transitions());
    Lattice lattice = run(problem);
    assertTrue(lattice instanceof ScaledLattice);
    Lattice logs = new LogLattice(transitions, problem.emissions(), problem.time(), null);
    assertEquals(logs.logPartition(), lattice.logPartition(), 1e-6);
    assertArrayEquals(logs.marginals(), lattice.marginals(), 1e-6f);
    TransitionCounts expected = new TransitionCounts(problem.tagSet().size());
    TransitionCounts found = new TransitionCounts(problem.tagSet().size());
    logs.addExpectedCounts(1, expected);
    lattice.addExpectedCounts(1, found);
    assertSame(expected, found, 1e-6);
  }

  @ParameterizedTest
  @ValueSource(floats = {1, 100, 1e4f, 1e30f, Float.MAX_VALUE})
  void isANumberForLongSentencesAndHugeScores(float size) {
    for (TagScheme scheme : TagScheme.values()) {
      Problem problem = random(scheme, 10_000, size);
      problem.emissions()[20] = Float.NaN;
      problem.emissions()[21] = Float.POSITIVE_INFINITY;
      problem.emissions()[220] = Float.NEGATIVE_INFINITY;
      int labels = problem.tagSet().size();
      Lattice lattice = run(problem);
      assertTrue(Double.isFinite(lattice.logPartition()));
      float[] marginals = lattice.marginals();
      for (int t = 0; t < problem.time(); t++) {
        double sum = 0;
        for (int y = 0; y < labels; y++) {
          assertTrue(marginals[t * labels + y] >= 0);
          sum += marginals[t * labels + y];
        }
        assertEquals(1, sum, 1e-6);
      }
      TransitionCounts counts = new TransitionCounts(labels);
      lattice.addExpectedCounts(1, counts);
      assertEquals(1, DoubleStream.of(counts.starts()).sum(), 1e-9);
      assertEquals(1, DoubleStream.of(counts.ends()).sum(), 1e-9);
      assertEquals(problem.time() - 1, DoubleStream.of(counts.steps()).sum(), 1e-6);
      for (int i = 0; i < labels * labels; i++) {
        assertTrue(problem.tagSet().mayFollow(i / labels, i % labels) || counts.steps()[i] == 0);
      }
    }
  }

  private static Problem random(TagScheme scheme, int time, float size) {
    TagSet tagSet = TagSet.over(scheme, Set.of("x", "y", "z"));
    int labels = tagSet.size();
    Random random = new Random(20);
    TransitionScores scores =
        new TransitionScores(
            floats(labels, size, random),
            floats(labels, size, random),
            floats(labels * labels, size, random));
    return new Problem(tagSet, scores, floats(time * labels, size, random), time);
  }

  private static float[] floats(int count, float size, Random random) {
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = (2 * random.nextFloat() - 1) * size;
    }
    return floats;
  }

  @ParameterizedTest
  @EnumSource
  void oneLabelPerTokenLeavesTheScoreOfThatPath(TagScheme scheme) {
    Problem problem = random(scheme, 200, 4);
    TagSet tagSet = problem.tagSet();
    int[] path = new ViterbiDecoder(tagSet, problem.transitions()).decode(problem.emissions(), 200);
    boolean[] allowed = new boolean[problem.emissions().length];
    for (int t = 0; t < path.length; t++) {
      allowed[t * tagSet.size() + path[t]] = true;
    }
    Lattice lattice = new Restricted(problem, allowed).run();
    assertEquals(problem.score(path), lattice.logPartition(), 1e-9);
  }

  /** However far the other labels lead until then. */
  @ParameterizedTest
  @ValueSource(floats = {-1, -50, -137, -650})
  void aPathThatFadesMayBeTheOnlyOneInTheEnd(float score) {
    TagSet tagSet = TagSet.over(TagScheme.BILOU, Set.of("x")); // O B I L U
    int time = 20;
    boolean[] allowed = new boolean[time * 5];
    float[] emissions = new float[time * 5];
    for (int t = 0; t < time; t++) {
      allowed[t * 5] = t < time - 1;
      int x = t == 0 ? 1 : t < time - 1 ? 2 : 3;
      allowed[t * 5 + x] = true;
      emissions[t * 5 + x] = score;
    }
    Lattice lattice = new Restricted(new Problem(tagSet, emissions, time), allowed).run();
    assertEquals(time * score, lattice.logPartition(), 1e-9);
    assertEquals(1, lattice.marginals()[1]);
    TransitionCounts counts = new TransitionCounts(5);
    lattice.addExpectedCounts(1, counts);
    assertEquals(time - 3, counts.steps()[2 * 5 + 2], 1e-9);
  }

  /** Messages back from them grow until they are infinite. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 100})
  void labelsThatNoPathReachesDoNoHarm(int time) {
    TagSet tagSet = TagSet.over(TagScheme.BIO, Set.of("x")); // O B I
    boolean[] allowed = new boolean[time * 3];
    float[] emissions = new float[time * 3];
    for (int t = 0; t < time; t++) {
      allowed[t * 3] = true;
      allowed[t * 3 + 2] = true;
      emissions[t * 3] = 2;
      emissions[t * 3 + 2] = 102;
    }
    Lattice lattice = new Restricted(new Problem(tagSet, emissions, time), allowed).run();
    assertEquals(2 * time, lattice.logPartition(), 1e-9);
    float[] marginals = lattice.marginals();
    for (int i = 0; i < marginals.length; i++) {
      assertEquals(i % 3 == 0 ? 1 : 0, marginals[i], 1e-6f);
    }
    TransitionCounts counts = new TransitionCounts(3);
    lattice.addExpectedCounts(1, counts);
    assertEquals(time - 1, counts.steps()[0], 1e-9);
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 1000})
  void saysWhereNoPathIsLeft(float far) {
    TagSet tagSet = TagSet.over(TagScheme.BILOU, Set.of("x")); // O B I L U
    float[] emissions = new float[2 * 5];
    emissions[0] = far;
    boolean[] none = new boolean[10];
    boolean[] orphan = {true, false, false, false, false, false, false, true, false, false};
    boolean[] open = {true, false, false, false, false, false, true, false, false, false};
    assertRefused("token", new Restricted(new Problem(tagSet, emissions, 2), none));
    assertRefused("up to token 2", new Restricted(new Problem(tagSet, emissions, 2), orphan));
    assertRefused("to the end", new Restricted(new Problem(tagSet, emissions, 2), open));
  }

  private static void assertRefused(String where, Restricted restricted) {
    String message = assertThrows(IllegalArgumentException.class, restricted::run).getMessage();
    assertTrue(message.contains("no legal path of 2 tokens") && message.contains(where), message);
  }

  @Test
  void refusesScoresThatDoNotFit() {
    TagSet tagSet = TagSet.over(TagScheme.BIO, Set.of("x"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ForwardBackward(tagSet, TransitionScores.zero(5)));
    float[] two = new float[2];
    assertThrows(
        IllegalArgumentException.class, () -> new TransitionScores(two, two, new float[3]));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TransitionScores(two, new float[3], new float[4]));
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> new TransitionScores(two, two, new float[] {0, 0, bad, 0}))
              .getMessage();
      assertTrue(message.contains("step score 3 is " + bad), message);
    }
  }

  @Provide
  Arbitrary<Restricted> problems() {
    return restricted(Arbitraries.integers().between(-300, 300).map(i -> i / 64f));
  }

  /** 138 is where shares end. */
  @Provide
  Arbitrary<Restricted> steepProblems() {
    return restricted(Arbitraries.of(0f, -1f, -60f, -130f, -140f, -800f, -2_000f, -5_000f));
  }

  private static Arbitrary<Restricted> restricted(Arbitrary<Float> score) {
    return Paths.problems(score)
        .flatMap(
            problem ->
                Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, true, false)
                            .list()
                            .ofSize(problem.emissions().length)
                            .withoutEdgeCases())
                    .as((all, mask) -> new Restricted(problem, all ? null : array(mask))));
  }

  private static boolean[] array(List<Boolean> boxed) {
    boolean[] array = new boolean[boxed.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = boxed.get(i);
    }
    return array;
  }
}
