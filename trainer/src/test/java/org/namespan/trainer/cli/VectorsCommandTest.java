package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.trainer.vectors.WordVectors;

class VectorsCommandTest {

  @TempDir private Path folder;

  private CommandRun vectors(Path out, Object... more) {
    Object[] arguments = new Object[more.length + 5];
    System.arraycopy(
        new Object[] {"vectors", "--model", SmallRun.folder(), "--out", out}, 0, arguments, 0, 5);
    System.arraycopy(more, 0, arguments, 5, more.length);
    return CommandRun.of(arguments);
  }

  @Test
  void aStudentBeginsWithVectorsOfATeacher() throws IOException {
    Path out = folder.resolve("a.vec.gz");
    CommandRun run = vectors(out, "--data", SmallRun.corpusFile(), "--dim", 6).assertOk();
    WordVectors vectors = WordVectors.read(out);
    assertEquals(6, vectors.dim());
    assertTrue(run.out().contains(vectors.size() + " words, 6 numbers each"), run.out());
    for (String word : new String[] {"Anna", "Berg", "Paris", "lives", "."}) {
      assertTrue(vectors.contains(word), word);
    }
    Path again = folder.resolve("b.vec.gz");
    vectors(again, "--data", SmallRun.corpusFile(), "--dim", 6).assertOk();
    assertArrayEquals(Files.readAllBytes(out), Files.readAllBytes(again));

    CommandRun student =
        CommandRun.of(
                "train",
                "--data",
                SmallRun.corpusFile(),
                "--vectors",
                out,
                "--word-dim",
                6,
                "--hidden",
                8,
                "--epochs",
                1,
                "--out",
                folder.resolve("student"))
            .assertOk();
    assertTrue(student.err().contains("vectors"), student.err());
  }

  @Test
  void wordsOfATextAreCountedToo() throws IOException {
    Path text = Files.writeString(folder.resolve("t.txt"), "Oslo is far.\nOslo is old.\n");
    Path out = folder.resolve("a.vec.gz");
    vectors(out, "--text", text, "--dim", 2).assertOk();
    WordVectors vectors = WordVectors.read(out);
    assertTrue(vectors.contains("Oslo"));
    assertFalse(vectors.contains("old"));
  }

  @Test
  void refusesWhatCannotBeMade() {
    Path out = folder.resolve("a.vec.gz");
    vectors(out).assertNotUnderstood("--text");
    vectors(out, "--data", SmallRun.corpusFile(), "--dim", 0).assertNotUnderstood("--dim is 0");
    vectors(out, "--data", SmallRun.corpusFile(), "--dim", 100_000)
        .assertNotUnderstood("--dim is 100000, expected at most");
    CommandRun rare =
        vectors(out, "--data", SmallRun.corpusFile(), "--min-count", 1000, "--dim", 2);
    assertTrue(rare.err().contains("no word with 1000 occurrences"), rare.err());
    assertFalse(Files.exists(out));
  }
}
