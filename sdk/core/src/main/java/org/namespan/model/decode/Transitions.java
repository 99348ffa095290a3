package org.namespan.model.decode;

import java.util.Arrays;
import org.namespan.model.tag.TagSet;

/**
 * What every pass over a sentence asks: each label's legal neighbours, and what it scores to go
 * from one to the other. What is illegal stays so whatever its score. Immutable.
 */
final class Transitions {

  /** For each label those that it may follow. */
  final Neighbours before;

  /** For each label those that may follow it. */
  final Neighbours after;

  /** Score of each label as the first; negative infinity where it may not be. */
  final double[] starts;

  /** Score of each label as the last; negative infinity where it may not be. */
  final double[] ends;

  Transitions(TagSet tagSet, TransitionScores scores) {
    int size = tagSet.size();
    if (scores.labels() != size) {
      throw new IllegalArgumentException(
          "transition scores of " + scores.labels() + " labels, expected " + size);
    }
    before = new Neighbours(tagSet, scores, true);
    after = new Neighbours(tagSet, scores, false);
    starts = new double[size];
    ends = new double[size];
    for (int label = 0; label < size; label++) {
      starts[label] = tagSet.mayStart(label) ? scores.starts()[label] : Double.NEGATIVE_INFINITY;
      ends[label] = tagSet.mayEnd(label) ? scores.ends()[label] : Double.NEGATIVE_INFINITY;
    }
  }

  /** The legal neighbours of each label on one side. */
  static final class Neighbours {

    /** Per label its neighbours, ascending. */
    final int[][] labels;

    /** Per label and neighbour the score of the step between them. */
    final double[][] scores;

    private Neighbours(TagSet tagSet, TransitionScores given, boolean before) {
      int size = tagSet.size();
      labels = new int[size][];
      scores = new double[size][];
      for (int label = 0; label < size; label++) {
        int[] found = new int[size];
        double[] steps = new double[size];
        int count = 0;
        for (int other = 0; other < size; other++) {
          int from = before ? other : label;
          int to = before ? label : other;
          if (tagSet.mayFollow(from, to)) {
            found[count] = other;
            steps[count++] = given.steps()[from * size + to];
          }
        }
        labels[label] = Arrays.copyOf(found, count);
        scores[label] = Arrays.copyOf(steps, count);
      }
    }
  }

  /**
   * An emission score that can be added up over any sentence: infinite ones become the largest
   * float of their sign, NaN the lowest, so that no legal path is worse than an illegal one.
   */
  static double finite(float emission) {
    return emission > -Float.MAX_VALUE ? Math.min(emission, Float.MAX_VALUE) : -Float.MAX_VALUE;
  }
}
