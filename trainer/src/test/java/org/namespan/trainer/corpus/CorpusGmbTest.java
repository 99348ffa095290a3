package org.namespan.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.namespan.trainer.corpus.CorpusFiles.assertRefused;
import static org.namespan.trainer.corpus.CorpusFiles.lines;
import static org.namespan.trainer.corpus.CorpusFiles.read;
import static org.namespan.trainer.corpus.CorpusFiles.show;
import static org.namespan.trainer.corpus.CorpusFiles.write;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusGmbTest {
  private static final String HEADER = "Sentence #,Word,POS,Tag\r\n";
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  @TempDir Path folder;

  private Corpus gmb(String rows) throws IOException {
    return read(write(folder, "a.csv", HEADER + rows));
  }

  private void assertRowsRefused(int line, String part, String rows) {
    assertRefused(folder + "/a.csv:" + line, part, () -> gmb(rows));
  }

  @Test
  void readsSentences() throws IOException {
    Corpus corpus =
        gmb(
            "Sentence: 1,None,NN,O\r\n,\",\",\",\",O\r\n,\"\"\"\",``,O\r\n"
                + "Sentence: 2,null,NN,B-per\r\n,a b,NN,I-per\r\n,NA,NN,I-geo\r\n");
    assertEquals("None/O ,/O \"/O|null/B-per a b/I-per NA/B-geo", show(corpus));
    assertEquals(List.of(2, 5), lines(corpus));
    assertEquals(1, corpus.repaired());
  }

  @Test
  void countsLinesWithLfAndBlankLines() throws IOException {
    Path file =
        write(folder, "lf.csv", "Sentence #,Word,POS,Tag\n\n1,a,,O\n\n2,b,,O\n,c,,O\n3,d,,O\n\n");
    assertEquals(List.of(3, 5, 7), lines(read(file)));
  }

  @Test
  void readsLinesThatEndWithCrAndTagsWithBlanks() throws IOException {
    Path file = write(folder, "cr.csv", "Sentence #,Word,POS,Tag\r1,a,,B-x \r,b,,I-x\r\r2,c,,O\r");
    assertEquals("a/B-x b/I-x|c/O", show(read(file)));
    assertEquals(List.of(2, 5), lines(read(file)));
  }

  @Test
  void goesOnWithRepeatedSentenceNumber() throws IOException {
    assertEquals("a/O b/O|c/O", show(gmb("1,a,,O\r\n1,b,,O\r\n2,c,,O\r\n")));
  }

  @Test
  void detectsEncoding() throws IOException {
    String rows = HEADER + "1,Zürich\u00A0–,NN,B-geo\r\n,\u00A0,NN,O\r\n";
    String expected = "Zürich\u00A0–/B-geo \u00A0/O";
    assertEquals(expected, show(read(write(folder, "utf8.csv", rows))));
    assertEquals(expected, show(read(write(folder, "mark.csv", "\uFEFF" + rows))));
    assertEquals(expected, show(read(write(folder, "ansi.csv", rows.getBytes(WINDOWS_1252)))));
  }

  @Test
  void refusesUndefinedBytes() throws IOException {
    byte[] bytes = (HEADER + "1,secret,NN,O\r\n,a,NN,O\r\n").getBytes(WINDOWS_1252);
    for (int undefined : new int[] {0x81, 0x8D, 0x8F, 0x90, 0x9D}) {
      bytes[bytes.length - 8] = (byte) undefined;
      Path file = write(folder, "bad.csv", bytes);
      assertRefused(file + ":3", "windows-1252", () -> read(file));
    }
    bytes[bytes.length - 8] = 0;
    Path nul = write(folder, "nul.csv", bytes);
    assertRefused(nul + ":3", "NUL", () -> read(nul));
  }

  @Test
  void refusesOtherHeaders() throws IOException {
    Path none = write(folder, "none.csv", "Sentence: 1,Secret,NN,O\r\n");
    assertRefused(none + ":1", "expected Sentence #,Word,POS,Tag", () -> read(none));
    Path other = write(folder, "other.csv", "word,tag\nsecret,O\n");
    assertRefused(other + ":1", "header", () -> read(other));
    assertRefused(folder + "/a.csv", "no sentence", () -> gmb(""));
  }

  @Test
  void refusesBrokenRows() {
    assertRowsRefused(3, "found 3 fields", "1,a,NN,O\r\n,secret,NN\r\n");
    assertRowsRefused(3, "found 5 fields", "1,a,NN,O\r\n,,,secret,O\r\n");
    assertRowsRefused(3, "quote", "1,a,NN,O\r\n,\"secret\"x,NN,O\r\n");
    assertRowsRefused(4, "quote", "1,a,NN,O\r\n\r\n,\"secret,NN,O\r\n,b,NN,O\r\n");
    assertRowsRefused(3, "line break", "1,a,NN,O\r\n,\"secret\r\n\",NN,O\r\n,b,NN,O\r\n");
    assertRowsRefused(4, "prefix X-", "1,a,NN,O\r\n,b,NN,O\r\n,secret,NN,X-per\r\n");
    assertRowsRefused(2, "before the first sentence", ",secret,NN,O\r\n");
  }

  @Test
  void refusesColumns() throws IOException {
    Path file = write(folder, "a.csv", HEADER + "1,a,NN,O\r\n");
    ReaderOptions options = ReaderOptions.DEFAULT.withTagColumn(3);
    assertRefused(file.toString(), "columns", () -> new GmbCsvReader().read(file, options));
  }

  @Test
  void putsReplacementCharacterWhereTokenIsLost() throws IOException {
    Sentence sentence = gmb("1,,NN,O\r\n").sentences().get(0);
    assertEquals(List.of("\uFFFD"), sentence.tokens());
    assertEquals(List.of(), sentence.spans());
  }
}
