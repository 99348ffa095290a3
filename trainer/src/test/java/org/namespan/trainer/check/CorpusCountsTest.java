package org.namespan.trainer.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.namespan.trainer.check.CheckFiles.file;
import static org.namespan.trainer.check.CorpusPart.DEV;
import static org.namespan.trainer.check.CorpusPart.TRAIN;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusCountsTest {
  @TempDir Path folder;

  @Test
  void sizes() throws IOException {
    CheckedFile train =
        file(folder, TRAIN, "Ann/B-per Berg/I-per runs/O|runs/O|Oslo/B-geo|a/O b/O c/O d/B-geo");
    CheckedFile dev = file(folder, DEV, "x/O y/O");
    List<CorpusCounts> counts = CorpusCounts.of(CheckFiles.corpora(dev, train));
    assertEquals(
        new CorpusCounts(
            TRAIN,
            4,
            9,
            8,
            3,
            1,
            Map.of("per", 1, "geo", 2),
            Map.of(1, 2, 2, 1),
            3,
            4,
            new Place(train.file(), 9)),
        counts.get(0));
    assertEquals(0.25, counts.get(0).shareWithoutEntity());
    assertEquals(DEV, counts.get(1).part());
    assertEquals(1, counts.get(1).shareWithoutEntity());
  }

  @Test
  void sizesOfNothing() throws IOException {
    CorpusCounts none = CorpusCounts.of(CheckFiles.corpora(file(folder, TRAIN, ""))).get(0);
    assertEquals(0, none.sentences());
    assertEquals(0, none.shareWithoutEntity());
    assertEquals(0, none.longestLength());
    assertNull(none.longest());
  }
}
