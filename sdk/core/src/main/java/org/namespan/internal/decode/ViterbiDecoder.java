package org.namespan.internal.decode;

import org.namespan.internal.tag.TagSet;

/**
 * Finds the best legal tag path of a sentence: the one with the largest sum of emission scores
 * among those whose transitions the tag scheme allows (Viterbi 1967). Immutable, safe for use by
 * many threads.
 */
public final class ViterbiDecoder {

  private final TagSet tagSet;
  private final int labels;
  private final int[][] allowedBefore;

  /** A decoder over the labels of a model. */
  public ViterbiDecoder(TagSet tagSet) {
    this.tagSet = tagSet;
    this.labels = tagSet.size();
    this.allowedBefore = Transitions.before(tagSet);
  }

  /**
   * The label ids of the best legal path. Among equal paths the one with lower label ids at the end
   * wins.
   *
   * @param emissions log-scores {@code [time, labels]}, row after row; whatever they are, NaN too,
   *     the path is legal
   * @param time tokens in the sentence; 0 gives an empty path
   */
  public int[] decode(float[] emissions, int time) {
    int[] path = new int[time];
    if (time == 0) {
      return path;
    }
    int[] backPointers = new int[time * labels];
    double[] score = new double[labels];
    double[] before = new double[labels];
    for (int label = 0; label < labels; label++) {
      score[label] =
          tagSet.mayStart(label) ? Transitions.finite(emissions[label]) : Double.NEGATIVE_INFINITY;
    }
    for (int t = 1; t < time; t++) {
      double[] swap = before;
      before = score;
      score = swap;
      for (int label = 0; label < labels; label++) {
        double best = Double.NEGATIVE_INFINITY;
        int bestBefore = allowedBefore[label][0];
        for (int previous : allowedBefore[label]) {
          if (before[previous] > best) {
            best = before[previous];
            bestBefore = previous;
          }
        }
        score[label] = best + Transitions.finite(emissions[t * labels + label]);
        backPointers[t * labels + label] = bestBefore;
      }
    }
    path[time - 1] = bestEnd(score);
    for (int t = time - 1; t > 0; t--) {
      path[t - 1] = backPointers[t * labels + path[t]];
    }
    return path;
  }

  private int bestEnd(double[] score) {
    int best = -1;
    for (int label = 0; label < labels; label++) {
      if (tagSet.mayEnd(label) && (best < 0 || score[label] > score[best])) {
        best = label;
      }
    }
    return best;
  }
}
