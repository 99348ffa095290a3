package org.namespan.trainer.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.namespan.trainer.check.CheckFiles.file;
import static org.namespan.trainer.check.CheckFiles.finding;
import static org.namespan.trainer.check.CheckFiles.show;
import static org.namespan.trainer.check.CorpusPart.DEV;
import static org.namespan.trainer.check.CorpusPart.TRAIN;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.trainer.corpus.Sentence;

class ReadingCheckTest {
  @TempDir Path folder;

  @Test
  void theRarerReadingBesideTheCommoner() throws IOException {
    CheckedFile train =
        file(
            folder,
            TRAIN,
            "Paris/B-geo x/O|Paris/B-geo|Paris/B-geo|in/O Paris/B-per y/O|Rom/B-geo|Rom/B-per");
    CheckedFile dev = file(folder, DEV, "Paris/B-geo|New/B-geo York/I-geo|paris/B-per");
    assertEquals(
        List.of(
            "Paris: geo 4, per 1 [train:9 in [per Paris] y]",
            "Rom: geo 1, per 1 [train:14 [per Rom]]"),
        show(finding(new ReadingCheck(), FindingKind.SEVERAL_TYPES, train, dev)));
  }

  @Test
  void stringsThatAreAnnotatedElsewhere() throws IOException {
    CheckedFile train =
        file(
            folder,
            TRAIN,
            "New/B-geo York/I-geo|".repeat(10)
                + "York/B-geo|".repeat(4)
                + "in/O New/O York/O ./O|Bank/B-org of/I-org New/I-org York/I-org|new/O York/O");
    // York alone is annotated four times only; within another entity New York is not unmarked.
    assertEquals(
        List.of("New York: annotated 10 times, not 1 [train:40 in New York .]"),
        show(finding(new ReadingCheck(), FindingKind.UNMARKED, train)));
  }

  @Test
  void stringsThatAreOftenNotAnnotatedAreLeftAlone() throws IOException {
    CheckedFile train = file(folder, TRAIN, "May/B-tim|".repeat(9) + "May/O|May/O");
    assertEquals(List.of(), show(finding(new ReadingCheck(), FindingKind.UNMARKED, train)));
    CheckedFile more = file(folder, TRAIN, "May/B-tim|".repeat(10) + "May/O x/O|y/O May/O");
    assertEquals(
        List.of("May: annotated 10 times, not 2 [train:21 May x, train:25 y May]"),
        show(finding(new ReadingCheck(), FindingKind.UNMARKED, more)));
  }

  @Test
  void whatAMapLeavesOpenIsNotUnmarked() throws IOException {
    CheckedFile closed = file(folder, TRAIN, "May/B-tim|".repeat(10));
    Sentence open =
        new Sentence(
            List.of("May"), List.of(), List.of(Set.of("tim")), List.of(), Optional.empty());
    assertEquals(
        List.of(),
        show(
            finding(
                new ReadingCheck(),
                FindingKind.UNMARKED,
                closed,
                CheckFiles.of(DEV, List.of(open)))));
  }
}
