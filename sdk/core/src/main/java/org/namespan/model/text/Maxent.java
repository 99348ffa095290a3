package org.namespan.model.text;

/**
 * A maxent model that tells yes from no: of each feature it keeps how much more it speaks for the
 * one than for the other, at the place that its hash points to (open addressing, linear probing).
 * OpenNLP's own maps lead from place to place in memory: text is split in two thirds of the time
 * without them. Features are told apart by 64 bits of hash. Immutable, safe for use by many
 * threads.
 */
final class Maxent {

  /** FNV-1a (Fowler, Noll and Vo), by chars. */
  private static final long EMPTY_TEXT = 0xCBF29CE484222325L;

  private static final long PRIME = 0x100000001B3L;

  /** Hash of the feature in each slot, 0 if none. */
  private final long[] hashes;

  private final double[] margins;

  /** Whether a sum of 0 is yes. */
  private final boolean yesAtZero;

  private Maxent(int slots, boolean yesAtZero) {
    this.hashes = new long[slots];
    this.margins = new double[slots];
    this.yesAtZero = yesAtZero;
  }

  /**
   * A model of features that {@link #hash} tells apart.
   *
   * @param features their hashes
   * @param margins per feature its weight for yes, less its weight for no
   * @param yesAtZero whether a sum of 0 is yes
   * @return null if two features have one hash
   */
  static Maxent of(long[] features, double[] margins, boolean yesAtZero) {
    int slots = Math.max(2, Integer.highestOneBit(Math.max(1, features.length)) << 2);
    Maxent model = new Maxent(slots, yesAtZero);
    for (int i = 0; i < features.length; i++) {
      int slot = model.slot(features[i]);
      if (model.hashes[slot] != 0) {
        return null;
      }
      model.hashes[slot] = features[i];
      model.margins[slot] = margins[i];
    }
    return model;
  }

  /** The hash of a feature. */
  static long hash(String feature) {
    return hash(EMPTY_TEXT, feature, 0, feature.length());
  }

  /** The hash of a feature that goes on with a part of a text. */
  static long hash(long before, String text, int from, int to) {
    long hash = before;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }

  /** The hash of a feature of ASCII. */
  static long hash(byte[] ascii, int from, int to) {
    long hash = EMPTY_TEXT;
    for (int i = from; i < to; i++) {
      hash = (hash ^ ascii[i]) * PRIME;
    }
    return hash;
  }

  /** How much more a feature speaks for yes than for no; 0 if it is not known. */
  double margin(long hash) {
    return margins[slot(hash)];
  }

  double margin(String feature) {
    return margin(hash(feature));
  }

  /** Whether features with this sum of margins are answered by yes. */
  boolean isYes(double sum) {
    return sum > 0 || yesAtZero && sum == 0;
  }

  /** The slot of a feature, an empty one if it is not known. */
  private int slot(long hash) {
    int slot = (int) (hash ^ hash >>> 32) & (hashes.length - 1);
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = slot + 1 & (hashes.length - 1);
    }
    return slot;
  }
}
