package org.namespan.trainer.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PieceBatchTest {

  private static EncodedSentence sentence(int length, PieceIds.Window... windows) {
    return new EncodedSentence(length, Map.of(), new PieceIds(List.of(windows)), LabelTargets.NONE);
  }

  private static EncodedSentence ofPieces(int pieces) {
    int[] ids = new int[pieces];
    return sentence(1, new PieceIds.Window(ids, ids, new int[] {1}));
  }

  private static PieceIds.Window window(int[] pieces, int[] firsts) {
    int[] shapes = Arrays.stream(pieces).map(piece -> piece + 100).toArray();
    return new PieceIds.Window(pieces, shapes, firsts);
  }

  @Test
  void windowsAreRows() {
    EncodedSentence two =
        sentence(
            3,
            window(new int[] {1, 2, 3, 4}, new int[] {1, 2}),
            window(new int[] {5, 6}, new int[] {1}));
    EncodedSentence one = sentence(1, window(new int[] {7, 8, 9}, new int[] {2}));
    PieceBatch batch = Batch.of(List.of(two, one)).pieces();
    assertEquals(3, batch.rows());
    assertEquals(4, batch.width());
    assertArrayEquals(new int[] {4, 2, 3}, batch.lengths());
    assertArrayEquals(new int[] {1, 2, 3, 4, 5, 6, 0, 0, 7, 8, 9, 0}, batch.pieces());
    assertArrayEquals(
        new int[] {101, 102, 103, 104, 105, 106, 0, 0, 107, 108, 109, 0}, batch.shapes());
    // Rows of the sentences: tokens 1 2 5 and 10, then padding.
    assertArrayEquals(new int[] {1, 2, 5, 10, 0, 0}, batch.firsts());
    assertEquals(4, two.positions());
  }

  @Test
  void sentencesOfTokensHaveNoRows() {
    Batch batch = Batch.of(List.of(EncodedSentences.of(new int[] {2, 3}, LabelTargets.NONE)));
    assertEquals(0, batch.pieces().rows());
  }

  private static List<Integer> sizes(List<EncodedSentence> sorted, int batchSize) {
    return LengthGroups.of(sorted, batchSize).stream().map(List::size).toList();
  }

  @Test
  void groupsEndBeforeTheyHaveTooManyPieces() {
    List<EncodedSentence> sorted = new ArrayList<>();
    for (int pieces : new int[] {10, 10, 10, 500, 512, 512, 512, 512, 512, 3000}) {
      sorted.add(ofPieces(pieces));
    }
    // 4 x 512 are 2048; a sentence beyond that stands alone.
    assertEquals(List.of(4, 4, 1, 1), sizes(sorted, 32));
    assertEquals(List.of(2, 2, 2, 2, 1, 1), sizes(sorted, 2));
  }

  @Test
  void sentencesOfTokensAreGroupedByTheirNumberAlone() {
    List<EncodedSentence> sorted = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      sorted.add(EncodedSentences.of(new int[3000], LabelTargets.NONE));
    }
    assertEquals(List.of(4, 1), sizes(sorted, 4));
    assertEquals(List.of(), sizes(List.of(), 4));
  }
}
