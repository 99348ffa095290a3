package org.namespan.trainer.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.namespan.trainer.vectors.VectorFiles.assertRefused;
import static org.namespan.trainer.vectors.VectorFiles.gzip;
import static org.namespan.trainer.vectors.VectorFiles.show;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordVectorsReadTest {
  private static final String PLAIN = "the[1.0, 2.0]|of[0.5, -3.0]";

  @TempDir Path folder;

  private WordVectors read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private WordVectors read(byte[] bytes) throws IOException {
    return WordVectors.read(Files.write(folder.resolve("a.vec"), bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the 1 2\nof 0.5 -3\n",
        "2 2\nthe 1.0 2.0\nof .5 -3e0\n",
        "2 2\nthe 1 2 \nof 0.5 -3 \n",
        "2\t2\r\nthe\t1\t2\r\nof\t0.5\t-3",
        "\uFEFF2 2\nthe +1. 2E0\nof 0.05e+1  -30e-1\n\n \n",
        "  the 1 2\n\nof 5e-1 -3.000"
      })
  void readsEveryTextForm(String text) throws IOException {
    WordVectors vectors = read(text);
    assertEquals(PLAIN, show(vectors));
    assertEquals(2, vectors.size());
    assertEquals(2, vectors.dim());
    assertEquals(0, vectors.duplicates());
  }

  @Test
  void unpacksGzipWhateverTheName() throws IOException {
    byte[] text = "2 2\nthe 1 2\nof 0.5 -3\n".getBytes(StandardCharsets.UTF_8);
    assertEquals(PLAIN, show(read(gzip(text))));
    assertEquals(PLAIN, show(WordVectors.read(Files.write(folder.resolve("plain.vec.gz"), text))));
  }

  @Test
  void keepsOddWordsAsTheyStand() throws IOException {
    WordVectors vectors =
        read(
            ", 1 2\na\u00A0b 1 2\n\u00A0 1 2\n. . . 1 2\nat name@domain.com 1 2\n\u0085 1 2\n"
                + "\u2028 1 2\n12 1 2\n1 1/2 1 2\n👩🏽‍🚀 1 2\n</s> 1 2\nNaN 1 2\n");
    assertEquals(
        List.of(
            ",",
            "a\u00A0b",
            "\u00A0",
            ". . .",
            "at name@domain.com",
            "\u0085",
            "\u2028",
            "12",
            "1 1/2",
            "👩🏽‍🚀",
            "</s>",
            "NaN"),
        vectors.words());
    assertArrayEquals(new float[] {1, 2}, vectors.vector(". . ."));
  }

  @Test
  void firstOfEqualWordsWins() throws IOException {
    WordVectors vectors = read("4 1\na 1\nb 2\na 3\na 4\n");
    assertEquals("a[1.0]|b[2.0]", show(vectors));
    assertEquals(2, vectors.duplicates());
    assertTrue(vectors.contains("b"));
    assertFalse(vectors.contains("c"));
    assertThrows(IllegalArgumentException.class, () -> vectors.vector("c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5 1\n"})
  void stopsAtLimit(String header) throws IOException {
    Path file = folder.resolve("a.vec");
    Files.writeString(file, header + "a 1\n\na 2\nb 3\nc 4\nsecret and broken\n");
    assertEquals("a[1.0]|b[3.0]", show(WordVectors.read(file, 3)));
    assertThrows(VectorException.class, () -> WordVectors.read(file, 5));
    assertThrows(IllegalArgumentException.class, () -> WordVectors.read(file, 0));
  }

  @Test
  void checksumIsThatOfTheWholeFile() throws IOException {
    // printf 'a 1\nb 2\n' | sha256sum
    String expected = "2951835de33689a441bfa61bc7af99b1f0305ca8ec0ab4dd508f14f57b27ca23";
    assertEquals(expected, read("a 1\nb 2\n").sha256());
    assertEquals(expected, WordVectors.read(folder.resolve("a.vec"), 1).sha256());
  }

  @Test
  void copiesVectors() throws IOException {
    WordVectors vectors = read("a 1\n");
    vectors.vector("a")[0] = 7;
    assertEquals("a[1.0]", show(vectors));
    assertThrows(UnsupportedOperationException.class, () -> vectors.words().clear());
  }

  @Test
  void refusesWrongNumberOfFields() {
    String second = folder + "/a.vec:2";
    String third = folder + "/a.vec:3";
    assertRefused(
        third, "found 2 fields; expected 3: a word and 2 num", () -> read("a 1 2\n\nsecret 1\n"));
    assertRefused(second, "found 1 field;", () -> read("a 1 2\nsecret\n"));
    assertRefused(second, "found 4 fields; expected 3", () -> read("a 1 2\nsecret 1 2 3\n"));
    assertRefused(second, "found 2 fields; expected 3", () -> read("a 1 2\n 1 2\n"));
    assertRefused(second, "found 4 fields; expected 3", () -> read("a 1 2\nse cret 1 x\n"));
    assertRefused(second, "found 2 fields; expected 10", () -> read("1 9\nsecret 1\n"));
    assertRefused(folder + "/a.vec:1", "found 1 field;", () -> read("secret\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"secret", "nan", "NaN", "inf", "-Infinity", "1e39", "1f", "0x1p3", "1,5", "1..5"})
  void refusesWhatIsNoFiniteNumber(String number) {
    String place = folder + "/a.vec:2";
    assertRefused(
        place, "no finite number in field 3; exp", () -> read("a 1 2\nsecret 1 " + number));
  }

  @Test
  void refusesOtherCountThanPromised() {
    String place = folder + "/a.vec";
    assertRefused(place, "found 1 vectors; expected 2", () -> read("2 1\nsecret 1\n"));
    assertRefused(place, "found 2 vectors; expected 1", () -> read("1 1\nsecret 1\nb 1\n"));
    assertRefused(place + ":1", "found 0 vectors of 3", () -> read("0 3\n"));
    assertRefused(place + ":1", "1 vectors of 0", () -> read("1 0\nsecret\n"));
    assertRefused(place + ":1", "2147483647 numbers", () -> read("1 98765432109876543210\n"));
    assertRefused(place, "expected 2147483647", () -> read("98765432109876543210 1\nsecret 1\n"));
  }

  @Test
  void refusesWhatIsNoSuchFile() throws IOException {
    assertRefused(folder.toString(), "folder", () -> WordVectors.read(folder));
    Path missing = folder.resolve("missing.vec");
    assertRefused(missing.toString(), "no such file", () -> WordVectors.read(missing));
    String place = folder + "/a.vec";
    assertRefused(place, "no vector", () -> read(""));
    assertRefused(place, "no vector", () -> read("\n \n"));
    assertRefused(place, "no vector", () -> read("3 2\n"));
    assertRefused(place, "ZIP", () -> read("PK\3\4secret"));
    assertRefused(place + ":1", "UTF-16", () -> read("a 1".getBytes(StandardCharsets.UTF_16)));
    assertRefused(place, "gzip", () -> read(new byte[] {0x1F, (byte) 0x8B, 8}));
    byte[] packed = gzip("a 1\nb 2\n".repeat(9).getBytes(StandardCharsets.UTF_8));
    assertRefused(place, "gzip", () -> read(Arrays.copyOf(packed, packed.length - 9)));
    assertRefused(
        place + ":2",
        "not UTF-8",
        () -> read("a 1\nZ\u00FCrich 1\n".getBytes(StandardCharsets.ISO_8859_1)));
    assertRefused(place + ":2", "1048576 bytes", () -> read("a 1\n" + "b".repeat(2_000_000)));
  }

  @Test
  void lineOfManyNumbersFits() throws IOException {
    String numbers = " -0.123456".repeat(50_000);
    WordVectors vectors = read("a" + numbers + "\nb" + numbers + "\n");
    assertEquals(50_000, vectors.dim());
    assertEquals(-0.123456f, vectors.vector("b")[49_999]);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings()
        .all()
        .ofMinLength(1)
        .ofMaxLength(5)
        .map(word -> word.replaceAll("[\n \t]", "_"))
        .filter(word -> StandardCharsets.UTF_8.newEncoder().canEncode(word))
        .filter(word -> !word.startsWith("\uFEFF") && !word.startsWith("PK"));
  }

  @Provide
  Arbitrary<float[]> numbers() {
    return Arbitraries.floats().array(float[].class).ofSize(3);
  }

  @Provide
  Arbitrary<Map<String, float[]>> tables() {
    return Arbitraries.maps(words(), numbers()).ofMinSize(1).ofMaxSize(6);
  }

  @Property(seed = "20", tries = 300)
  void readsBackWhatWasWritten(
      @ForAll("tables") Map<String, float[]> table,
      @ForAll boolean header,
      @ForAll boolean packed,
      @ForAll boolean crlf)
      throws IOException {
    String lineEnd = crlf ? "\r\n" : "\n";
    StringBuilder text = new StringBuilder(header ? table.size() + " 3" + lineEnd : "");
    for (Map.Entry<String, float[]> row : table.entrySet()) {
      text.append(row.getKey());
      for (float value : row.getValue()) {
        text.append(' ').append(value);
      }
      text.append(lineEnd);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    Path file = Files.createTempFile("namespan", ".vec");
    try {
      WordVectors vectors = WordVectors.read(Files.write(file, packed ? gzip(bytes) : bytes));
      assertEquals(List.copyOf(table.keySet()), vectors.words());
      for (String word : vectors.words()) {
        assertArrayEquals(table.get(word), vectors.vector(word));
      }
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  Arbitrary<String> decimals() {
    return Combinators.combine(
            Arbitraries.longs().between(-99_999_999_999L, 99_999_999_999L),
            Arbitraries.integers().between(0, 11),
            Arbitraries.integers().between(0, 10))
        .as((digits, scale, cut) -> BigDecimal.valueOf(digits >> (3 * cut), scale).toPlainString());
  }

  /** Short decimals have a way of their own, which must give what every other reader gives. */
  @Tag("slow")
  @Property(seed = "20", tries = 2000)
  void numbersAreTheNearestFloats(@ForAll("decimals") String decimal) throws IOException {
    Path file = Files.createTempFile("namespan", ".vec");
    try {
      WordVectors vectors = WordVectors.read(Files.writeString(file, "a " + decimal));
      assertEquals(new BigDecimal(decimal).floatValue(), vectors.vector("a")[0] + 0f);
    } finally {
      Files.delete(file);
    }
  }
}
