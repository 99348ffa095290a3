package org.namespan.trainer.corpus;

import java.util.Arrays;

/**
 * Signatures of sets, of which two agree in as large a share as the sets have in common (Broder
 * 1997, On the Resemblance and Containment of Documents), cut into bands (Leskovec, Rajaraman and
 * Ullman, Mining of Massive Datasets, chapter 3): sets with a Jaccard index of {@code s} have one
 * band at least in common with a probability of {@code 1 - (1 - s^rows)^bands}. For .8, 16 bands of
 * 2 rows that is .9999999, of 4 rows .9998.
 *
 * @param bands of a signature, at least 1
 * @param rows of a band, at least 1: the more, the fewer sets that are not alike share a band
 */
public record MinHash(int bands, int rows) {

  /** Checks the sizes. */
  public MinHash {
    if (bands < 1 || rows < 1) {
      throw new IllegalArgumentException(
          "found " + bands + " bands of " + rows + " rows, expected at least 1 of each");
    }
  }

  /**
   * The bands of a set.
   *
   * @param elements of the set, by numbers that tell them apart, in any order
   * @return {@code [bands]}; a number of one band is that of another by chance alone
   */
  public long[] keys(long[] elements) {
    long[] keys = new long[bands];
    for (int band = 0; band < bands; band++) {
      long key = band;
      for (int row = 0; row < rows; row++) {
        long seed = mix(band * (long) rows + row + 1);
        long least = Arrays.stream(elements).map(e -> mix(e ^ seed)).min().orElse(Long.MAX_VALUE);
        key = mix(key ^ least);
      }
      keys[band] = key;
    }
    return keys;
  }

  /** A number for a word: FNV-1a over its UTF-16 units, for {@link String#hashCode} has 32 bits. */
  public static long element(String word) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long z) {
    long y = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long x = (y ^ (y >>> 27)) * 0x94d049bb133111ebL;
    return x ^ (x >>> 31);
  }
}
