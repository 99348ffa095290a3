package org.namespan.trainer.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.namespan.trainer.document.TextFiles.bare;
import static org.namespan.trainer.document.TextFiles.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.namespan.trainer.corpus.CorpusException;

/**
 * Whatever the bytes of a file are, reading gives texts or one clear line about them. The seeds
 * beside this class run with all tests.
 */
class DocumentFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void doccano(byte[] bytes) throws IOException {
    read(bytes, "doccano");
  }

  @FuzzTest(maxDuration = "1m")
  void prodigy(byte[] bytes) throws IOException {
    read(bytes, "prodigy");
  }

  @FuzzTest(maxDuration = "1m")
  void labelStudio(byte[] bytes) throws IOException {
    read(bytes, "label-studio");
  }

  @FuzzTest(maxDuration = "1m")
  void spacy(byte[] bytes) throws IOException {
    read(bytes, "spacy");
  }

  @FuzzTest(maxDuration = "1m")
  void standoff(byte[] bytes) throws IOException {
    Path folder = Files.createTempDirectory("namespan-fuzz");
    Path text = Files.writeString(folder.resolve("a.txt"), "Zoë 😀 met\nAnn");
    Path annotations = folder.resolve("a.ann");
    try {
      Files.write(annotations, bytes);
      format("brat").read(annotations, Optional.empty());
    } catch (CorpusException e) {
      assertEquals(1, e.getMessage().lines().count());
    } finally {
      Files.delete(text);
      Files.delete(annotations);
      Files.delete(folder);
    }
  }

  /** What was read can be written and read again. */
  private static void read(byte[] bytes, String name) throws IOException {
    Path file = Files.createTempFile("namespan-fuzz", ".json");
    TextFormat format = format(name);
    try {
      Files.write(file, bytes);
      TextCorpus corpus = format.read(file, Optional.empty());
      assertFalse(corpus.texts().isEmpty());
      format.write(corpus.texts(), file, OffsetUnit.BYTES);
      TextCorpus again = format.read(file, Optional.of(OffsetUnit.BYTES));
      assertEquals(bare(corpus.texts()), bare(again.texts()));
    } catch (CorpusException e) {
      assertEquals(1, e.getMessage().lines().count());
    } finally {
      Files.delete(file);
    }
  }
}
