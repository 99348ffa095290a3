package org.namespan.trainer.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

  private static final RecordFile FILE = new RecordFile(Path.of("a"), null);

  /** Gives some bytes at a time, as a pipe does. */
  private static InputStream pieces(byte[] bytes, long seed) {
    Random random = new Random(seed);
    return new ByteArrayInputStream(bytes) {
      @Override
      public int read(byte[] target, int from, int length) {
        return super.read(target, from, Math.min(length, 1 + random.nextInt(5)));
      }
    };
  }

  private static RecordReader reader(String text, Framing framing, int limit) throws IOException {
    RecordReader reader =
        new RecordReader(pieces(text.getBytes(StandardCharsets.UTF_8), 1), FILE, framing, limit);
    reader.begin();
    return reader;
  }

  /** Line number and text, or what is wrong. */
  private static List<String> all(RecordReader reader) throws IOException {
    List<String> all = new ArrayList<>();
    for (RawRecord each = reader.next(); each != null; each = reader.next()) {
      String fault = each.fault();
      all.add(each.line() + " " + (fault == null ? each.replaced() : "! " + fault));
    }
    return all;
  }

  private static List<String> lines(String text) throws IOException {
    return all(reader(text, Framing.lines(), 10));
  }

  private static List<String> rows(String text, int limit) throws IOException {
    return all(reader(text, Framing.rows(','), limit));
  }

  @Test
  void linesEndAtLineFeeds() throws IOException {
    assertEquals(List.of("1 a", "2 ", "3 b\rc", "4 d"), lines("\uFEFFa\r\n\nb\rc\nd"));
    assertEquals(List.of("1 a"), lines("a\n"));
    assertEquals(List.of("1 "), lines("\n"));
    assertEquals(List.of(), lines(""));
    assertEquals(List.of(), lines("\uFEFF"));
    assertEquals(List.of("1 \u0000"), lines("\u0000"));
  }

  @Test
  void longLinesAreNotKept() throws IOException {
    String fault = "! found more than 10 bytes, expected no more in a record";
    assertEquals(
        List.of("1 a", "2 " + fault, "3 0123456789", "4 " + fault),
        lines("a\n" + "x".repeat(1_000_000) + "\n0123456789\n0123456789a"));
  }

  @Test
  void rowsGoOnInQuotes() throws IOException {
    assertEquals(
        List.of("1 a,\"b\n\"\"\n\",c", "4 d\"e,f", "5 \"\"", "6 g"),
        rows("a,\"b\n\"\"\n\",c\r\nd\"e,f\n\"\"\ng", 100));
  }

  @Test
  void aQuoteThatStaysOpenCostsItsLine() throws IOException {
    String fault = " ! found a quotation mark that is not closed, expected another";
    assertEquals(List.of("1" + fault, "2 b", "3 c"), rows("\"a\nb\nc", 100));
    assertEquals(List.of("1" + fault), rows("\"a", 100));
    String rest = "b\n".repeat(100);
    List<String> read = rows("\"a\n" + rest + "\"c", 20);
    assertEquals("1" + fault, read.get(0));
    assertEquals("2 b", read.get(1));
    assertEquals("102" + fault, read.get(101));
    assertEquals(102, read.size());
    assertEquals(List.of("1" + fault, "2 c"), rows("\"" + "x".repeat(200_000) + "\nc", 20));
  }

  @Test
  void aWholeFileIsARecord() throws IOException {
    assertEquals(List.of("0 a\r\n\nb\r"), all(reader("a\r\n\nb\r", Framing.wholeFile(), 10)));
    assertEquals(List.of(), all(reader("", Framing.wholeFile(), 10)));
    assertEquals(
        List.of("0 ! found more than 2 bytes, expected no more in a record"),
        all(reader("abc", Framing.wholeFile(), 2)));
  }

  @Test
  void tellsBinaryFiles() throws IOException {
    assertEquals(false, new RecordReader(pieces(new byte[9], 1), FILE, Framing.lines(), 9).begin());
    assertEquals(
        true, new RecordReader(pieces(new byte[] {'a'}, 1), FILE, Framing.lines(), 9).begin());
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab\",\r\n\n\né\uFEFF").ofMaxLength(40);
  }

  /** From behind each record, another reader reads the rest as it was read. */
  @Property(tries = 500)
  void everyEndOfARecordIsAPlaceToBegin(
      @ForAll("texts") String text, @ForAll boolean quoted, @ForAll("limits") int limit)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<String> all = all(reader(text, quoted ? Framing.rows(',') : Framing.lines(), limit));
    RecordReader reader = reader(text, quoted ? Framing.rows(',') : Framing.lines(), limit);
    for (int i = 0; i < all.size(); i++) {
      assertNotNull(reader.next());
      RecordReader other =
          new RecordReader(
              pieces(bytes, i), FILE, quoted ? Framing.rows(',') : Framing.lines(), limit);
      other.skipTo(reader.offset(), reader.line());
      assertEquals(all.subList(i + 1, all.size()), all(other));
    }
    assertNull(reader.next());
    assertEquals(bytes.length, reader.offset());
  }

  @Provide
  Arbitrary<Integer> limits() {
    return Arbitraries.of(1, 3, 8, 1000);
  }

  @Property(tries = 300)
  void linesAreThoseOfASplit(@ForAll("texts") String text) throws IOException {
    String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    List<byte[]> expected = new ArrayList<>();
    String[] parts = marked.split("\n", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i < parts.length - 1 || !parts[i].isEmpty()) {
        String line = parts[i];
        expected.add(
            (line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    RecordReader reader = reader(text, Framing.lines(), 1000);
    for (byte[] line : expected) {
      assertArrayEquals(line, reader.next().bytes());
    }
    assertNull(reader.next());
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    return Arbitraries.strings()
        .withChars("ab\",\n é")
        .ofMinLength(1)
        .ofMaxLength(6)
        .list()
        .ofSize(3)
        .list()
        .ofMaxSize(5);
  }

  /** What Commons CSV writes is read cell for cell, and written again with a cell more. */
  @Property(tries = 300)
  void rowsAreThoseThatCommonsCsvWrites(
      @ForAll("tables") List<List<String>> table, @ForAll QuoteMode mode) throws Exception {
    if (mode == QuoteMode.NONE || mode == QuoteMode.ALL_NON_NULL) {
      return;
    }
    StringWriter written = new StringWriter();
    CSVPrinter printer =
        new CSVPrinter(written, CSVFormat.RFC4180.builder().setQuoteMode(mode).get());
    printer.printRecord("id", "text", "more");
    for (List<String> row : table) {
      printer.printRecord(row);
    }
    CsvFormat format = new CsvFormat("text", "found", ',');
    RecordReader reader = reader(written.toString(), format.newFraming(), 1000);
    StringBuilder again = new StringBuilder(format.header(reader.next())).append("\r\n");
    for (List<String> row : table) {
      TextRecord record = format.parse(reader.next());
      assertEquals(row.get(1), record.text());
      StringBuilder changed = new StringBuilder();
      record.writeAs(record.text() + "\"x\n", changed);
      TextRecord read =
          format.parse(
              new RawRecord(FILE, 1, changed.toString().getBytes(StandardCharsets.UTF_8), null));
      assertEquals(record.text() + "\"x\n", read.text());
      record.writeWith(List.of(), again);
      again.append("\r\n");
    }
    assertNull(reader.next());
    List<List<String>> parsed = new ArrayList<>();
    CSVFormat.RFC4180
        .parse(new java.io.StringReader(again.toString()))
        .forEach(row -> parsed.add(row.toList()));
    List<List<String>> expected = new ArrayList<>();
    expected.add(List.of("id", "text", "more", "found"));
    for (List<String> row : table) {
      List<String> more = new ArrayList<>(row);
      more.add("[]");
      expected.add(more);
    }
    assertEquals(expected, parsed);
  }
}
