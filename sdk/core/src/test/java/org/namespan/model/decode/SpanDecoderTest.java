package org.namespan.model.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.model.decode.Paths.Problem;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;

class SpanDecoderTest {

  private static List<ScoredSpan> decode(Problem problem, double minProbability) {
    return new SpanDecoder(problem.tagSet(), problem.transitions(), minProbability)
        .decode(problem.emissions(), problem.time());
  }

  /** The probability of every span that some legal path holds, by adding up paths. */
  private static Map<Span, Double> probabilities(Problem problem) {
    TagSet tagSet = problem.tagSet();
    List<int[]> paths = Paths.legal(tagSet, problem.time());
    double max = paths.stream().mapToDouble(problem::score).max().orElseThrow();
    double all = paths.stream().mapToDouble(path -> Math.exp(problem.score(path) - max)).sum();
    Map<Span, Double> probabilities = new HashMap<>();
    for (int[] path : paths) {
      double share = Math.exp(problem.score(path) - max) / all;
      for (Span span : tagSet.scheme().decode(tagSet.tags(path))) {
        probabilities.merge(span, share, Double::sum);
      }
    }
    return probabilities;
  }

  @Property(seed = "30", tries = 300)
  void withoutSmallestProbabilityIsTheBestPath(@ForAll("problems") Problem problem) {
    TagSet tagSet = problem.tagSet();
    Map<Span, Double> probabilities = probabilities(problem);
    int[] best =
        new ViterbiDecoder(tagSet, problem.transitions())
            .decode(problem.emissions(), problem.time());
    List<ScoredSpan> decoded = decode(problem, 0);
    assertEquals(
        tagSet.scheme().decode(tagSet.tags(best)), decoded.stream().map(ScoredSpan::span).toList());
    for (ScoredSpan scored : decoded) {
      assertEquals(probabilities.get(scored.span()), scored.probability(), 1e-9);
    }
  }

  @Property(seed = "30", tries = 500)
  void choosesTheSetWithTheLargestGain(
      @ForAll("problems") Problem problem,
      @ForAll @DoubleRange(min = 0.02, max = 0.9) double minProbability) {
    Map<Span, Double> probabilities = probabilities(problem);
    List<Span> spans = new ArrayList<>(probabilities.keySet());
    double largest = largestGain(spans, 0, new ArrayList<>(), probabilities, minProbability);
    double gain = 0;
    int from = 0;
    for (ScoredSpan scored : decode(problem, minProbability)) {
      assertTrue(scored.span().start() >= from, "in text order, none overlapping");
      from = scored.span().end();
      assertEquals(probabilities.get(scored.span()), scored.probability(), 1e-9);
      assertTrue(scored.probability() > minProbability);
      gain += scored.probability() - minProbability;
    }
    assertEquals(largest, gain, 1e-9);
  }

  @Property(seed = "31", tries = 300)
  void forgetsTheSentencesBefore(@ForAll("problems") Problem problem) {
    SpanDecoder decoder = new SpanDecoder(problem.tagSet(), problem.transitions(), 0.3);
    List<List<Object>> first = decoded(decoder, problem);
    int labels = problem.tagSet().size();
    float[] longer = new float[(problem.time() + 3) * labels];
    for (int i = 0; i < longer.length; i++) {
      longer[i] = i * 7 % 5;
    }
    decoder.decode(longer, problem.time() + 3);
    decoder.decode(Arrays.copyOf(longer, labels), 1);
    assertEquals(first, decoded(decoder, problem));
  }

  private static List<List<Object>> decoded(SpanDecoder decoder, Problem problem) {
    return decoder.decode(problem.emissions(), problem.time()).stream()
        .map(scored -> List.<Object>of(scored.span(), scored.probability()))
        .toList();
  }

  private static double largestGain(
      List<Span> spans, int next, List<Span> chosen, Map<Span, Double> probabilities, double min) {
    if (next == spans.size()) {
      return chosen.stream().mapToDouble(span -> probabilities.get(span) - min).sum();
    }
    Span span = spans.get(next);
    double without = largestGain(spans, next + 1, chosen, probabilities, min);
    // Those that gain nothing are in no best set.
    if (probabilities.get(span) <= min
        || chosen.stream().anyMatch(s -> s.start() < span.end() && span.start() < s.end())) {
      return without;
    }
    chosen.add(span);
    double with = largestGain(spans, next + 1, chosen, probabilities, min);
    chosen.remove(chosen.size() - 1);
    return Math.max(with, without);
  }

  @Test
  void tradesRecallForPrecision() {
    // O or a span of one token at each of two tokens: likely 0.8 and 0.3.
    TagSet tagSet = TagSet.over(TagScheme.BIO, Set.of("x"));
    float[] emissions = new float[2 * 3];
    int begin = tagSet.id(tagSet.tags().get(1));
    assertEquals("B-x", tagSet.labels().get(begin));
    int inside = 3 - begin;
    emissions[begin] = (float) Math.log(4);
    emissions[3 + begin] = (float) Math.log(3 / 7.0);
    emissions[inside] = -100;
    emissions[3 + inside] = -100;
    Problem problem = new Problem(tagSet, emissions, 2);
    Span sure = new Span("x", 0, 1);
    Span unsure = new Span("x", 1, 2);
    assertEquals(List.of(sure, unsure), spans(problem, 0.29));
    assertEquals(List.of(sure), spans(problem, 0.31));
    assertEquals(List.of(sure), spans(problem, 0.79));
    assertEquals(List.of(), spans(problem, 0.81));
    assertEquals(List.of(sure), spans(problem, 0));
    assertEquals(0.8, decode(problem, 0.5).get(0).probability(), 1e-6);
  }

  private static List<Span> spans(Problem problem, double minProbability) {
    return decode(problem, minProbability).stream().map(ScoredSpan::span).toList();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.4, 0.9})
  void findsASpanOfAnyLength(double minProbability) {
    TagSet tagSet = TagSet.over(TagScheme.BILOU, Set.of("x", "y"));
    int time = 20_000;
    Span span = new Span("x", 0, time);
    float[] emissions = new float[time * tagSet.size()];
    Arrays.fill(emissions, -50);
    var tags = TagScheme.BILOU.encode(List.of(span), time);
    for (int t = 0; t < time; t++) {
      emissions[t * tagSet.size() + tagSet.id(tags.get(t))] = 0;
    }
    assertEquals(List.of(span), spans(new Problem(tagSet, emissions, time), minProbability));
  }

  @Test
  void followsFewSpansAtATimeWhereManyAreAsLikely() {
    // All paths alike: no long span is likely, though each token is nearly surely in one. Followed
    // to the end they would be 20,000,000,000.
    TagSet tagSet = TagSet.over(TagScheme.BIO, Set.of("x"));
    int time = 200_000;
    Problem problem = new Problem(tagSet, new float[time * 3], time);
    List<ScoredSpan> decoded =
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> decode(problem, 0.05));
    assertTrue(!decoded.isEmpty());
    assertTrue(decoded.stream().allMatch(scored -> scored.probability() > 0.05));
  }

  @Test
  void anEmptySentenceHasNoSpan() {
    TagSet tagSet = TagSet.over(TagScheme.BIO, Set.of("x"));
    for (double min : new double[] {0, 0.4}) {
      assertEquals(
          List.of(),
          new SpanDecoder(tagSet, TransitionScores.zero(3), min).decode(new float[0], 0));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void refusesWhatIsNoProbability(double minProbability) {
    TagSet tagSet = TagSet.over(TagScheme.BIO, Set.of("x"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SpanDecoder(tagSet, TransitionScores.zero(3), minProbability));
  }

  @Provide
  Arbitrary<Problem> problems() {
    return Paths.problems(Arbitraries.integers().between(-300, 300).map(i -> i / 100f));
  }
}
