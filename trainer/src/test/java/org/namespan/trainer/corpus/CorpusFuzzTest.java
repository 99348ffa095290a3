package org.namespan.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whatever the bytes of a file are, reading gives a corpus or one clear line about them. The seeds
 * beside this class run with all tests; {@code JAZZER_FUZZ=1 mvn test -pl trainer -am
 * -Dtest=CorpusFuzzTest#columns -Dsurefire.failIfNoSpecifiedTests=false} searches for more.
 */
class CorpusFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void columns(byte[] bytes) throws IOException {
    read(bytes, CorpusFormat.CONLL);
  }

  @FuzzTest(maxDuration = "1m")
  void iob2(byte[] bytes) throws IOException {
    read(bytes, CorpusFormat.IOB2);
  }

  @FuzzTest(maxDuration = "1m")
  void gmb(byte[] bytes) throws IOException {
    read(bytes, CorpusFormat.GMB);
  }

  private static void read(byte[] bytes, CorpusFormat format) throws IOException {
    Path file = Files.createTempFile("namespan-fuzz", ".data");
    try {
      Files.write(file, bytes);
      Corpus corpus = CorpusReader.builder().optFormat(format).build().read(file);
      assertFalse(corpus.sentences().isEmpty());
    } catch (CorpusException e) {
      assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
      assertTrue(e.getMessage().lines().count() == 1, e.getMessage());
    } finally {
      Files.delete(file);
    }
  }
}
