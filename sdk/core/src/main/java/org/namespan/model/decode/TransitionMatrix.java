package org.namespan.model.decode;

import java.util.Arrays;
import org.namespan.model.tag.TagSet;

/**
 * The transition scores of a model under its tag scheme, and their weights, which are the
 * exponentials of the scores. A transition that the scheme forbids scores negative infinity and
 * weighs 0, whatever the model says. Immutable.
 */
final class TransitionMatrix {

  /** Number of labels. */
  final int labels;

  /** Of each label as the first, {@code [labels]}. */
  final double[] startScores;

  final double[] startWeights;

  /** Of each label as the last, {@code [labels]}. */
  final double[] endScores;

  final double[] endWeights;

  /** From the row's label to the column's, {@code [labels, labels]}. */
  final double[][] scores;

  final double[][] weights;

  /** From the column's label to the row's, {@code [labels, labels]}. */
  final double[][] transposedWeights;

  /** For each label the legal transitions into it. */
  final Arcs[] into;

  /** For each label the legal transitions out of it. */
  final Arcs[] outOf;

  /**
   * @throws IllegalArgumentException if the scores are not of as many labels as the tag set has
   */
  TransitionMatrix(TagSet tagSet, TransitionScores given) {
    labels = tagSet.size();
    if (given.labels() != labels) {
      throw new IllegalArgumentException(
          "transition scores of " + given.labels() + " labels, expected " + labels);
    }
    startScores = new double[labels];
    endScores = new double[labels];
    scores = new double[labels][labels];
    double[][] transposed = new double[labels][labels];
    for (int x = 0; x < labels; x++) {
      startScores[x] = tagSet.mayStart(x) ? given.starts()[x] : Double.NEGATIVE_INFINITY;
      endScores[x] = tagSet.mayEnd(x) ? given.ends()[x] : Double.NEGATIVE_INFINITY;
      for (int y = 0; y < labels; y++) {
        boolean legal = tagSet.mayFollow(x, y);
        scores[x][y] = legal ? given.steps()[x * labels + y] : Double.NEGATIVE_INFINITY;
        transposed[y][x] = scores[x][y];
      }
    }
    startWeights = weights(startScores);
    endWeights = weights(endScores);
    weights = new double[labels][];
    transposedWeights = new double[labels][];
    into = new Arcs[labels];
    outOf = new Arcs[labels];
    for (int y = 0; y < labels; y++) {
      weights[y] = weights(scores[y]);
      transposedWeights[y] = weights(transposed[y]);
      into[y] = new Arcs(transposed[y]);
      outOf[y] = new Arcs(scores[y]);
    }
  }

  private static double[] weights(double[] scores) {
    double[] weights = new double[scores.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(scores[i]);
    }
    return weights;
  }

  /** The legal transitions into one label, or out of it. Immutable. */
  static final class Arcs {

    /** The label at the other end of each, ascending. */
    final int[] labels;

    /** The score of each. */
    final double[] scores;

    /**
     * @param row the scores of all labels at the other end
     */
    private Arcs(double[] row) {
      int[] others = new int[row.length];
      double[] legal = new double[row.length];
      int count = 0;
      for (int other = 0; other < row.length; other++) {
        if (row[other] != Double.NEGATIVE_INFINITY) {
          others[count] = other;
          legal[count++] = row[other];
        }
      }
      labels = Arrays.copyOf(others, count);
      scores = Arrays.copyOf(legal, count);
    }
  }
}
