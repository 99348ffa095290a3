package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.Sentence;

/** Predictions are right, wrong or not scored as an {@link Evaluation} has them. */
class ScoredPredictionTest {

  private static final List<String> TYPES = List.of("per", "geo", "gpe");

  private static Sentence sentence(List<Span> spans, List<Set<String>> open) {
    List<String> tokens = Collections.nCopies(open.size(), "x");
    return new Sentence(tokens, spans).withSpans(spans, open);
  }

  /** The first is right as the other of two types, the second is open, the third is wrong. */
  @Test
  void byHand() {
    Sentence gold =
        sentence(
            List.of(new Span("geo", 0, 2)),
            List.of(Set.of("gpe"), Set.of("gpe"), Set.of("per"), Set.of()));
    assertEquals(
        List.of(new ScoredPrediction(0.9, true), new ScoredPrediction(0.7, false)),
        ScoredPrediction.of(
            gold,
            List.of(new Span("gpe", 0, 2), new Span("per", 2, 3), new Span("per", 3, 4)),
            List.of(0.9, 0.8, 0.7)));
  }

  @Property(seed = "51", tries = 500)
  void countsAreThoseOfAnEvaluation(@ForAll long seed) {
    Random random = new Random(seed);
    int length = 1 + random.nextInt(8);
    List<Span> goldSpans = spans(random, length);
    List<Set<String>> open = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      open.add(random.nextBoolean() ? Set.of() : Set.of(TYPES.get(random.nextInt(3))));
    }
    for (Span span : goldSpans) {
      Set<String> first = open.get(span.start());
      Set<String> others = first.contains(span.type()) ? Set.of() : first;
      Collections.fill(open.subList(span.start(), span.end()), others);
    }
    Sentence gold = sentence(goldSpans, open);
    List<Span> predicted = spans(random, length);
    List<Double> scores = new ArrayList<>();
    predicted.forEach(span -> scores.add(random.nextDouble()));
    List<ScoredPrediction> predictions = ScoredPrediction.of(gold, predicted, scores);
    Evaluation evaluation = new Evaluation();
    evaluation.add(gold, predicted);
    Scores expected = evaluation.result().overall();
    assertEquals(expected.predicted(), predictions.size());
    assertEquals(
        expected.truePositives(), predictions.stream().filter(ScoredPrediction::right).count());
  }

  private static List<Span> spans(Random random, int length) {
    List<Span> spans = new ArrayList<>();
    for (int start = 0; start < length; start++) {
      int end = start + 1 + random.nextInt(2);
      if (random.nextBoolean() && end <= length) {
        spans.add(new Span(TYPES.get(random.nextInt(3)), start, end));
        start = end - 1;
      }
    }
    return spans;
  }
}
