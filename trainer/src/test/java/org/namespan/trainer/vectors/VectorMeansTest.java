package org.namespan.trainer.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorMeansTest {

  @TempDir private Path folder;

  @Test
  void wordsGetTheMeanOfTheirStatesAndFrequentOnesComeFirst() throws IOException {
    VectorMeans means = new VectorMeans();
    // Means on a line: Rome (1, 2), the (3, 6), of (2, 4); Oslo comes once.
    means.add(List.of("the", "Rome", "of"), new float[] {2, 4, 0, 0, 2, 4});
    means.add(List.of("the", "Rome", "of", "the"), new float[] {3, 6, 2, 4, 2, 4, 4, 8});
    means.add(List.of("Oslo"), new float[] {90, -90});
    Path file = folder.resolve("a.vec.gz");
    assertEquals(3, means.write(file, 2, 1));
    WordVectors vectors = WordVectors.read(file);
    assertEquals(List.of("the", "Rome", "of"), vectors.words());
    assertEquals(1, vectors.dim());
    // Deviations from (2, 4) along the line, by Pythagoras.
    float step = (float) Math.sqrt(5);
    assertArrayEquals(new float[] {step}, vectors.vector("the"), 1e-4f);
    assertArrayEquals(new float[] {-step}, vectors.vector("Rome"), 1e-4f);
    assertArrayEquals(new float[] {0}, vectors.vector("of"), 1e-4f);
  }

  @Test
  void withAllComponentsDistancesStay() throws IOException {
    Random random = new Random(5);
    VectorMeans means = new VectorMeans();
    float[][] states = new float[6][4];
    for (int i = 0; i < states.length; i++) {
      for (int j = 0; j < 4; j++) {
        states[i][j] = (float) random.nextGaussian();
      }
      means.add(List.of("w" + i), states[i]);
    }
    Path file = folder.resolve("b.vec.gz");
    means.write(file, 1, 4);
    WordVectors vectors = WordVectors.read(file);
    for (int i = 0; i < states.length; i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(
            distance(states[i], states[j]),
            distance(vectors.vector("w" + i), vectors.vector("w" + j)),
            1e-3);
      }
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
  void refusesWhatItCannotWrite() {
    VectorMeans means = new VectorMeans();
    Path file = folder.resolve("c.vec.gz");
    means.add(List.of("a", "b"), new float[] {1, 2, 3, 4});
    IOException rare = assertThrows(IOException.class, () -> means.write(file, 2, 1));
    assertTrue(rare.getMessage().contains("no word with 2 occurrences"), rare.getMessage());
    assertThrows(IllegalArgumentException.class, () -> means.write(file, 1, 3));
    assertThrows(
        IllegalArgumentException.class, () -> means.add(List.of("c"), new float[] {1, 2, 3}));
    assertFalse(Files.exists(file));
  }
}
