package org.namespan.trainer.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.namespan.trainer.vectors.VectorFiles.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.WordCase;

class VectorFittingTest {
  private static WordVectors vectors(int dim, String words, double... values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return new WordVectors(List.of(words.split(" ")), floats, dim, 3, "abc");
  }

  private static FeatureRecipe recipe(boolean lowerCase, boolean zeroDigits) {
    return new FeatureRecipe(lowerCase ? WordCase.LOWER : WordCase.KEEP, zeroDigits, List.of());
  }

  @Test
  void wordsOfOneFormShareTheirMeanByRank() {
    WordVectors cased = vectors(2, "x Apple apple APPLE y", 1, 2, 6, 0, 0, 6, 12, 12, 5, 5);
    WordVectors lower = cased.byForm(recipe(true, false));
    // Weights 1/2, 1/3, 1/4, so 6/13, 4/13, 3/13: 13 times the mean is (36 + 36, 24 + 36). Apple's
    // weights sum to 13/12, more than 1, that of x.
    assertEquals(List.of("apple", "x", "y"), lower.words());
    assertArrayEquals(new float[] {72f / 13, 60f / 13}, lower.vector("apple"), 1e-6f);
    assertArrayEquals(new float[] {1, 2}, lower.vector("x"));
    assertArrayEquals(new float[] {5, 5}, lower.vector("y"));
    assertEquals(3, lower.duplicates());
    assertEquals("abc", lower.sha256());
  }

  @Test
  void recipeThatKeepsCaseMayZeroDigits() {
    WordVectors read = vectors(1, "A a 1990 1991", 0.1, 0.2, 4, 11);
    WordVectors zeroed = read.byForm(recipe(false, true));
    // (4/3 + 11/4) / (1/3 + 1/4) = 7; the sum of the weights is 7/12, above the 1/2 of "a".
    assertEquals(List.of("A", "0000", "a"), zeroed.words());
    assertEquals(7, zeroed.vector("0000")[0], 1e-6);
  }

  @Test
  void recipeThatChangesNothingKeepsAll() {
    WordVectors read = vectors(2, "A a 1", 0.1, 0.2, 0.3, -0.7, 1e-9, 3e30);
    assertEquals(show(read), show(read.byForm(recipe(false, false))));
  }

  @Test
  void formsAreTypographicallyFolded() {
    assertEquals("'s[4.0]", show(vectors(1, "’s 's", 3, 6).byForm(recipe(false, false))));
  }

  /**
   * Points on the axes of an ellipse that is turned by the triangle 3-4-5 and moved to (10, 20):
   * +-10 along (3, 4) / 5, +-5 along (-4, 3) / 5. Variances 200/4 and 50/4: the first axis keeps 80
   * %.
   */
  private static final WordVectors ELLIPSE = vectors(2, "a b c d", 16, 28, 4, 12, 6, 23, 14, 17);

  @Test
  void projectsToTheLongAxis() {
    Projection projection = ELLIPSE.project(1);
    assertEquals(0.8, projection.varianceKept(), 1e-12);
    assertEquals(1, projection.vectors().dim());
    assertEquals(ELLIPSE.words(), projection.vectors().words());
    assertRows(projection.vectors(), new float[][] {{10}, {-10}, {0}, {0}});
    assertEquals("abc", projection.vectors().sha256());
  }

  @Test
  void largestEntryOfEachAxisIsPositive() {
    Projection projection = ELLIPSE.project(2);
    assertEquals(1, projection.varianceKept(), 1e-12);
    // The second axis is (4, -3) / 5.
    assertRows(projection.vectors(), new float[][] {{10, 0}, {-10, 0}, {0, -5}, {0, 5}});
  }

  private static void assertRows(WordVectors vectors, float[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      assertArrayEquals(rows[i], vectors.vector(vectors.words().get(i)), 1e-5f);
    }
  }

  @Test
  void fullProjectionKeepsDistancesAndSortsVariances() {
    Random random = new Random(20);
    int dim = 7;
    List<String> words = new ArrayList<>();
    float[] values = new float[40 * dim];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * (1 + i % dim) + 3);
    }
    for (int i = 0; i < 40; i++) {
      words.add("w" + i);
    }
    WordVectors read = new WordVectors(words, values, dim, 0, "");
    WordVectors turned = read.project(dim).vectors();
    double[] squares = new double[dim];
    for (String word : words) {
      float[] vector = turned.vector(word);
      for (int i = 0; i < dim; i++) {
        squares[i] += vector[i] * vector[i];
      }
      assertEquals(
          distance(read.vector(word), read.vector("w0")),
          distance(vector, turned.vector("w0")),
          1e-4);
    }
    double all = 0;
    for (int i = 0; i < dim; i++) {
      all += squares[i];
    }
    double kept = 0;
    for (int i = 0; i < dim; i++) {
      kept += squares[i];
      assertEquals(kept / all, read.project(i + 1).varianceKept(), 1e-6);
      assertTrue(i == 0 || squares[i] <= squares[i - 1]);
    }
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  @Test
  void oneWordProjectsToZero() {
    Projection projection = vectors(3, "a", 1, 2, 3).project(2);
    assertEquals(1, projection.varianceKept());
    assertArrayEquals(new float[2], projection.vectors().vector("a"));
  }

  @Test
  void projectionHasNoMoreDimensions() {
    assertThrows(IllegalArgumentException.class, () -> ELLIPSE.project(3));
    assertThrows(IllegalArgumentException.class, () -> ELLIPSE.project(0));
  }

  @Test
  void scalesToStandardDeviation() {
    // Mean 4, squared deviations 9 + 1 + 1 + 9: variance 5.
    WordVectors read = vectors(2, "a b", 1, 3, 5, 7);
    assertEquals(Math.sqrt(5), read.standardDeviation(), 1e-12);
    WordVectors scaled = read.scaledTo(0.5);
    assertEquals(0.5, scaled.standardDeviation(), 1e-7);
    float factor = (float) (0.5 / Math.sqrt(5));
    assertArrayEquals(new float[] {5 * factor, 7 * factor}, scaled.vector("b"), 1e-6f);
    assertEquals("a[2.0, 2.0]", show(vectors(2, "a", 2, 2).scaledTo(1)));
    assertThrows(IllegalArgumentException.class, () -> read.scaledTo(0));
    assertThrows(IllegalArgumentException.class, () -> read.scaledTo(Double.NaN));
  }

  @Test
  void growsByMostFrequentWordsUpToLimit() {
    WordVectors read = vectors(1, "the a b c d", 1, 2, 3, 4, 5);
    List<String> training = List.of("x", "b", "the");
    assertEquals(List.of("x", "b", "the", "a", "c"), read.grow(training, 5));
    assertEquals(List.of("x", "b", "the", "a", "c", "d"), read.grow(training, 100));
    assertEquals(training, read.grow(training, 2));
  }

  @Test
  void overlaysRowsOfKnownWords() {
    WordVectors read = vectors(2, "a b", 1, 2, 3, 4);
    float[] table = {9, 9, 8, 8, 7, 7, 6, 6, 5, 5};
    List<String> vocabulary = List.of("b", "x", "a");
    read.overlay(table, vocabulary, 2, 2);
    assertArrayEquals(new float[] {9, 9, 8, 8, 3, 4, 6, 6, 1, 2}, table);
    assertArrayEquals(
        new boolean[] {false, false, true, false, true}, read.rowsWithVector(vocabulary, 2));
    assertThrows(
        IllegalArgumentException.class, () -> read.overlay(new float[15], vocabulary, 2, 3));
    assertThrows(
        IllegalArgumentException.class, () -> read.overlay(new float[8], vocabulary, 2, 2));
  }

  @Test
  void countsCoverage() {
    WordVectors read = vectors(1, "the a b c", 1, 2, 3, 4);
    List<String> before = List.of("x", "the");
    Coverage coverage =
        Coverage.of(
            read,
            Map.of("x", 1500, "the", 4000, "a", 500),
            Map.of("x", 1, "the", 2, "a", 3, "c", 4, "z", 5),
            before,
            read.grow(before, 3));
    assertEquals(new Coverage(3, 2, 6000, 4500, 15, 3, 6), coverage);
    assertEquals(
        "vectors: 2 of 3 words (75.0 % of tokens); dev tokens in the vocabulary 20.0 % -> 40.0 %",
        coverage.text());
    assertEquals(
        "vectors: 12,345 of 13,579 words (0.0 % of tokens)",
        new Coverage(13_579, 12_345, 0, 0, 0, 0, 0).text());
  }
}
