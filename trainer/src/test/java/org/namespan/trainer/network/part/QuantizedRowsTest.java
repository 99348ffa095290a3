package org.namespan.trainer.network.part;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class QuantizedRowsTest {

  private static final int COLUMNS = 4;

  /** Rows whose magnitudes lie far apart, as those of frequent and rare words do; some of zeros. */
  @Provide
  Arbitrary<float[]> matrices() {
    Arbitrary<Float> entries =
        Arbitraries.oneOf(Arbitraries.floats().between(-1, 1), Arbitraries.just(0f));
    Arbitrary<List<Float>> row =
        Combinators.combine(
                entries.list().ofSize(COLUMNS), Arbitraries.integers().between(-149, 127))
            .as(
                (values, exponent) ->
                    values.stream().map(value -> Math.scalb(value, exponent)).toList());
    Arbitrary<List<Float>> zeros = Arbitraries.just(Collections.nCopies(COLUMNS, 0f));
    return Arbitraries.frequencyOf(Tuple.of(9, row), Tuple.of(1, zeros))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(QuantizedRowsTest::flat);
  }

  private static float[] flat(List<List<Float>> rows) {
    float[] matrix = new float[rows.size() * COLUMNS];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = rows.get(i / COLUMNS).get(i % COLUMNS);
    }
    return matrix;
  }

  @Property(seed = "20")
  void noEntryMovesByMoreThanHalfItsScale(@ForAll("matrices") float[] matrix) {
    QuantizedRows rows = QuantizedRows.of(matrix, COLUMNS);
    float[] back = rows.toFloats();
    for (int i = 0; i < matrix.length; i++) {
      // In double; the half may be missed by what float division and product round.
      double scale = rows.scales()[i / COLUMNS];
      assertEquals(matrix[i], (double) back[i], scale * (0.5 + 1e-4));
      if (matrix[i] == 0) {
        assertEquals(0, rows.values()[i]);
        assertEquals(0, back[i]);
      }
    }
  }

  @Property(seed = "20")
  void largestEntryOfARowKeepsItsValue(@ForAll("matrices") float[] matrix) {
    QuantizedRows rows = QuantizedRows.of(matrix, COLUMNS);
    float[] back = rows.toFloats();
    for (int from = 0; from < matrix.length; from += COLUMNS) {
      int largest = from;
      for (int i = from; i < from + COLUMNS; i++) {
        largest = Math.abs(matrix[i]) > Math.abs(matrix[largest]) ? i : largest;
      }
      if (Math.abs(matrix[largest]) > 127 * Float.MIN_NORMAL) {
        assertEquals(127, Math.abs(rows.values()[largest]));
        assertEquals(matrix[largest], back[largest], Math.abs(matrix[largest]) * 1e-6);
      }
    }
  }

  @Property(seed = "20")
  void signsAndRowsDoNotMatterToEachOther(@ForAll("matrices") float[] matrix) {
    QuantizedRows rows = QuantizedRows.of(matrix, COLUMNS);
    float[] negative = new float[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      negative[i] = -matrix[i];
    }
    QuantizedRows negated = QuantizedRows.of(negative, COLUMNS);
    assertArrayEquals(rows.scales(), negated.scales());
    for (int i = 0; i < matrix.length; i++) {
      // An entry halfway between two integers is rounded up on either side of zero.
      assertEquals(rows.values()[i], -negated.values()[i], 1);
      float[] row = Arrays.copyOfRange(matrix, i / COLUMNS * COLUMNS, (i / COLUMNS + 1) * COLUMNS);
      assertEquals(rows.values()[i], QuantizedRows.of(row, COLUMNS).values()[i % COLUMNS]);
    }
  }

  @Test
  void byHand() {
    float[] matrix = {1.27f, -0.64f, 0.004f, 0, 0, 0, -2.54f, 0.03f, 0.02f};
    QuantizedRows rows = QuantizedRows.of(matrix, 3);
    assertArrayEquals(new byte[] {127, -64, 0, 0, 0, 0, -127, 2, 1}, rows.values());
    assertEquals(0.01, rows.scales()[0], 1e-8);
    assertEquals(0.02, rows.scales()[2], 1e-8);
    assertArrayEquals(
        new float[] {1.27f, -0.64f, 0, 0, 0, 0, -2.54f, 0.04f, 0.02f}, rows.toFloats(), 1e-6f);
  }

  @Test
  void whatIsNoNumberStaysNone() {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      float[] back = QuantizedRows.of(new float[] {1, bad, 1, 1}, 2).toFloats();
      assertFalse(Float.isFinite(back[0]) && Float.isFinite(back[1]));
      assertEquals(1, back[2]);
    }
  }

  @Test
  void refusesPartsOfRows() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> QuantizedRows.of(new float[5], 2));
    assertEquals("5 numbers, expected rows of 2 each", refusal.getMessage());
  }
}
