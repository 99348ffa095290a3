package org.namespan.trainer.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.WordCase;
import org.namespan.trainer.SharedData;

/** Reads a real file, where it is at hand, and checks its published counts and its sense. */
@Tag("slow")
class WordVectorsSharedDataTest {
  private static final Set<String> CITIES =
      Set.of(
          "amsterdam",
          "berlin",
          "bordeaux",
          "brussels",
          "london",
          "lyon",
          "madrid",
          "marseille",
          "rouen",
          "strasbourg",
          "toulouse",
          "vienna");

  private static WordVectors read() throws IOException {
    return WordVectors.read(SharedData.require("wiki/wiki-en.100d.vec.gz"));
  }

  @Test
  void readsWithoutLoss() throws IOException {
    WordVectors vectors = read();
    assertEquals(83_951, vectors.size());
    assertEquals(100, vectors.dim());
    assertEquals(0, vectors.duplicates());
    assertEquals("the", vectors.words().get(0));
    assertEquals(0.044f, vectors.vector("the")[0]);
    assertCitiesNear(vectors, "Paris");
  }

  @Test
  void formsAndProjectionKeepSense() throws IOException {
    WordVectors forms = read().byForm(new FeatureRecipe(WordCase.LOWER, true, List.of()));
    assertEquals(forms.size(), new HashSet<>(forms.words()).size());
    Projection projection = forms.project(50);
    assertTrue(projection.varianceKept() > 0.5 && projection.varianceKept() < 1);
    WordVectors fitted = projection.vectors().scaledTo(0.1);
    assertEquals(0.1, fitted.standardDeviation(), 1e-6);
    assertCitiesNear(fitted, "paris");
  }

  private static void assertCitiesNear(WordVectors vectors, String word) {
    float[] target = vectors.vector(word);
    List<String> nearest =
        vectors.words().stream()
            .filter(other -> !other.equals(word))
            .sorted(Comparator.comparingDouble(other -> -cosine(target, vectors.vector(other))))
            .limit(20)
            .map(other -> other.toLowerCase(Locale.ROOT))
            .toList();
    long found = nearest.stream().filter(CITIES::contains).count();
    assertTrue(found >= 3, nearest::toString);
  }

  private static double cosine(float[] a, float[] b) {
    double product = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
      squaresA += a[i] * a[i];
      squaresB += b[i] * b[i];
    }
    return product / Math.sqrt(squaresA * squaresB);
  }
}
