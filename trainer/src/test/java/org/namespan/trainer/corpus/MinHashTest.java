package org.namespan.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MinHashTest {

  @Test
  void orderAndRepetitionDoNotCount() {
    MinHash minHash = new MinHash(16, 4);
    assertArrayEquals(minHash.keys(new long[] {1, 2, 3}), minHash.keys(new long[] {3, 1, 2, 1}));
  }

  /** Bands of one row agree as often as the sets have elements in common. */
  @Test
  void bandsOfOneRowEstimateTheJaccardIndex() {
    MinHash minHash = new MinHash(4000, 1);
    Random random = new Random(5);
    long[] first = random.longs(90).toArray();
    long[] second = random.longs(90).toArray();
    // 60 in common of 120.
    System.arraycopy(first, 0, second, 0, 60);
    long[] one = minHash.keys(first);
    long[] other = minHash.keys(second);
    int same = 0;
    for (int i = 0; i < one.length; i++) {
      same += one[i] == other[i] ? 1 : 0;
    }
    assertEquals(.5, same / 4000.0, .03);
  }

  @Test
  void wordsOfOneHashCodeAreTwoElements() {
    assertEquals("Aa".hashCode(), "BB".hashCode());
    assertNotEquals(MinHash.element("Aa"), MinHash.element("BB"));
  }

  @Test
  void refusesNoBands() {
    assertThrows(IllegalArgumentException.class, () -> new MinHash(0, 4));
  }
}
