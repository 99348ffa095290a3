package org.namespan.trainer.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.namespan.trainer.check.CheckFiles.file;
import static org.namespan.trainer.check.CheckFiles.finding;
import static org.namespan.trainer.check.CheckFiles.show;
import static org.namespan.trainer.check.CorpusPart.TRAIN;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpanCheckTest {
  @TempDir Path folder;

  @Test
  void spansOverTheEndOfASentence() throws IOException {
    CheckedFile train =
        file(
            folder,
            TRAIN,
            "said/O Smith/B-per ./I-per Mary/I-per left/O"
                + "|in/O San/B-geo|Francisco/I-geo ./O"
                + "|St/B-geo ./I-geo Louis/I-geo"
                + "|J/B-per ./I-per K/I-per ./I-per Rowling/I-per"
                + "|Yahoo/B-org !/I-org"
                + "|Paris/B-geo|Rome/B-geo");
    assertEquals(
        List.of(
            "[train:2 said [per Smith . Mary] left]",
            "[train:8 in [geo San], train:10 [geo Francisco] .]"),
        show(finding(new SpanCheck(), FindingKind.SENTENCE_ENDS, train)));
  }

  @Test
  void spansThatBeginOrEndWithPunctuation() throws IOException {
    CheckedFile train =
        file(
            folder,
            TRAIN,
            "Smith/B-per ,/I-per said/O"
                + "|\"/B-geo Paris/I-geo is/O far/O"
                + "|in/O Berlin/B-geo ./I-geo"
                + "|Inc/B-org ./I-org won/O"
                + "|a/O -/B-org b/O"
                + "|U.S./B-geo x/O|C++/B-art x/O|Ms./B-per Li/I-per");
    assertEquals(
        List.of(
            "[train:11 in [geo Berlin .]]",
            "[train:1 [per Smith ,] said]",
            "[train:5 [geo \" Paris] is far]",
            "[train:19 a [org -] b]"),
        show(finding(new SpanCheck(), FindingKind.PUNCTUATION, train)));
  }
}
