package org.namespan.trainer.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.namespan.trainer.SharedData;

/** Reads a real file, where it is at hand. */
class WordVectorsSharedDataTest {
  @Test
  void readsWithoutLoss() throws IOException {
    long t0 = System.nanoTime();
    WordVectors vectors = WordVectors.read(SharedData.require("wiki/wiki-en.100d.vec.gz"));
    System.err.println("READ " + (System.nanoTime() - t0) / 1e6);
    assertEquals(83_951, vectors.size());
    assertEquals(100, vectors.dim());
    assertEquals(0, vectors.duplicates());
    assertEquals("the", vectors.words().get(0));
    assertEquals(0.044f, vectors.vector("the")[0]);
  }
}
