package org.namespan.model.text;

import java.util.Arrays;
import java.util.Optional;

/**
 * A maximum-entropy model of two outcomes, which is logistic regression over binary predicates
 * (Berger, Della Pietra and Della Pietra, A Maximum Entropy Approach to Natural Language
 * Processing, 1996): the log-odds of the positive outcome are the sum of the weights of the
 * predicates that hold.
 *
 * <p>A predicate is known by 64 bits of hash and lies in a hash table with open addressing and
 * linear probing. OpenNLP's own maps lead from place to place in memory: text is split in two
 * thirds of the time without them. Immutable, safe for use by many threads.
 */
final class BinaryMaxentModel {

  /** FNV-1a (Fowler, Noll and Vo), by chars. */
  private static final long EMPTY_TEXT = 0xCBF29CE484222325L;

  private static final long PRIME = 0x100000001B3L;

  /**
   * More slots are not probed for one predicate. Tables are half full at most, where chance does
   * not come near; a file made for it would take hours to load.
   */
  private static final int MAX_PROBES = 1000;

  /** Hash of the predicate in each slot, 0 if none. */
  private final long[] hashes;

  private final double[] weights;

  private final boolean positiveAtZero;

  private BinaryMaxentModel(int slots, boolean positiveAtZero) {
    this.hashes = new long[slots];
    this.weights = new double[slots];
    this.positiveAtZero = positiveAtZero;
  }

  /**
   * A model of predicates that their hashes tell apart.
   *
   * @param predicates their hashes by {@link #hash}
   * @param weights per predicate what it adds to the log-odds of the positive outcome
   * @param positiveAtZero whether log-odds of 0 are the positive outcome
   * @return nothing if two predicates have one hash, one has the hash 0, or too many are close
   */
  static Optional<BinaryMaxentModel> of(
      long[] predicates, double[] weights, boolean positiveAtZero) {
    int slots = Math.max(2, Integer.highestOneBit(Math.max(1, predicates.length)) << 2);
    BinaryMaxentModel model = new BinaryMaxentModel(slots, positiveAtZero);
    for (int i = 0; i < predicates.length; i++) {
      int slot = model.slot(predicates[i]);
      int probes = slot - model.home(predicates[i]) & (slots - 1);
      if (predicates[i] == 0 || model.hashes[slot] != 0 || probes > MAX_PROBES) {
        return Optional.empty();
      }
      model.hashes[slot] = predicates[i];
      model.weights[slot] = weights[i];
    }
    return Optional.of(model);
  }

  /** The hash of a predicate. */
  static long hash(String predicate) {
    return hash(EMPTY_TEXT, predicate, 0, predicate.length());
  }

  /** The hash of a predicate that goes on with a part of a text. */
  static long hash(long before, String text, int from, int to) {
    long hash = before;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }

  /** The hash of a predicate of ASCII. */
  static long hash(byte[] ascii, int from, int to) {
    long hash = EMPTY_TEXT;
    for (int i = from; i < to; i++) {
      hash = (hash ^ ascii[i]) * PRIME;
    }
    return hash;
  }

  /** What a predicate adds to the log-odds; 0 if it is not known. */
  double weight(long hash) {
    return weights[slot(hash)];
  }

  double weight(String predicate) {
    return weight(hash(predicate));
  }

  /** Whether these log-odds are the positive outcome. */
  boolean isPositive(double logOdds) {
    return logOdds > 0 || (positiveAtZero && logOdds == 0);
  }

  /** The hashes of its predicates, ascending. */
  long[] predicates() {
    long[] found = new long[hashes.length];
    int count = 0;
    for (long hash : hashes) {
      if (hash != 0) {
        found[count++] = hash;
      }
    }
    long[] predicates = Arrays.copyOf(found, count);
    Arrays.sort(predicates);
    return predicates;
  }

  /** The slot of a predicate, an empty one if it is not known. */
  private int slot(long hash) {
    int slot = home(hash);
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = slot + 1 & (hashes.length - 1);
    }
    return slot;
  }

  private int home(long hash) {
    return (int) (hash ^ hash >>> 32) & (hashes.length - 1);
  }
}
