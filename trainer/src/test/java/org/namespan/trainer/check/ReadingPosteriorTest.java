package org.namespan.trainer.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.namespan.model.ModelMetadata;
import org.namespan.model.decode.TransitionScores;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.WordCase;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;
import org.namespan.model.text.TextModels;

class ReadingPosteriorTest {

  static ModelMetadata metadata(TagScheme scheme, Set<String> types) {
    return new ModelMetadata(
        TagSet.over(scheme, types),
        new FeatureRecipe(WordCase.LOWER, true, List.of()),
        List.of("a"),
        TextModels.whitespace(),
        Map.of());
  }

  /** The sum over every legal path, one by one. */
  @Property(tries = 60)
  void agreesWithTheSumOverAllPaths(@ForAll long seed) {
    Random random = new Random(seed);
    TagScheme scheme = random.nextBoolean() ? TagScheme.BIO : TagScheme.BILOU;
    ModelMetadata metadata = metadata(scheme, Set.of("geo", "per"));
    TagSet tagSet = metadata.tagSet();
    int labels = tagSet.size();
    int time = 1 + random.nextInt(scheme == TagScheme.BIO ? 5 : 4);
    float[] emissions = new float[time * labels];
    for (int i = 0; i < emissions.length; i++) {
      emissions[i] = 2 * (float) random.nextGaussian();
    }
    int start = random.nextInt(time);
    int end = start + 1 + random.nextInt(time - start);
    List<Span> spans = new ArrayList<>();
    for (int t = start; t < end; ) {
      int until = t + 1 + random.nextInt(end - t);
      if (random.nextBoolean()) {
        spans.add(new Span(random.nextBoolean() ? "per" : "geo", t, until));
      }
      t = until;
    }
    double all = 0;
    double fitting = 0;
    for (int[] path : paths(tagSet, time)) {
      double score = 0;
      for (int t = 0; t < time; t++) {
        score += emissions[t * labels + path[t]];
      }
      all += Math.exp(score);
      List<Span> found = new ArrayList<>();
      boolean within = true;
      for (Span span : scheme.decode(tagSet.tags(path))) {
        if (span.start() < end && span.end() > start) {
          found.add(span);
          within &= span.start() >= start && span.end() <= end;
        }
      }
      fitting += within && found.equals(spans) ? Math.exp(score) : 0;
    }
    ReadingPosterior posterior = new ReadingPosterior(metadata);
    double logPartition = posterior.logPartition(emissions, time);
    assertEquals(Math.log(all), logPartition, 1e-4);
    assertEquals(
        fitting / all,
        posterior.probability(emissions, time, start, end, spans, logPartition),
        1e-4);
  }

  private static List<int[]> paths(TagSet tagSet, int time) {
    List<int[]> paths = new ArrayList<>();
    extend(tagSet, new int[time], 0, paths);
    return paths;
  }

  private static void extend(TagSet tagSet, int[] path, int t, List<int[]> paths) {
    for (int y = 0; y < tagSet.size(); y++) {
      boolean legal = t == 0 ? tagSet.mayStart(y) : tagSet.mayFollow(path[t - 1], y);
      if (legal) {
        path[t] = y;
        if (t + 1 < path.length) {
          extend(tagSet, path, t + 1, paths);
        } else if (tagSet.mayEnd(y)) {
          paths.add(path.clone());
        }
      }
    }
  }

  /** Transition scores count like emissions. */
  @Property(tries = 5)
  void transitionsAreScored(@ForAll long seed) {
    ModelMetadata plain = metadata(TagScheme.BIO, Set.of("per"));
    float[] start = {0, (float) new Random(seed).nextGaussian(), 0};
    ModelMetadata scored =
        plain.withTransitions(new TransitionScores(start, new float[3], new float[9]));
    float[] none = new float[3];
    float[] same = start.clone();
    Span span = new Span("per", 0, 1);
    ReadingPosterior a = new ReadingPosterior(scored);
    ReadingPosterior b = new ReadingPosterior(plain);
    assertEquals(
        b.probability(same, 1, 0, 1, List.of(span), b.logPartition(same, 1)),
        a.probability(none, 1, 0, 1, List.of(span), a.logPartition(none, 1)),
        1e-6);
  }
}
