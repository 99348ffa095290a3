package org.namespan.internal.decode;

import java.util.Arrays;
import org.namespan.internal.tag.TagSet;

/** What both passes over a sentence ask: each label's legal neighbours, and scores to add up. */
final class Transitions {

  private Transitions() {}

  /** For each label the labels that it may follow, ascending. */
  static int[][] before(TagSet tagSet) {
    return neighbours(tagSet, true);
  }

  /** For each label the labels that may follow it, ascending. */
  static int[][] after(TagSet tagSet) {
    return neighbours(tagSet, false);
  }

  private static int[][] neighbours(TagSet tagSet, boolean before) {
    int labels = tagSet.size();
    int[][] neighbours = new int[labels][];
    for (int label = 0; label < labels; label++) {
      int[] found = new int[labels];
      int count = 0;
      for (int other = 0; other < labels; other++) {
        if (before ? tagSet.mayFollow(other, label) : tagSet.mayFollow(label, other)) {
          found[count++] = other;
        }
      }
      neighbours[label] = Arrays.copyOf(found, count);
    }
    return neighbours;
  }

  /**
   * An emission score that can be added up over any sentence: infinite ones become the largest
   * float of their sign, NaN the lowest, so that no legal path is worse than an illegal one.
   */
  static double finite(float emission) {
    return emission > -Float.MAX_VALUE ? Math.min(emission, Float.MAX_VALUE) : -Float.MAX_VALUE;
  }
}
