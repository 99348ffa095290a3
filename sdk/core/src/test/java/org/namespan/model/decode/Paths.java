package org.namespan.model.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;

/** Small decoding problems, and every legal path of one. */
final class Paths {

  private Paths() {}

  /** Emissions {@code [time, labels]} over a tag set, and transition scores. */
  record Problem(TagSet tagSet, TransitionScores transitions, float[] emissions, int time) {

    /** A problem without transition scores. */
    Problem(TagSet tagSet, float[] emissions, int time) {
      this(tagSet, TransitionScores.zero(tagSet.size()), emissions, time);
    }

    /** Sum of the path's scores, first token first. */
    double score(int[] path) {
      double sum = transitions.starts()[path[0]];
      for (int t = 0; t < path.length; t++) {
        sum += t == 0 ? 0 : transitions.steps()[path[t - 1] * tagSet.size() + path[t]];
        sum += emissions[t * tagSet.size() + path[t]];
      }
      return sum + transitions.ends()[path[path.length - 1]];
    }
  }

  static boolean isLegal(TagSet tagSet, int[] path) {
    boolean legal =
        path.length == 0 || tagSet.mayStart(path[0]) && tagSet.mayEnd(path[path.length - 1]);
    for (int t = 1; t < path.length; t++) {
      legal &= tagSet.mayFollow(path[t - 1], path[t]);
    }
    return legal;
  }

  /** All legal paths, those with lower label ids at the end first. */
  static List<int[]> legal(TagSet tagSet, int time) {
    List<int[]> paths = new ArrayList<>();
    int[] path = new int[time];
    addAll(tagSet, path, time - 1, paths);
    return paths;
  }

  private static void addAll(TagSet tagSet, int[] path, int t, List<int[]> paths) {
    if (t < 0) {
      if (isLegal(tagSet, path)) {
        paths.add(path.clone());
      }
      return;
    }
    for (int label = 0; label < tagSet.size(); label++) {
      path[t] = label;
      addAll(tagSet, path, t - 1, paths);
    }
  }

  static Arbitrary<TagSet> tagSets() {
    return Combinators.combine(
            Arbitraries.of(TagScheme.class),
            Arbitraries.of(Set.of("x"), Set.of("x", "y"), Set.<String>of()))
        .as(TagSet::over);
  }

  /**
   * Problems with few paths, whose scores are {@code score}, every other one without transition
   * scores.
   */
  static Arbitrary<Problem> problems(Arbitrary<Float> score) {
    return tagSets()
        .flatMap(
            tagSet ->
                Combinators.combine(
                        Arbitraries.integers().between(1, tagSet.size() > 5 ? 4 : 5),
                        Arbitraries.of(true, false))
                    .flatAs((time, bare) -> problem(tagSet, time, score, bare)));
  }

  private static Arbitrary<Problem> problem(
      TagSet tagSet, int time, Arbitrary<Float> score, boolean bare) {
    int labels = tagSet.size();
    Arbitrary<float[]> emissions = floats(score, time * labels);
    if (bare) {
      return emissions.map(scores -> new Problem(tagSet, scores, time));
    }
    Arbitrary<Float> finite = score.filter(Float::isFinite);
    return Combinators.combine(
            floats(finite, labels), floats(finite, labels), floats(finite, labels * labels))
        .as(TransitionScores::new)
        .flatMap(given -> emissions.map(scores -> new Problem(tagSet, given, scores, time)));
  }

  private static Arbitrary<float[]> floats(Arbitrary<Float> score, int size) {
    return score
        .array(Float[].class)
        .ofSize(size)
        .withoutEdgeCases()
        .map(
            boxed -> {
              float[] floats = new float[boxed.length];
              for (int i = 0; i < boxed.length; i++) {
                floats[i] = boxed[i];
              }
              return floats;
            });
  }
}
