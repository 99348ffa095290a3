package org.namespan.model.decode;

import org.namespan.model.tag.TagSet;

/**
 * The Viterbi algorithm (Viterbi 1967, Error Bounds for Convolutional Codes): finds the best legal
 * tag path of a sentence, the one with the largest sum of emission and transition scores among
 * those whose transitions the tag scheme allows. Immutable, safe for use by many threads.
 */
public final class ViterbiDecoder {

  private final int labels;
  private final TransitionMatrix transitions;

  /** A decoder over the labels of a model without transition scores. */
  public ViterbiDecoder(TagSet tagSet) {
    this(tagSet, TransitionScores.zero(tagSet.size()));
  }

  /** A decoder over the labels of a model. */
  public ViterbiDecoder(TagSet tagSet, TransitionScores scores) {
    this.labels = tagSet.size();
    this.transitions = new TransitionMatrix(tagSet, scores);
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
      score[label] = transitions.startScores[label] + Lattice.finite(emissions[label]);
    }
    for (int t = 1; t < time; t++) {
      double[] swap = before;
      before = score;
      score = swap;
      for (int label = 0; label < labels; label++) {
        int[] allowed = transitions.into[label].labels;
        double[] steps = transitions.into[label].scores;
        double best = Double.NEGATIVE_INFINITY;
        int bestBefore = allowed[0];
        for (int i = 0; i < allowed.length; i++) {
          double reached = before[allowed[i]] + steps[i];
          if (reached > best) {
            best = reached;
            bestBefore = allowed[i];
          }
        }
        score[label] = best + Lattice.finite(emissions[t * labels + label]);
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
    int best = 0;
    for (int label = 1; label < labels; label++) {
      if (score[label] + transitions.endScores[label] > score[best] + transitions.endScores[best]) {
        best = label;
      }
    }
    return best;
  }
}
