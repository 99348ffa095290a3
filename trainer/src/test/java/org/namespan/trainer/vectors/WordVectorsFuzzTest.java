package org.namespan.trainer.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whatever the bytes of a file are, reading gives vectors of finite numbers or one clear line. */
class WordVectorsFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void read(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("namespan-fuzz", ".vec");
    try {
      Files.write(file, bytes);
      WordVectors vectors = WordVectors.read(file);
      assertTrue(vectors.size() > 0 && vectors.dim() > 0);
      for (String word : vectors.words()) {
        assertTrue(!word.isEmpty() && word.indexOf('\n') < 0);
        float[] vector = vectors.vector(word);
        assertEquals(vectors.dim(), vector.length);
        for (float value : vector) {
          assertTrue(Float.isFinite(value));
        }
      }
    } catch (VectorException e) {
      assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    } finally {
      Files.delete(file);
    }
  }
}
