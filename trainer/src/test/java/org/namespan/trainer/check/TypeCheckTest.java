package org.namespan.trainer.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.namespan.trainer.check.CheckFiles.file;
import static org.namespan.trainer.check.CheckFiles.finding;
import static org.namespan.trainer.check.CheckFiles.show;
import static org.namespan.trainer.check.CorpusPart.DEV;
import static org.namespan.trainer.check.CorpusPart.TEST;
import static org.namespan.trainer.check.CorpusPart.TRAIN;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypeCheckTest {
  @TempDir Path folder;

  @Test
  void typesThatOnePartHasAndAnotherLacks() throws IOException {
    CheckedFile train = file(folder, TRAIN, "a/B-per b/O|c/B-geo");
    CheckedFile dev = file(folder, DEV, "a/B-per|x/O b/B-org c/I-org d/O|e/B-org");
    CheckedFile test = file(folder, TEST, "a/B-geo b/O c/B-per");
    assertEquals(
        List.of("org: 2 in dev, none in train [dev:4 x [org b c] d, dev:8 [org e]]"),
        show(finding(new TypeCheck(), FindingKind.UNKNOWN_TYPES, train, dev, test)));
    assertEquals(
        List.of("geo: none in dev []"),
        show(finding(new TypeCheck(), FindingKind.UNUSED_TYPES, train, dev, test)));
  }

  @Test
  void rareTypesOfTrain() throws IOException {
    String fifty = "a/B-per|".repeat(TypeCheck.RARE);
    CheckedFile train = file(folder, TRAIN, fifty + "b/B-geo|b/B-geo|c/B-org");
    assertEquals(
        List.of("org: 1, fewer than 50 []", "geo: 2, fewer than 50 []"),
        show(finding(new TypeCheck(), FindingKind.RARE_TYPES, train)));
  }

  @Test
  void withoutTrainNoTypeIsUnknown() throws IOException {
    CheckedFile dev = file(folder, DEV, "a/B-per");
    CheckedFile test = file(folder, TEST, "a/B-geo");
    for (Finding finding : new TypeCheck().run(CheckFiles.corpora(dev, test))) {
      assertEquals(List.of(), finding.cases());
    }
  }
}
