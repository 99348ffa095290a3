package org.namespan.trainer.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.namespan.trainer.check.CheckFiles.finding;
import static org.namespan.trainer.check.CheckFiles.show;
import static org.namespan.trainer.check.CorpusPart.DEV;
import static org.namespan.trainer.check.CorpusPart.TRAIN;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namespan.trainer.corpus.CorpusScheme;
import org.namespan.trainer.corpus.ReaderOptions;

class FormatCheckTest {
  @TempDir Path folder;

  @Test
  void faultsOfAllFilesWithTheirLines() throws IOException {
    CheckedFile train = CheckFiles.file(folder, TRAIN, "a/B-per b/O|c|d/B-per e/O|f/I-per");
    CheckedFile dev = CheckFiles.file(folder, DEV, "a/B-per|b/B-per|c/B-per d/I-geo");
    FormatCheck check = new FormatCheck();
    assertEquals(
        List.of(
            "[train:4 found 1 column; expected a token in column 1 and its tag in the last column]"),
        show(finding(check, FindingKind.BAD_LINES, train, dev)));
    assertEquals(
        List.of(
            "[train:9 found I-per; expected B-per here (BIO)]",
            "[dev:6 found I-geo; expected B-geo here (BIO)]"),
        show(finding(check, FindingKind.MALFORMED_SPANS, train, dev)));
    assertEquals(List.of(), show(finding(check, FindingKind.SCHEME, train, dev)));
    assertEquals(List.of(), show(finding(check, FindingKind.UNALIGNED_TEXTS, train, dev)));
  }

  /** The same three spans in each scheme, read in another one. */
  @ParameterizedTest
  @CsvSource({
    "BILOU, a/B-per b/I-per c/O|d/B-geo e/O|f/B-per g/I-per h/I-per, BIO, 3, 0",
    "BIO, a/I-per b/I-per c/O|d/I-geo e/O|f/I-per g/I-per h/I-per, IOB1, 3, 0",
    "BIO, a/B-per b/L-per c/O|d/U-geo e/O|f/B-per g/I-per h/L-per, BILOU, 3, 0",
    "BILOU, a/B-per b/E-per c/O|d/S-geo e/O|f/B-per g/I-per h/E-per, BIOES, 3, 0",
    "BIO, a/per b/per c/O|d/geo e/O|f/per g/per h/per, IO, 6, 0"
  })
  void theSchemeThatFits(CorpusScheme read, String text, String better, int faults, int faultsThen)
      throws IOException {
    CheckedFile file =
        CheckFiles.read(
            folder,
            TRAIN,
            text.replace("/", "\t").replace(" ", "\n").replace("|", "\n\n") + "\n",
            ReaderOptions.DEFAULT.withScheme(read));
    assertEquals(
        List.of(
            "[train:0 this looks like "
                + better
                + ", not "
                + read
                + ": "
                + faultsThen
                + " faults instead of "
                + faults
                + "]"),
        show(finding(new FormatCheck(), FindingKind.SCHEME, file)));
  }

  @Test
  void aFewFaultsAreNoOtherScheme() throws IOException {
    CheckedFile file = CheckFiles.file(folder, TRAIN, "a/B-per|b/I-per|c/B-per d/I-per|e/B-geo");
    assertEquals(List.of(), show(finding(new FormatCheck(), FindingKind.SCHEME, file)));
    assertEquals(1, finding(new FormatCheck(), FindingKind.MALFORMED_SPANS, file).cases().size());
  }

  @Test
  void aWrongColumnIsNoScheme() throws IOException {
    CheckedFile file =
        CheckFiles.read(folder, TRAIN, "a\t1,2\nb\t,\n\nc\t.\n", ReaderOptions.DEFAULT);
    assertEquals(3 + 1, finding(new FormatCheck(), FindingKind.BAD_LINES, file).cases().size());
    assertEquals(List.of(), show(finding(new FormatCheck(), FindingKind.SCHEME, file)));
  }

  @Test
  void textsThatDoNotHoldTheirTokens() throws IOException {
    CheckedFile file =
        CheckFiles.read(folder, TRAIN, "# text = Ann\nBob B-per\n", ReaderOptions.DEFAULT);
    assertEquals(
        List.of(
            "[train:2 found a '# text' that does not hold the tokens;"
                + " expected the tokens in order, white space apart]"),
        show(finding(new FormatCheck(), FindingKind.UNALIGNED_TEXTS, file)));
  }

  @Test
  void aSentenceWhoseTokensAllHoldASpaceHasOtherColumns() throws IOException {
    CheckedFile file =
        CheckFiles.read(
            folder, TRAIN, "He O\nleft O\n\nNew York B-geo\n\nA O\n", ReaderOptions.DEFAULT);
    assertEquals(
        List.of("[train:4 found 3 columns; expected 2 as in the first sentence]"),
        show(finding(new FormatCheck(), FindingKind.COLUMNS, file)));
  }
}
