package org.namespan.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.namespan.Layout;

/** Every code point, as Unicode's own data have it. */
class UnicodeTest {

  /** The ranges of Default_Ignorable_Code_Point in DerivedCoreProperties.txt of Unicode 16. */
  private static final List<String> DEFAULT_IGNORABLE =
      List.of(
          "00AD",
          "034F",
          "061C",
          "115F..1160",
          "17B4..17B5",
          "180B..180F",
          "200B..200F",
          "202A..202E",
          "2060..206F",
          "3164",
          "FE00..FE0F",
          "FEFF",
          "FFA0",
          "FFF0..FFF8",
          "1BCA0..1BCA3",
          "1D173..1D17A",
          "E0000..E0FFF");

  @Test
  void ignorableIsWhatUnicodeIgnores() {
    List<String> found = new ArrayList<>();
    int start = -1;
    for (int c = 0; c <= Character.MAX_CODE_POINT + 1; c++) {
      // The zero-width space parts words here, and so is looked at by itself.
      boolean ignorable =
          c == 0x200B || c <= Character.MAX_CODE_POINT && Characters.isDefaultIgnorable(c);
      if (ignorable && start < 0) {
        start = c;
      } else if (!ignorable && start >= 0) {
        found.add(
            start == c - 1
                ? String.format("%04X", start)
                : String.format("%04X..%04X", start, c - 1));
        start = -1;
      }
    }
    assertEquals(DEFAULT_IGNORABLE, found);
  }

  /** Java's normalizer, which Unicode's NormalizationTest.txt has been run on, is the judge. */
  @Test
  void everyLetterComesBackFromItsDecomposition() {
    List<String> wrong = new ArrayList<>();
    IntStream.rangeClosed(0xA1, Character.MAX_CODE_POINT)
        .filter(Character::isLetter)
        .filter(c -> !Characters.isDefaultIgnorable(c) && Composition.plain(c) == null)
        .forEach(
            c -> {
              String decomposed =
                  "a" + Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
              String composed = Normalizer.normalize(decomposed, Normalizer.Form.NFC);
              if (!CleanText.of(decomposed, Layout.AUTO).text().equals(composed)) {
                wrong.add(String.format("%04X", c));
              }
            });
    assertEquals(List.of(), wrong);
  }
}
