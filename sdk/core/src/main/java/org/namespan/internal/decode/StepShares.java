package org.namespan.internal.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Transition scores raised to powers, each kind less its largest: shares from 0 to 1. What is
 * illegal has share 0. Immutable.
 */
final class StepShares {

  /**
   * The smallest share, beside 0, that sums are formed with. The product of five is still a normal
   * double, so that a product is 0 only where a factor is.
   */
  static final double SMALLEST = 1e-60;

  /** Steps from which on a block is worth its loops. */
  private static final int SMALLEST_BLOCK = 64;

  final int labels;

  /** {@code [labels]}, of the first label. */
  final double[] starts;

  /** The score of a start whose share is 1. */
  final double bestStart;

  /** {@code [labels]}, of the last label. */
  final double[] ends;

  /** The score of an end whose share is 1. */
  final double bestEnd;

  /** Legal steps to labels that the same ones may precede, where these are many. */
  final StepBlock[] blocks;

  /** The other legal steps. */
  final StepList others;

  /** The score of a step whose share is 1. */
  final double bestStep;

  StepShares(Transitions transitions) {
    labels = transitions.starts.length;
    bestStart = max(transitions.starts);
    starts = shares(transitions.starts, bestStart);
    bestEnd = max(transitions.ends);
    ends = shares(transitions.ends, bestEnd);
    double best = Double.NEGATIVE_INFINITY;
    for (double[] scores : transitions.after.scores) {
      best = Math.max(best, max(scores));
    }
    bestStep = best;
    List<StepBlock> large = new ArrayList<>();
    List<StepBlock> small = new ArrayList<>();
    boolean[] done = new boolean[labels];
    for (int y = 0; y < labels; y++) {
      if (!done[y]) {
        StepBlock block = block(transitions, precededAlike(transitions, y), best);
        (block.shares.length < SMALLEST_BLOCK ? small : large).add(block);
        for (int label : block.to) {
          done[label] = true;
        }
      }
    }
    blocks = large.toArray(new StepBlock[0]);
    others = list(small);
  }

  private static int[] precededAlike(Transitions transitions, int label) {
    int[][] before = transitions.before.labels;
    int[] alike = new int[before.length];
    int count = 0;
    for (int other = 0; other < before.length; other++) {
      if (Arrays.equals(before[other], before[label])) {
        alike[count++] = other;
      }
    }
    return Arrays.copyOf(alike, count);
  }

  private static StepBlock block(Transitions transitions, int[] to, double best) {
    int[] from = transitions.before.labels[to[0]];
    double[] shares = new double[from.length * to.length];
    for (int k = 0; k < to.length; k++) {
      double[] column = shares(transitions.before.scores[to[k]], best);
      for (int i = 0; i < from.length; i++) {
        shares[i * to.length + k] = column[i];
      }
    }
    return new StepBlock(from, to, shares);
  }

  private static StepList list(List<StepBlock> blocks) {
    int count = 0;
    for (StepBlock block : blocks) {
      count += block.shares.length;
    }
    int[] from = new int[count];
    int[] to = new int[count];
    double[] shares = new double[count];
    int next = 0;
    for (StepBlock block : blocks) {
      for (int k = 0; k < block.shares.length; k++) {
        from[next] = block.from[k / block.to.length];
        to[next] = block.to[k % block.to.length];
        shares[next++] = block.shares[k];
      }
    }
    return new StepList(from, to, shares);
  }

  private static double max(double[] scores) {
    double max = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      max = Math.max(max, score);
    }
    return max;
  }

  private static double[] shares(double[] scores, double best) {
    double[] shares = new double[scores.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Math.exp(scores[i] - best);
    }
    return shares;
  }

  /** Whether no share of what is legal is too small to calculate with. */
  boolean areUsable(Transitions transitions) {
    boolean usable = true;
    for (int x = 0; x < labels; x++) {
      usable &= starts[x] >= SMALLEST || transitions.starts[x] == Double.NEGATIVE_INFINITY;
      usable &= ends[x] >= SMALLEST || transitions.ends[x] == Double.NEGATIVE_INFINITY;
    }
    for (StepBlock block : blocks) {
      usable &= areUsable(block.shares);
    }
    return usable && areUsable(others.shares);
  }

  private static boolean areUsable(double[] shares) {
    boolean usable = true;
    for (double share : shares) {
      usable &= share >= SMALLEST;
    }
    return usable;
  }
}
