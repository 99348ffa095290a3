package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaxentTableTest {

  private static final BinaryMaxentModel MODEL =
      BinaryMaxentModel.of(new long[] {3, -2}, new double[] {0.5, -1}, true).orElseThrow();

  /** By hand, as the documentation of the class has it. */
  private static final String TOKENIZER =
      "54 01 00000000 00000002 fffffffffffffffe 0000000000000003 bff0000000000000 3fe0000000000000";

  private static final String SENTENCE_DETECTOR =
      "53 01 00000002 002e 2026 00000002"
          + " fffffffffffffffe 0000000000000003 bff0000000000000 3fe0000000000000";

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  @Test
  void writesAsDocumented() {
    assertArrayEquals(bytes(TOKENIZER), MaxentTable.of(new MaxentTokenizer(MODEL)).toBytes());
    assertArrayEquals(
        bytes(SENTENCE_DETECTOR),
        MaxentTable.of(new MaxentSentenceDetector(MODEL, ".…")).toBytes());
  }

  @Test
  void readsAsDocumented() {
    BinaryMaxentModel tokenizer = MaxentTable.readTokenizer(bytes(TOKENIZER)).model();
    assertEquals(0.5, tokenizer.weight(3));
    assertEquals(-1, tokenizer.weight(-2));
    assertTrue(tokenizer.isPositive(0));
    MaxentSentenceDetector detector = MaxentTable.readSentenceDetector(bytes(SENTENCE_DETECTOR));
    assertEquals(".…", detector.eosCharacters());
    assertEquals(0.5, detector.model().weight(3));
  }

  @Property(seed = "71", tries = 300)
  void readsWhatIsWritten(
      @ForAll @UniqueElements @Size(max = 30) List<@From("hashes") Long> hashes,
      @ForAll @From("eosCharacters") String eosCharacters,
      @ForAll boolean positiveAtZero) {
    long[] predicates = hashes.stream().mapToLong(Long::longValue).toArray();
    double[] weights = Arrays.stream(predicates).mapToDouble(Math::sin).toArray();
    BinaryMaxentModel model =
        BinaryMaxentModel.of(predicates, weights, positiveAtZero).orElseThrow();
    byte[] written = MaxentTable.of(new MaxentSentenceDetector(model, eosCharacters)).toBytes();
    MaxentSentenceDetector read = MaxentTable.readSentenceDetector(written);
    assertEquals(eosCharacters, read.eosCharacters());
    assertEquals(positiveAtZero, read.model().isPositive(0));
    for (int i = 0; i < predicates.length; i++) {
      assertEquals(weights[i], read.model().weight(predicates[i]));
    }
    assertArrayEquals(written, MaxentTable.of(read).toBytes());
  }

  @Provide
  Arbitrary<Long> hashes() {
    return Arbitraries.longs().filter(hash -> hash != 0);
  }

  @Provide
  Arbitrary<String> eosCharacters() {
    return Arbitraries.strings().ofMinLength(1).ofMaxLength(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "53 01 00000001 002e 00000000         > found kind 83, expected kind 84",
        "54 02 00000000 00000000              > found outcome 2",
        "54 01 00000001 002e 00000000         > found 1 end-of-sentence characters, expected none",
        "54 01 7fffffff 00000000              > a count of 2147483647, expected at most 2",
        "54 01 ffffffff 00000000              > a count of -1",
        "54 01 00000000 00000000 00           > found 1 bytes of predicates, expected 0 for 0",
        "54 01 00000000 10000000 0000000000000003 3fe0000000000000 > a count of 268435456",
        "54 01 00000000 00000001 0000000000000003 3fe0000000000000 00 > found 17 bytes",
        "54 01 00000000 00000001 0000000000000000 3fe0000000000000 > found hashes",
        "54 01 00000000 00000001 0000000000000003 7ff8000000000000 > found weight NaN",
        "54 01 00000000 00000001 0000000000000003 fff0000000000000 > found weight -Infinity",
        "54 01 00000000 00000002 0000000000000003 0000000000000003 3fe0000000000000"
            + " 3fe0000000000000 > found a hash in place 1",
        "54 01 00000000 > it ends too early",
        "'' > it ends too early",
      })
  void refusesOtherBytes(String hex, String reason) {
    byte[] bytes = bytes(hex);
    String message =
        assertThrows(IllegalArgumentException.class, () -> MaxentTable.readTokenizer(bytes))
            .getMessage();
    assertTrue(
        message.startsWith("not a maxent tokenizer model (" + bytes.length + " bytes): "), message);
    assertTrue(message.contains(reason), message);
  }

  @Test
  void refusesASentenceDetectorWithoutCharacters() {
    assertEquals(
        "not a maxent sentence model (10 bytes): found 0 end-of-sentence characters, expected at"
            + " least 1",
        assertThrows(
                IllegalArgumentException.class,
                () -> MaxentTable.readSentenceDetector(bytes("53 00 00000000 00000000")))
            .getMessage());
  }

  /** A file made so that each predicate is looked for at the places of all others. */
  @Property(seed = "72", tries = 3)
  void refusesWhatWouldTakeLongToLoad(@ForAll @IntRange(min = 100_000, max = 200_000) int count)
      throws IOException {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(table);
    out.write(bytes("54 00 00000000"));
    out.writeInt(count);
    for (int i = 1; i <= count; i++) {
      // Both halves are the same, and so is what their difference points to.
      out.writeLong((long) i << 32 | i);
    }
    out.write(new byte[count * Double.BYTES]);
    assertThrows(
        IllegalArgumentException.class, () -> MaxentTable.readTokenizer(table.toByteArray()));
  }

  /** Foreign bytes are read or refused, whatever they say of their own size. */
  @FuzzTest(maxDuration = "1m")
  void readsOrRefuses(byte[] bytes) {
    try {
      assertArrayEquals(bytes, MaxentTable.of(MaxentTable.readTokenizer(bytes)).toBytes());
    } catch (IllegalArgumentException e) {
      assertTrue(e.getMessage().startsWith("not a maxent tokenizer model ("), e.getMessage());
    }
  }
}
