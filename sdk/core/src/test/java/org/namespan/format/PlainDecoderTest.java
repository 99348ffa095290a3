package org.namespan.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.namespan.model.MetadataCodec;
import org.namespan.model.ModelMetadata;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.model.decode.ScoredSpan;
import org.namespan.model.decode.TransitionScores;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.WordCase;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;
import org.namespan.model.text.TextModels;

/** The page tells how scores become spans: in every scheme, by path and by probability. */
class PlainDecoderTest {

  private static final FeatureRecipe RECIPE = new FeatureRecipe(WordCase.KEEP, false, List.of());

  @Property(tries = 2000, seed = "4")
  void findsTheSpansThatTheLibraryFinds(
      @ForAll TagScheme scheme,
      @ForAll @IntRange(min = 1, max = 9) int time,
      @ForAll boolean transitions,
      @ForAll boolean byProbability,
      @ForAll boolean calibrated,
      @ForAll long seed) {
    Random random = new Random(seed);
    TagSet tagSet = TagSet.over(scheme, Set.of("geo", "new-geo"));
    int labels = tagSet.size();
    TransitionScores scores =
        transitions
            ? new TransitionScores(
                numbers(random, labels), numbers(random, labels), numbers(random, labels * labels))
            : TransitionScores.zero(labels);
    ModelMetadata metadata =
        new ModelMetadata(tagSet, RECIPE, List.of(), TextModels.whitespace(), Map.of())
            .withTransitions(scores)
            .withMinScore(byProbability ? 0.05 + 0.5 * random.nextDouble() : 0)
            .withCalibration(
                calibrated
                    ? new ScoreCalibration(
                        0.2f + 2 * random.nextFloat(), (float) random.nextGaussian())
                    : ScoreCalibration.NONE);
    float[][] emissions = new float[time][];
    float[] rows = new float[time * labels];
    for (int t = 0; t < time; t++) {
      emissions[t] = numbers(random, labels);
      if (random.nextInt(10) == 0) {
        emissions[t][random.nextInt(labels)] =
            random.nextBoolean() ? Float.NaN : Float.NEGATIVE_INFINITY;
      }
      System.arraycopy(emissions[t], 0, rows, t * labels, labels);
    }
    List<ScoredSpan> expected = metadata.spanDecoder().decode(rows, time);
    List<PlainDecoder.Span> found =
        new PlainDecoder(new PlainMetadata(MetadataCodec.toEntries(metadata))).spans(emissions);
    assertEquals(
        expected.stream().map(ScoredSpan::span).map(Object::toString).toList(),
        found.stream()
            .map(s -> "Span[type=" + s.type() + ", start=" + s.start() + ", end=" + s.end() + "]")
            .toList());
    for (int i = 0; i < found.size(); i++) {
      double score = metadata.calibration().score(expected.get(i).probability());
      assertEquals(score, found.get(i).score(), 1e-6);
    }
  }

  private static float[] numbers(Random random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (2 * random.nextGaussian());
    }
    return numbers;
  }
}
