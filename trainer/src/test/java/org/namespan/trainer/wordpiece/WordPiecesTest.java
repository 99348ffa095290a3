package org.namespan.trainer.wordpiece;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPiecesTest {

  /** Ids 0 to 11. */
  private static final List<String> PIECES =
      List.of(
          "[PAD]", "[UNK]", "[CLS]", "[SEP]", "un", "##aff", "##able", "##a", "a", ".", "##f",
          "affable");

  private static final WordPieces WORD_PIECES = new WordPieces(PIECES);

  @ParameterizedTest
  @CsvSource({
    "unaffable, 4 5 6",
    "UNAFFABLE, 4 5 6",
    "affable, 11",
    "a, 8",
    "aa, 8 7",
    // What the pieces cannot make up whole is unknown as a whole.
    "unx, 1",
    "b, 1",
    "un.aff, 4 9 8 10 10",
    "ünaffable, 4 5 6",
    "'\u200b', 1",
    "[CLS], 1 1 1"
  })
  void takesTheLongestPieces(String token, String ids) {
    int[] expected = Arrays.stream(ids.split(" ")).mapToInt(Integer::parseInt).toArray();
    assertArrayEquals(expected, WORD_PIECES.ids(token));
  }

  @Test
  void longWordsAreUnknown() {
    assertEquals(100, WORD_PIECES.ids("a".repeat(100)).length);
    assertArrayEquals(new int[] {1}, WORD_PIECES.ids("a".repeat(101)));
  }

  @Test
  void knowsWhatStandsAroundASequence() {
    assertEquals(2, WORD_PIECES.start());
    assertEquals(3, WORD_PIECES.end());
  }

  @Test
  void refusesVocabulariesThatLackWhatIsNeeded() {
    for (String needed : List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]")) {
      List<String> without = new ArrayList<>(PIECES);
      without.set(PIECES.indexOf(needed), "x");
      String message =
          assertThrows(IllegalArgumentException.class, () -> new WordPieces(without)).getMessage();
      assertTrue(message.contains(needed), message);
    }
    List<String> twice = new ArrayList<>(PIECES);
    twice.set(8, "un");
    assertThrows(IllegalArgumentException.class, () -> new WordPieces(twice));
    List<String> moved = new ArrayList<>(PIECES);
    moved.set(0, "[UNK]");
    moved.set(1, "[PAD]");
    String message =
        assertThrows(IllegalArgumentException.class, () -> new WordPieces(moved)).getMessage();
    assertEquals("[PAD] is piece 1, expected 0", message);
  }
}
