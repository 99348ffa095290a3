package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BinaryMaxentModelTest {

  @Property(seed = "63", tries = 500)
  void findsEachPredicateAndNoOther(@ForAll @Size(max = 40) Set<@AlphaChars String> predicates) {
    String[] known = predicates.toArray(new String[0]);
    long[] hashes =
        IntStream.range(0, known.length).mapToLong(i -> BinaryMaxentModel.hash(known[i])).toArray();
    double[] weights = IntStream.range(0, known.length).mapToDouble(i -> i + 1).toArray();
    BinaryMaxentModel model = BinaryMaxentModel.of(hashes, weights, true).orElseThrow();
    for (int i = 0; i < known.length; i++) {
      assertEquals(i + 1, model.weight(known[i]));
      assertEquals(0, model.weight(known[i].concat("=")));
    }
  }

  /** By the constants of FNV-1a: the hash of "a" is published as af63dc4c8601ec8c. */
  @Test
  void hashesByParts() {
    assertEquals(0xaf63dc4c8601ec8cL, BinaryMaxentModel.hash("a"));
    String predicate = "p1f1=é😀x";
    assertEquals(
        BinaryMaxentModel.hash(predicate),
        BinaryMaxentModel.hash(BinaryMaxentModel.hash("p1f1="), "_" + predicate, 6, 10));
    byte[] ascii = "_f12=._".getBytes(StandardCharsets.US_ASCII);
    assertEquals(BinaryMaxentModel.hash("f12=."), BinaryMaxentModel.hash(ascii, 1, 6));
  }

  @Test
  void saysYesAbove0AndAt0IfToldSo() {
    BinaryMaxentModel yes = BinaryMaxentModel.of(new long[0], new double[0], true).orElseThrow();
    BinaryMaxentModel no = BinaryMaxentModel.of(new long[0], new double[0], false).orElseThrow();
    assertTrue(yes.isPositive(1e-9) && yes.isPositive(0) && no.isPositive(1e-9));
    assertFalse(yes.isPositive(-1e-9) || no.isPositive(0) || no.isPositive(-1e-9));
  }

  @Test
  void holdsNoPredicatesThatItCannotTellApart() {
    assertEquals(Optional.empty(), of(5, 5));
    assertEquals(Optional.empty(), of(0));
    // All of them belong into one slot.
    assertEquals(Optional.empty(), of(LongStream.range(1, 2000).map(i -> i << 50).toArray()));
    assertTrue(of(LongStream.range(1, 2000).toArray()).isPresent());
  }

  private static Optional<BinaryMaxentModel> of(long... predicates) {
    return BinaryMaxentModel.of(predicates, new double[predicates.length], true);
  }

  @Test
  void givesItsPredicatesInOrder() {
    long[] predicates = {7, -3, Long.MAX_VALUE, 1, Long.MIN_VALUE};
    assertArrayEquals(
        new long[] {Long.MIN_VALUE, -3, 1, 7, Long.MAX_VALUE},
        of(predicates).orElseThrow().predicates());
  }
}
