package org.namespan.model.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.namespan.model.decode.Paths.Problem;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;

class SpanPosteriorTest {

  /** The lattice of a problem, and the posterior of its model. */
  private record Posterior(SpanPosterior spans, Lattice lattice) {
    double probability(Span span) {
      return spans.probability(lattice, span);
    }
  }

  private static Posterior posterior(Problem problem) {
    return new Posterior(
        new SpanPosterior(problem.tagSet()),
        new ForwardBackward(problem.tagSet(), problem.transitions())
            .run(problem.emissions(), problem.time()));
  }

  @Property(seed = "20", tries = 300)
  void isTheShareOfThePathsThatHoldTheSpan(@ForAll("problems") Problem problem) {
    assertSharesRight(problem, 1e-9);
  }

  /** The best paths may begin with what looks impossible beside the best first label. */
  @Property(seed = "20", tries = 300)
  void isRightForScoresFarApart(@ForAll("steepProblems") Problem problem) {
    assertSharesRight(problem, 1e-6);
  }

  private static void assertSharesRight(Problem problem, double delta) {
    TagSet tagSet = problem.tagSet();
    List<int[]> paths = Paths.legal(tagSet, problem.time());
    double max = paths.stream().mapToDouble(problem::score).max().orElseThrow();
    double all = paths.stream().mapToDouble(path -> Math.exp(problem.score(path) - max)).sum();
    Posterior posterior = posterior(problem);
    for (String type : tagSet.types()) {
      for (int start = 0; start < problem.time(); start++) {
        for (int end = start + 1; end <= problem.time(); end++) {
          Span span = new Span(type, start, end);
          double holding =
              paths.stream()
                  .filter(path -> tagSet.scheme().decode(tagSet.tags(path)).contains(span))
                  .mapToDouble(path -> Math.exp(problem.score(path) - max))
                  .sum();
          assertEquals(holding / all, posterior.probability(span), delta, span::toString);
        }
      }
    }
  }

  @Test
  void countsEveryWayToWriteASpan() {
    // In IOB1 the second of two x spans begins with B-x, a lone one with I-x.
    TagSet tagSet = TagSet.over(TagScheme.IOB1, Set.of("x"));
    float[] even = new float[2 * 3];
    // Legal: O O, O I, I O, I I, I B; the last token is a span of its own in O I and I B.
    assertEquals(
        0.4, posterior(new Problem(tagSet, even, 2)).probability(new Span("x", 1, 2)), 1e-12);
  }

  @ParameterizedTest
  @EnumSource
  void isANumberForLongSentencesAndExtremeScores(TagScheme scheme) {
    TagSet tagSet = TagSet.over(scheme, new TreeSet<>(Set.of("x", "y", "z")));
    int time = 5_000;
    Random random = new Random(20);
    for (float size : new float[] {1, 1e3f, 1e30f, Float.MAX_VALUE, Float.POSITIVE_INFINITY}) {
      float[] emissions = new float[time * tagSet.size()];
      for (int i = 0; i < emissions.length; i++) {
        emissions[i] = (2 * random.nextFloat() - 1) * size;
      }
      emissions[77] = Float.NaN;
      Problem problem = new Problem(tagSet, emissions, time);
      Posterior posterior = posterior(problem);
      int[] path = new ViterbiDecoder(tagSet).decode(emissions, time);
      List<Span> spans = scheme.decode(tagSet.tags(path));
      assertTrue(!spans.isEmpty());
      for (Span span : spans) {
        double probability = posterior.probability(span);
        assertTrue(probability >= 0 && probability <= 1, span + " " + probability);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesNotFadeInALongSentence(TagScheme scheme) {
    // Two spans that the scores leave no doubt of, in 5,000 tokens that hold none.
    TagSet tagSet = TagSet.over(scheme, Set.of("x"));
    int time = 5_000;
    float[] emissions = new float[time * tagSet.size()];
    List<Span> spans = List.of(new Span("x", 0, 2), new Span("x", 4_990, 5_000));
    for (int t = 0; t < time; t++) {
      Arrays.fill(emissions, t * tagSet.size(), (t + 1) * tagSet.size(), -50);
    }
    var tags = scheme.encode(spans, time);
    for (int t = 0; t < time; t++) {
      emissions[t * tagSet.size() + tagSet.id(tags.get(t))] = 0;
    }
    Posterior posterior = posterior(new Problem(tagSet, emissions, time));
    for (Span span : spans) {
      assertEquals(1, posterior.probability(span), 1e-9);
    }
    assertEquals(0, posterior.probability(new Span("x", 1, 2)), 1e-9);
  }

  @Provide
  Arbitrary<Problem> problems() {
    return Paths.problems(Arbitraries.integers().between(-300, 300).map(i -> i / 100f));
  }

  @Provide
  Arbitrary<Problem> steepProblems() {
    return Paths.problems(Arbitraries.of(0f, -1f, -50f, -800f, -2_000f, -5_000f));
  }
}
