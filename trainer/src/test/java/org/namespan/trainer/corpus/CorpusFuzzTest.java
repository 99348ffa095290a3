package org.namespan.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.namespan.trainer.batch.LabelTargets;

/** Whatever the bytes of a file are, reading gives a corpus or one clear line about them. */
class CorpusFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void columns(byte[] bytes) throws IOException {
    read(bytes, new ColumnReader());
  }

  @FuzzTest(maxDuration = "1m")
  void iob2(byte[] bytes) throws IOException {
    read(bytes, new Iob2Reader());
  }

  @FuzzTest(maxDuration = "1m")
  void gmb(byte[] bytes) throws IOException {
    read(bytes, new GmbCsvReader());
  }

  /** What was read can be trained on, and written and read again. */
  @FuzzTest(maxDuration = "1m")
  void soft(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("namespan-fuzz", ".data");
    try {
      Files.write(file, bytes);
      SoftCorpus corpus = SoftCorpus.read(file);
      for (SoftSentence sentence : corpus.sentences()) {
        LabelTargets targets = LabelTargets.soft(sentence.labels(), sentence.weights());
        assertEquals(sentence.tokens().size(), targets.length());
        assertTrue(targets.length() > 0);
      }
      corpus.write(file);
      SoftCorpus again = SoftCorpus.read(file);
      assertEquals(corpus.labels(), again.labels());
      assertEquals(
          corpus.sentences().stream().map(SoftSentence::tokens).toList(),
          again.sentences().stream().map(SoftSentence::tokens).toList());
    } catch (CorpusException e) {
      assertOneLineAbout(file, e);
    } finally {
      Files.delete(file);
    }
  }

  private static void read(byte[] bytes, CorpusReader reader) throws IOException {
    Path file = Files.createTempFile("namespan-fuzz", ".data");
    try {
      Files.write(file, bytes);
      Corpus corpus = reader.read(file, ReaderOptions.DEFAULT);
      assertFalse(corpus.sentences().isEmpty());
    } catch (CorpusException e) {
      assertOneLineAbout(file, e);
    } finally {
      Files.delete(file);
    }
  }

  private static void assertOneLineAbout(Path file, CorpusException e) {
    assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
    assertTrue(e.getMessage().lines().count() == 1, e.getMessage());
  }
}
