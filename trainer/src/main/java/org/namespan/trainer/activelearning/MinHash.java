package org.namespan.trainer.activelearning;

import java.util.Arrays;
import java.util.Set;

/**
 * The signature of a set of words, of which two agree in as large a share as the sets have in
 * common (A. Broder, On the resemblance and containment of documents, 1997), cut into bands: sets
 * with a Jaccard similarity {@code s} have one band at least in common with a probability of {@code
 * 1 - (1 - s^}{@value #ROWS}{@code )^}{@value #BANDS}, which is 0.9999999 for 0.8.
 */
final class MinHash {

  static final int BANDS = 16;
  private static final int ROWS = 2;

  private MinHash() {}

  /**
   * The bands of a set.
   *
   * @return {@value #BANDS} numbers, those of one band never the number of another by more than
   *     chance
   */
  static long[] bands(Set<String> words) {
    long[] minima = new long[BANDS * ROWS];
    Arrays.fill(minima, Long.MAX_VALUE);
    for (String word : words) {
      long hash = hash(word);
      for (int i = 0; i < minima.length; i++) {
        minima[i] = Math.min(minima[i], mix(hash + i * 0x9e3779b97f4a7c15L));
      }
    }
    long[] bands = new long[BANDS];
    for (int band = 0; band < BANDS; band++) {
      long joined = band;
      for (int row = 0; row < ROWS; row++) {
        joined = mix(joined * 31 + minima[band * ROWS + row]);
      }
      bands[band] = joined;
    }
    return bands;
  }

  /** FNV-1a over the UTF-16 units: {@link String#hashCode} has 32 bits only. */
  private static long hash(String word) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long z) {
    long mixed = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
