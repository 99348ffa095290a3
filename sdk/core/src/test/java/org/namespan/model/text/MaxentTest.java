package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MaxentTest {

  @Property(seed = "63", tries = 500)
  void findsEachFeatureAndNoOther(@ForAll @Size(max = 40) Set<@AlphaChars String> features) {
    String[] known = features.toArray(new String[0]);
    long[] hashes =
        IntStream.range(0, known.length).mapToLong(i -> Maxent.hash(known[i])).toArray();
    double[] margins = IntStream.range(0, known.length).mapToDouble(i -> i + 1).toArray();
    Maxent model = Maxent.of(hashes, margins, true);
    for (int i = 0; i < known.length; i++) {
      assertEquals(i + 1, model.margin(known[i]));
      assertEquals(0, model.margin(known[i].concat("=")));
    }
  }

  /** By the constants of FNV-1a: the hash of "a" is published as af63dc4c8601ec8c. */
  @Test
  void hashesByParts() {
    assertEquals(0xaf63dc4c8601ec8cL, Maxent.hash("a"));
    String feature = "p1f1=é😀x";
    assertEquals(Maxent.hash(feature), Maxent.hash(Maxent.hash("p1f1="), "_" + feature, 6, 10));
    byte[] ascii = "_f12=._".getBytes(StandardCharsets.US_ASCII);
    assertEquals(Maxent.hash("f12=."), Maxent.hash(ascii, 1, 6));
  }

  @Test
  void saysYesAbove0AndAt0IfToldSo() {
    Maxent yes = Maxent.of(new long[0], new double[0], true);
    Maxent no = Maxent.of(new long[0], new double[0], false);
    assertTrue(yes.isYes(1e-9) && yes.isYes(0) && no.isYes(1e-9));
    assertFalse(yes.isYes(-1e-9) || no.isYes(0) || no.isYes(-1e-9));
  }

  @Test
  void refusesTwoFeaturesOfOneHash() {
    assertNull(Maxent.of(new long[] {5, 5}, new double[] {1, 2}, true));
  }
}
