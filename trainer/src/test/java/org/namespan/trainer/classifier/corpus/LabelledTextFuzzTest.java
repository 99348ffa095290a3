package org.namespan.trainer.classifier.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.namespan.trainer.corpus.CorpusErrorHandler;
import org.namespan.trainer.corpus.CorpusException;

/**
 * Whatever the bytes of a file are, reading gives texts with one class each, or one clear line
 * about them. The seeds beside this class run with all tests.
 */
class LabelledTextFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void tsv(byte[] bytes) throws IOException {
    read(bytes, "tsv");
  }

  @FuzzTest(maxDuration = "1m")
  void csv(byte[] bytes) throws IOException {
    read(bytes, "csv");
  }

  @FuzzTest(maxDuration = "1m")
  void jsonl(byte[] bytes) throws IOException {
    read(bytes, "jsonl");
  }

  @FuzzTest(maxDuration = "1m")
  void fasttext(byte[] bytes) throws IOException {
    read(bytes, "fasttext");
  }

  private static void read(byte[] bytes, String format) throws IOException {
    Path file = Files.createTempFile("namespan-fuzz", ".data");
    try {
      Files.write(file, bytes);
      LabelledCorpus corpus =
          LabelledTextFormats.named(format)
              .read(file, LabelledTextOptions.DEFAULT, CorpusErrorHandler.FAIL);
      assertFalse(corpus.texts().isEmpty());
      for (LabelledText text : corpus.texts()) {
        assertEquals(1, text.classes().size());
        assertTrue(text.line() > 0);
      }
    } catch (CorpusException e) {
      assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    } finally {
      Files.delete(file);
    }
  }
}
