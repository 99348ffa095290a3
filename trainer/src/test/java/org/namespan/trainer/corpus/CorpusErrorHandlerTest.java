package org.namespan.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.namespan.trainer.corpus.CorpusFiles.show;
import static org.namespan.trainer.corpus.CorpusFiles.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading past what is wrong in a file. */
class CorpusErrorHandlerTest {
  @TempDir Path folder;

  /** What the handler heard: {@code 3: found 1 column}. */
  private final List<String> bad = new ArrayList<>();

  private final List<String> malformed = new ArrayList<>();
  private final List<String> unaligned = new ArrayList<>();

  private Corpus read(Path file, ReaderOptions options) throws IOException {
    return CorpusFormats.detect(file)
        .read(
            file,
            options,
            new CorpusErrorHandler() {
              @Override
              public void badLine(CorpusProblem problem) {
                assertEquals(file, problem.file());
                bad.add(problem.line() + ": " + problem.found());
              }

              @Override
              public void malformedSpan(CorpusProblem problem) {
                malformed.add(problem.line() + ": " + problem.found() + ", " + problem.expected());
              }

              @Override
              public void unalignedText(CorpusProblem problem) {
                unaligned.add(problem.line() + "");
              }
            });
  }

  private Corpus conll(String text) throws IOException {
    return read(write(folder, "a.conll", text), ReaderOptions.DEFAULT);
  }

  @Test
  void allBadLinesAreToldAndTheirSentencesLeftOut() throws IOException {
    Corpus corpus =
        conll(
            "Ann\tB-per\nruns\tO\n\n"
                + "Bob\nruns\tO\n\n"
                + "Cid\tB-per\nruns\tO\tO\nfast\tX\n\n"
                + "Dora\tB-per\n");
    assertEquals("Ann/B-per runs/O|Dora/B-per", show(corpus));
    assertEquals(
        List.of("4: found 1 column", "8: found 3 columns", "9: found something that is no tag"),
        bad);
  }

  @Test
  void bytesThatAreNotUtf8AreToldLineByLine() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("Zürich\tB-geo\n\nZ".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xFC);
    bytes.write("rich\tB-geo\n\n".getBytes(StandardCharsets.UTF_8));
    bytes.write("Köln\tB-geo\nM".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xFC);
    bytes.write("n\tB-geo\n".getBytes(StandardCharsets.UTF_8));
    Path file = write(folder, "a.conll", bytes.toByteArray());
    assertEquals("Zürich/B-geo", show(read(file, ReaderOptions.DEFAULT)));
    assertEquals(
        List.of("3: found bytes that are not UTF-8", "6: found bytes that are not UTF-8"), bad);
    // Without a handler the same file ends at the first of them.
    assertTrue(
        assertThrows(CorpusException.class, () -> CorpusFormats.read(file))
            .getMessage()
            .startsWith(file + ":3: found bytes that are not UTF-8"));
  }

  @Test
  void malformedSpansAreToldWithTheirFirstBadTag() throws IOException {
    String text = "a\tI-per\nb\tI-per\n\nc\tB-per\nd\tI-geo\n";
    assertEquals("a/B-per b/I-per|c/B-per d/B-geo", show(conll(text)));
    assertEquals(
        List.of(
            "1: found I-per, expected B-per here (BIO)",
            "5: found I-geo, expected B-geo here (BIO)"),
        malformed);
    assertEquals(List.of(), bad);
  }

  @Test
  void withPolicyFailEachMalformedSpanIsABadLine() throws IOException {
    Path file = write(folder, "a.conll", "a\tI-per\n\nb\tB-per\n\nc\tI-per\nd\tO\ne\tI-per\n");
    ReaderOptions fail = ReaderOptions.DEFAULT.withRepairPolicy(RepairPolicy.FAIL);
    assertEquals("b/B-per", show(read(file, fail)));
    assertEquals(List.of("1: found I-per", "5: found I-per", "7: found I-per"), bad);
    assertEquals(List.of(), malformed);
  }

  @Test
  void lettersOfTwoSchemesAreTold() throws IOException {
    assertEquals("a/B-per", show(conll("a\tU-per\n\nb\tS-per\n\nc\tE-per\n")));
    assertEquals(
        List.of("3: found a tag with the prefix S-", "5: found a tag with the prefix E-"), bad);
  }

  @Test
  void typesWithAndWithoutPrefixAreTold() throws IOException {
    Path file = write(folder, "a.conll", "a\tper\n\nb\tI-per\n\nc\tper\n");
    assertEquals(
        "a/B-per|c/B-per", show(read(file, ReaderOptions.DEFAULT.withScheme(CorpusScheme.IO))));
    assertEquals(List.of("3: found a tag with the prefix I-"), bad);
  }

  @Test
  void aStrayLetterDoesNotMakeAScheme() throws IOException {
    conll("a\tU-per\n\nb\tB-per\n\nc\tB-per\n\nd\tB-per\n");
    assertEquals(
        List.of("1: found a tag of BILOU, in which most spans of the file are not written"), bad);
    assertEquals(3, malformed.size());
  }

  @Test
  void nothingToRead() throws IOException {
    for (String text : new String[] {"", "\n\n\n", "# only a comment\n", "-DOCSTART- O\n"}) {
      bad.clear();
      assertTrue(conll(text).sentences().isEmpty(), text);
      assertEquals(List.of("0: found no sentence"), bad);
    }
  }

  @Test
  void textsThatDoNotHoldTheirTokens() throws IOException {
    String text = "# text = Ann runs\n1\tAnn\tB-per\n2\truns\tO\n\n# text = Ann\n1\tBob\tB-per\n";
    Corpus corpus = read(write(folder, "a.iob2", text), ReaderOptions.DEFAULT);
    assertEquals(List.of("6"), unaligned);
    assertEquals(1, corpus.unaligned());
  }

  @Test
  void rowsWithoutIndexInIob2() throws IOException {
    String text = "1\tAnn\tB-per\nBob\tO\tO\n\n1\tCid\tB-per\n";
    assertEquals("Cid/B-per", show(read(write(folder, "a.iob2", text), ReaderOptions.DEFAULT)));
    assertEquals(List.of("2: found no index in the first column"), bad);
  }

  @Test
  void rowsOfTheGmbCsv() throws IOException {
    String text =
        "Sentence #,Word,POS,Tag\n"
            + ",early,NN,O\n"
            + "Sentence: 1,Ann,NNP,B-per\n,runs,VBZ\n"
            + "Sentence: 2,Bob,NNP,B-per\n"
            + "Sentence: 3,Eve,NNP,B-per\n"
            + ",\"Cid\"x,NNP,I-per\nSentence: 4,Dora,NNP,B-per\n";
    // Behind the quote nothing can be read, and Eve's sentence may go on there.
    Corpus corpus = read(write(folder, "a.csv", text), ReaderOptions.DEFAULT);
    assertEquals("Bob/B-per", show(corpus));
    assertEquals(
        List.of(
            "2: found a word before the first sentence",
            "4: found 3 fields",
            "7: found a quote that does not end before a comma or the end of the line"),
        bad);
  }

  /** A reader of one's own that knows nothing of handlers. */
  @Test
  void aReaderWithoutHandlersEndsAtTheFirstBadLine() throws IOException {
    Path file = write(folder, "a.conll", "a\n");
    CorpusReader own =
        new CorpusReader() {
          @Override
          public String name() {
            return "OWN";
          }

          @Override
          public List<String> extensions() {
            return List.of();
          }

          @Override
          public Corpus read(Path path, ReaderOptions options) throws IOException {
            return CorpusFormats.CONLL.read(path, options);
          }
        };
    assertThrows(
        CorpusException.class,
        () -> own.read(file, ReaderOptions.DEFAULT, new CorpusErrorHandler() {}));
    assertFalse(own.name().isEmpty());
  }
}
