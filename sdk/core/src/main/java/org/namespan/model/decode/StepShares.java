package org.namespan.model.decode;

import java.util.Arrays;

/**
 * Transition scores raised to powers, each kind less its largest: shares from 0 to 1. What is
 * illegal has share 0. Labels stand at places of their own, such that most steps lead from one run
 * of places to another. Immutable.
 */
final class StepShares {

  /**
   * The smallest share, beside 0, that sums are formed with. The product of five is still a normal
   * double, so that a product is 0 only where a factor is.
   */
  static final double SMALLEST = 1e-60;

  final int labels;

  /** Per place its label. */
  final int[] order;

  /** Per label its place. */
  final int[] places;

  /** Per place, of the first label. */
  final double[] starts;

  /** The score of a start whose share is 1. */
  final double bestStart;

  /** Per place, of the last label. */
  final double[] ends;

  /** The score of an end whose share is 1. */
  final double bestEnd;

  /** {@code [places, places]}, of the steps from one to the other. */
  final double[][] steps;

  /** The score of a step whose share is 1. */
  final double bestStep;

  /** Steps to the labels outside spans and of first tokens, which the same ones may precede. */
  private final StepBlock block;

  private final StepBlock blockReversed;

  /** The steps inside spans, by where they lead to. */
  private final StepPairs inside;

  /** The steps inside spans, by where they come from. */
  private final StepPairs insideReversed;

  StepShares(Transitions transitions) {
    int[][] before = transitions.before.labels;
    labels = before.length;
    int[] from = before[0];
    for (int[] other : before) {
      from = other.length > from.length ? other : from;
    }
    boolean[] isTo = new boolean[labels];
    boolean[] isFrom = new boolean[labels];
    for (int y = 0; y < labels; y++) {
      isTo[y] = Arrays.equals(before[y], from);
    }
    for (int x : from) {
      isFrom[x] = true;
    }
    order = new int[labels];
    places = new int[labels];
    int to = put(isTo, isFrom, true, false, 0);
    int both = put(isTo, isFrom, true, true, to);
    int fromEnd = put(isTo, isFrom, false, true, both);
    put(isTo, isFrom, false, false, fromEnd);

    bestStart = max(transitions.starts);
    starts = shares(transitions.starts, bestStart);
    bestEnd = max(transitions.ends);
    ends = shares(transitions.ends, bestEnd);
    double best = Double.NEGATIVE_INFINITY;
    for (double[] scores : transitions.before.scores) {
      best = Math.max(best, max(scores));
    }
    bestStep = best;
    steps = new double[labels][labels];
    inside = new StepPairs(labels);
    insideReversed = new StepPairs(labels);
    for (int y = 0; y < labels; y++) {
      for (int i = 0; i < before[y].length; i++) {
        int x = places[before[y][i]];
        double share = Math.exp(transitions.before.scores[y][i] - best);
        steps[x][places[y]] = share;
        if (!isTo[y]) {
          inside.put(places[y], x, share);
          insideReversed.put(x, places[y], share);
        }
      }
    }
    double[][] rows = new double[fromEnd - to][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOf(steps[to + i], both);
    }
    block = new StepBlock(to, 0, rows);
    blockReversed = block.reversed();
  }

  /** Gives the next places to some of the labels; returns the place after them. */
  private int put(boolean[] isTo, boolean[] isFrom, boolean to, boolean from, int next) {
    int place = next;
    for (int y = 0; y < labels; y++) {
      if (isTo[y] == to && isFrom[y] == from) {
        order[place] = y;
        places[y] = place++;
      }
    }
    return place;
  }

  private static double max(double[] scores) {
    double max = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      max = Math.max(max, score);
    }
    return max;
  }

  private double[] shares(double[] scores, double best) {
    double[] shares = new double[labels];
    for (int i = 0; i < labels; i++) {
      shares[i] = Math.exp(scores[order[i]] - best);
    }
    return shares;
  }

  /** Whether no share of what is legal is too small to calculate with. */
  boolean areUsable(Transitions transitions) {
    boolean usable = areUsable(transitions.starts, bestStart);
    usable &= areUsable(transitions.ends, bestEnd);
    for (double[] scores : transitions.before.scores) {
      usable &= areUsable(scores, bestStep);
    }
    return usable;
  }

  private static boolean areUsable(double[] scores, double best) {
    boolean usable = true;
    for (double score : scores) {
      usable &= score == Double.NEGATIVE_INFINITY || Math.exp(score - best) >= SMALLEST;
    }
    return usable;
  }

  /**
   * Sets the sum of each place to what the steps to it bring.
   *
   * @param weights one per place, from {@code row} on
   * @param sums one per place, from {@code at} on
   */
  void forward(double[] weights, int row, double[] sums, int at) {
    inside.set(weights, row, sums, at);
    block.add(weights, row, sums, at);
  }

  /** As {@link #forward}, of the steps from it. */
  void backward(double[] weights, int row, double[] sums, int at) {
    insideReversed.set(weights, row, sums, at);
    blockReversed.add(weights, row, sums, at);
  }
}
