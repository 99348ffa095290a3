package org.namespan.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.namespan.trainer.corpus.CorpusFiles.assertRefused;
import static org.namespan.trainer.corpus.CorpusFiles.lines;
import static org.namespan.trainer.corpus.CorpusFiles.read;
import static org.namespan.trainer.corpus.CorpusFiles.show;
import static org.namespan.trainer.corpus.CorpusFiles.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namespan.model.tag.Span;
import org.namespan.model.text.Token;

class CorpusColumnTest {
  @TempDir Path folder;

  private Corpus conll(String text) throws IOException {
    return read(write(folder, "a.conll", text));
  }

  private Corpus iob2(String text) throws IOException {
    return read(write(folder, "a.iob2", text));
  }

  @Test
  void readsSpacesAndTabs() throws IOException {
    Corpus corpus = conll("\n  Ann   NNP  B-per \nLee\tNNP\tI-per\n\n \t\nruns O\n");
    assertEquals("Ann/B-per Lee/I-per|runs/O", show(corpus));
    assertEquals(List.of(2, 6), lines(corpus));
    assertEquals(List.of(new Span("per", 0, 2)), corpus.sentences().get(0).spans());
    assertEquals("a.conll", corpus.name());
    assertEquals(3, corpus.tokenCount());
    assertEquals(1, corpus.spanCount());
    assertEquals("[per]", corpus.types().toString());
  }

  @Test
  void acceptsCrlfByteOrderMarkAndNoLastLineEnd() throws IOException {
    assertEquals("Ann/B-per|x/O", show(conll("\uFEFFAnn\tB-per\r\n\r\nx\tO")));
  }

  @Test
  void unpacksGzipWhateverTheName() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write("x O\n".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals("x/O", show(read(write(folder, "a.conll.gz", packed.toByteArray()))));
    assertEquals("x/O", show(read(write(folder, "plain-name", packed.toByteArray()))));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(60)
  void readsAPipe() throws Exception {
    Path pipe = folder.resolve("a.conll");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    Thread writer =
        new Thread(
            () -> {
              try {
                Files.writeString(pipe, "x O\n", StandardOpenOption.WRITE);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    writer.start();
    assertEquals("x/O", show(read(pipe)));
    writer.join();
  }

  @Test
  void keepsOddTokensAsTheyStand() throws IOException {
    Corpus corpus = conll("a\u00A0b O\n\u2028\tO\n\u0085\tO\nNone\tO\nx \tO\n \tO\n");
    assertEquals(
        List.of("a\u00A0b", "\u2028", "\u0085", "None", "x ", " "),
        corpus.sentences().get(0).tokens());
  }

  @Test
  void putsReplacementCharacterWhereTokenIsLost() throws IOException {
    assertEquals("a/O \uFFFD/B-per", show(conll("a\tO\n\tB-per\n")));
  }

  @Test
  void choosesColumns() throws IOException {
    Path file = write(folder, "a.txt", "B-per 7 Ann x\nO 8 runs y\n");
    ReaderOptions options = ReaderOptions.DEFAULT.withTokenColumn(-2).withTagColumn(0);
    assertEquals("Ann/B-per runs/O", show(new ColumnReader().read(file, options)));
  }

  @Test
  void widthMayDifferBetweenSentences() throws IOException {
    assertEquals("a/O|b/O", show(conll("a x O\n\nb x y O\n")));
  }

  @Test
  void documentMarksEndSentences() throws IOException {
    assertEquals("a/O|b/O", show(conll("-DOCSTART- -X- -X- O\n\na O\n-DOCSTART-\nb O\n")));
  }

  @Test
  void hashIsTokenUnlessItsLineHasNoTagBeforeSentence() throws IOException {
    Corpus corpus = conll("# id a1\tdomain=en\n# newdoc\n# O\n#Holland B-loc\n# O\n\n#\tO\n");
    assertEquals("#/O #Holland/B-loc #/O|#/O", show(corpus));
    assertRefused(folder + "/a.conll:2", "no tag", () -> conll("a O\n# secret\n"));
  }

  @Test
  void iob2SkipsCommentsRangesAndEmptyNodes() throws IOException {
    Corpus corpus = iob2("# text = #1\n1-2\tcannot\tO\t-\n1\tcan\tO\t-\n2\t#not\tB-x\t-\n");
    assertEquals("can/O #not/B-x", show(corpus));
    assertEquals("a/O b/O", show(iob2("1\ta\tO\n1.1\te\tO\n#\n2\tb\tO\n")));
  }

  @Test
  void knowsTheLineOfEachTokenThoughLinesArePassedOver() throws IOException {
    Corpus corpus = iob2("# text = a\n1\ta\tO\n#\n2-3\tbc\tO\n2\tb\tB-x\n\n\n1\td\tO\n2\te\tO\n");
    assertEquals(List.of(2, 5), corpus.sentences().get(0).lines());
    assertEquals(List.of(8, 9), corpus.sentences().get(1).lines());
    assertEquals(List.of(2, 3), conll("# id 1\na O\nb O\n").sentences().get(0).lines());
  }

  @Test
  void keepsTheTextOfASentence() throws IOException {
    String rows = "1\tIt\tO\n2\t's\tO\n3\there\tO\n4\t.\tO\n";
    for (Corpus corpus :
        List.of(
            iob2("# sent_id = 1\n# text = It 's here.\n" + rows),
            conll("# text = It 's here. \nIt O\n's O\nhere O\n. O\n"))) {
      AlignedText text = corpus.sentences().get(0).text().orElseThrow();
      assertEquals("It 's here.", text.text().strip());
      assertEquals(List.of(0, 3, 6, 10), text.tokens().stream().map(Token::start).toList());
      assertEquals(0, corpus.unaligned());
    }
  }

  /** A text belongs to the tokens that follow it, up to the next blank line. */
  @Test
  void leavesOutATextThatIsNotThatOfTheTokens() throws IOException {
    Corpus corpus =
        iob2(
            "# text = a b\n1\ta\tO\n\n1\tb\tO\n\n# text = c\n\n1\tc\tO\n\n"
                + "# text_en = d\n1\td\tO\n# text = d\n\n# text=e\n1\te\tO\n");
    assertEquals(
        List.of(false, false, false, false, true),
        corpus.sentences().stream().map(sentence -> sentence.text().isPresent()).toList());
    assertEquals(1, corpus.unaligned());
    assertEquals(2, Corpus.concat(List.of(corpus, corpus)).unaligned());
  }

  @ParameterizedTest
  @CsvSource({
    "IO, I-x I-x O I-y, B-x I-x O B-y",
    "IOB1, I-x B-x I-x I-y, B-x B-x I-x B-y",
    "BIO, B-x B-x I-x B-y, B-x B-x I-x B-y",
    "BILOU, U-x B-x L-x U-y, B-x B-x I-x B-y",
    "BIOES, S-x B-x E-x S-y, B-x B-x I-x B-y",
    "IO, x x O y, B-x I-x O B-y",
    "IO, art-x art-x O y, B-art-x I-art-x O B-y"
  })
  void turnsEverySchemeToBio(CorpusScheme scheme, String tags, String bio) throws IOException {
    Corpus corpus = tagged(scheme, RepairPolicy.FAIL, tags);
    assertEquals(bio, bio(corpus));
    assertEquals(0, corpus.repaired());
  }

  @ParameterizedTest
  @CsvSource({
    "BIO, BEGIN, O I-x I-x B-y I-x, O B-x I-x B-y B-x, 2",
    "BIO, DROP, O I-x I-x B-y I-x, O O O B-y O, 2",
    "BILOU, BEGIN, B-x O L-x U-x, B-x O B-x B-x, 2",
    "BILOU, DROP, B-x O L-x U-x, O O O B-x, 2",
    "BIOES, DROP, B-x O E-x S-x, O O O B-x, 2",
    "IOB1, BEGIN, B-x I-x B-x, B-x I-x B-x, 1"
  })
  void repairsAndCounts(
      CorpusScheme scheme, RepairPolicy policy, String tags, String bio, int repaired)
      throws IOException {
    Corpus corpus = tagged(scheme, policy, tags);
    assertEquals(bio, bio(corpus));
    assertEquals(repaired, corpus.repaired());
  }

  @Test
  void aTypeWithControlCharactersIsNoTag() {
    for (String tag : List.of("B-x\u202e", "B-\u001b[2J")) {
      assertRefused(
          folder + "/tags:2", "", () -> tagged(CorpusScheme.BIO, RepairPolicy.FAIL, "B-x " + tag));
    }
  }

  @Test
  void failsAtMalformedSpan() {
    assertRefused(
        folder + "/tags:3",
        "found I-y; expected B-y",
        () -> tagged(CorpusScheme.BIO, RepairPolicy.FAIL, "B-x O I-y"));
    assertRefused(
        folder + "/tags:2",
        "found I-x; expected L-x",
        () -> tagged(CorpusScheme.BILOU, RepairPolicy.FAIL, "B-x I-x O"));
    assertRefused(
        folder + "/tags:2",
        "found I-x; expected E-x",
        () -> tagged(CorpusScheme.BIOES, RepairPolicy.FAIL, "B-x I-x O"));
  }

  @ParameterizedTest
  @CsvSource({
    "U-x B-x L-x O U-y, B-x B-x I-x O B-y",
    "B-y I-y I-y E-y O S-x, B-y I-y I-y I-y O B-x",
    "B-x I-x O, B-x I-x O"
  })
  void tellsTheSchemeByTheLetters(String tags, String bio) throws IOException {
    Corpus corpus = conll("Secret\t" + tags.replace(" ", "\nSecret\t") + "\n");
    assertEquals(bio, bio(corpus));
    assertEquals(0, corpus.repaired());
  }

  @Test
  void refusesLettersThatTellNoScheme() {
    assertRefused(
        folder + "/a.conll:3",
        "prefix S-; expected L- and U- (BILOU) or E- and S- (BIOES), not both",
        () -> conll("a O\nb U-x\nc S-x\n"));
    // A stray letter in a file of BIO.
    assertRefused(
        folder + "/a.conll:6",
        "a tag of BIOES, in which most spans of the file are not written; expected O, B-TYPE,",
        () -> conll("a B-x\nb O\na B-x\nb O\n\nc S-x\n"));
  }

  @Test
  void typesStandAloneInAllOfAFileOrNowhere() {
    assertRefused(
        folder + "/tags:3",
        "found a type without prefix; expected I-TYPE",
        () -> tagged(CorpusScheme.IO, RepairPolicy.BEGIN, "O I-x x"));
    assertRefused(
        folder + "/tags:3",
        "found a tag with the prefix I-; expected TYPE alone",
        () -> tagged(CorpusScheme.IO, RepairPolicy.BEGIN, "O x I-x"));
    assertRefused(
        folder + "/tags:2",
        "found a tag with the prefix B-; expected O, I-TYPE, or TYPE alone in the whole file (IO)",
        () -> tagged(CorpusScheme.IO, RepairPolicy.BEGIN, "O B-x"));
    assertRefused(
        folder + "/tags:1", "no tag", () -> tagged(CorpusScheme.IO, RepairPolicy.BEGIN, ". O"));
  }

  @Test
  void namesOfSchemes() {
    assertEquals(CorpusScheme.BIOES, CorpusScheme.named("iobes"));
    assertEquals(CorpusScheme.BIO, CorpusScheme.named("IOB2"));
    for (CorpusScheme scheme : CorpusScheme.values()) {
      assertEquals(scheme, CorpusScheme.named(scheme.name()));
    }
  }

  @Test
  void commentsStayCommentsWhereTypesStandAlone() throws IOException {
    ReaderOptions options = ReaderOptions.DEFAULT.withScheme(CorpusScheme.IO);
    Path file = write(folder, "a.conll", "# id a1\na x\n\n# x\nb O\n");
    assertEquals("a/B-x|#/B-x b/O", show(new ColumnReader().read(file, options)));
  }

  @Test
  void blanksAtTheEndOfALineAreNoPartOfATag() throws IOException {
    Corpus corpus = conll("Ann\tB-per \nLee\tI-per\u00A0\nruns\tO  \n");
    assertEquals("Ann/B-per Lee/I-per runs/O", show(corpus));
    assertEquals("[per]", corpus.types().toString());
    assertEquals(0, corpus.repaired());
  }

  @Test
  void everyLineMayEndWithATab() throws IOException {
    assertEquals("a/O b/B-x|c/O", show(conll("a\tO\t\nb\tB-x\t\n\nc\tO\t\n")));
    assertRefused(
        folder + "/a.conll:3", "found no TAB at the end", () -> conll("a\tO\t\n\nb\tO\tB-x\n"));
    assertRefused(folder + "/a.conll:3", "empty tag", () -> conll("a\tO\n\nb\tO\t\n"));
    assertRefused(
        folder + "/a.conll:2", "found 3 columns; expected 2", () -> conll("a\tO\nb\tO\t\n"));
  }

  private Corpus tagged(CorpusScheme scheme, RepairPolicy policy, String tags) throws IOException {
    String text = "Secret\t" + tags.replace(" ", "\nSecret\t") + "\n";
    ReaderOptions options = ReaderOptions.DEFAULT.withScheme(scheme).withRepairPolicy(policy);
    return new ColumnReader().read(write(folder, "tags", text), options);
  }

  private static String bio(Corpus corpus) {
    return show(corpus).replace("Secret/", "");
  }

  @Test
  void refusesUnknownTag() {
    String place = folder + "/a.conll:2";
    assertRefused(place, "prefix X-; expected O, B-TYPE, I-TYPE (BIO)", () -> conll("a O\nb X-x"));
    assertRefused(place, "no tag", () -> conll("a O\nsecret Secretly"));
    assertRefused(place, "no tag", () -> conll("a O\nsecret B-"));
    assertRefused(
        place, "another scheme, IO where types stand without prefix", () -> conll("a O\nb PER"));
    assertRefused(place, "empty tag", () -> conll("a\tO\nsecret\t"));
  }

  @Test
  void refusesRaggedLine() {
    assertRefused(folder + "/a.conll:2", "found 1 column;", () -> conll("a O\nSecret\n"));
    assertRefused(
        folder + "/a.conll:2", "found 3 columns; expected 2", () -> conll("a O\nSecret one O\n"));
    assertRefused(folder + "/a.iob2:1", "column 2", () -> iob2("1\tsecret\n"));
    assertRefused(folder + "/a.iob2:1", "no index", () -> iob2("secret\tNN\tO\n"));
    Path file = folder.resolve("a.conll");
    ReaderOptions wide = ReaderOptions.DEFAULT.withTagColumn(-3);
    assertRefused(
        file + ":1",
        "column -3",
        () -> new ColumnReader().read(write(folder, "a.conll", "secret O"), wide));
  }

  @Test
  void refusesWhatIsNoFile() throws IOException {
    assertRefused(folder.toString(), "folder", () -> read(folder));
    Path missing = folder.resolve("missing.conll");
    assertRefused(missing.toString(), "no such file", () -> read(missing));
    assertRefused(folder + "/a.conll", "no sentence", () -> conll(""));
    assertRefused(folder + "/a.conll", "no sentence", () -> conll("\n# only\n-DOCSTART-\n"));
  }

  @Test
  void refusesOtherEncodings() throws IOException {
    String text = "secret O\nZürich O\n";
    Path latin = write(folder, "latin", text.getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(latin + ":2", "expected UTF-8", () -> read(latin));
    Path utf16 = write(folder, "utf16", text.getBytes(StandardCharsets.UTF_16));
    assertRefused(utf16 + ":1", "found UTF-16; expected UTF-8", () -> read(utf16));
    Path noMark = write(folder, "utf16le", text.getBytes(StandardCharsets.UTF_16LE));
    assertRefused(noMark + ":1", "NUL", () -> read(noMark));
    Path zip = write(folder, "zip", new byte[] {'P', 'K', 3, 4, 0});
    assertRefused(zip.toString(), "ZIP", () -> read(zip));
    Path gzip = write(folder, "gzip", new byte[] {0x1F, (byte) 0x8B, 8});
    assertRefused(gzip.toString(), "gzip", () -> read(gzip));
  }

  @Test
  void carriageReturnsEndLinesWhereNothingElseDoes() throws IOException {
    Corpus corpus = conll("a\tO\rb\tB-x\r\rc\tO\r");
    assertEquals("a/O b/B-x|c/O", show(corpus));
    assertEquals(List.of(1, 4), lines(corpus));
    assertRefused(folder + "/a.conll:2", "found 1 column;", () -> conll("a\tO\rSecret\r"));
    byte[] latin = "a O\rZ\u00FCrich O\r".getBytes(StandardCharsets.ISO_8859_1);
    Path file = write(folder, "latin", latin);
    assertRefused(file + ":2", "expected UTF-8", () -> read(file));
  }

  @Test
  void refusesLoneCarriageReturns() {
    assertRefused(folder + "/a.conll:1", "line break", () -> conll("secret\ra\tO\n"));
  }
}
