package org.namespan.examples.benchmarks.robust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.EntityTagger;
import org.namespan.trainer.corpus.CorpusFormats;

class RawTextScoreTest {

  @TempDir private Path folder;

  /** No tokenizer cuts a word of letters alone. */
  @Test
  void countsWhatTheTokensCannotExpress() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.iob2"),
            """
            # text = Otto lives in Osloregion
            1\tOtto\tB-PER
            2\tlives\tO
            3\tin\tO
            4\tOslo\tB-LOC
            5\tregion\tO

            # text = in Oslo
            1\tin\tO
            2\tOslo\tB-LOC
            """);
    try (EntityTagger tagger = EntityTagger.load(RobustCommandTest.MODEL)) {
      RawTextScore score = RawTextScore.of(CorpusFormats.read(file), tagger);
      assertEquals(2, score.sentences());
      assertEquals(1, score.exact());
      assertEquals(3, score.spans());
      assertEquals(1, score.inexpressible());
      assertEquals(1000.0 / 3, score.inexpressiblePerThousand(), 1e-9);
      assertEquals(0, score.boundaries().predicted());
      assertEquals(1, score.boundaries().support());
      assertEquals(3, score.raw().support());
      assertEquals(3, score.ready().support());
    }
  }
}
