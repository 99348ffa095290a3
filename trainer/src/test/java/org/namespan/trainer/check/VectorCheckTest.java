package org.namespan.trainer.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.namespan.trainer.check.CheckFiles.file;
import static org.namespan.trainer.check.CheckFiles.finding;
import static org.namespan.trainer.check.CheckFiles.show;
import static org.namespan.trainer.check.CorpusPart.DEV;
import static org.namespan.trainer.check.CorpusPart.TRAIN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.trainer.vectors.WordVectors;

class VectorCheckTest {
  @TempDir Path folder;

  @Test
  void wordsWithoutVectorTheCommonestFirst() throws IOException {
    Path vectors = Files.writeString(folder.resolve("a.vec"), "Paris 1 2\nthe 3 4\n1999 5 6\n");
    VectorCheck check = new VectorCheck(WordVectors.read(vectors));
    CheckedFile train =
        file(folder, TRAIN, "The/O man/O in/O PARIS/B-geo saw/O a/O man/O in/O 2004/O ./O");
    CheckedFile dev = file(folder, DEV, "\"/O A/O man/O !/O \"/O the/O in/O Oslo/B-geo of/O it/O");
    Finding finding = finding(check, FindingKind.WITHOUT_VECTOR, train, dev);
    // Of the, man, in, paris, saw, a, 0000, ., !, oslo, of and it three have vectors.
    assertEquals("9 of 12 words (75.0 %), 14 of 18 tokens (77.8 %)", finding.summary());
    assertEquals(
        List.of("in 3 []", "man 3 []", "a 2 []", "! 1 []", ". 1 []", "it 1 []"),
        show(finding).subList(0, 6));
  }

  @Test
  void allWordsHaveOne() throws IOException {
    Path vectors =
        Files.writeString(folder.resolve("a.vec"), "paris 1 2\nis 3 4\nfar 5 6\n. 1 1\n");
    Finding finding =
        finding(
            new VectorCheck(WordVectors.read(vectors)),
            FindingKind.WITHOUT_VECTOR,
            file(folder, TRAIN, "Paris/B-geo is/O far/O ./O"));
    assertEquals("", finding.summary());
    assertEquals(List.of(), finding.cases());
  }
}
