package org.namespan.trainer.batch;

import java.util.List;

/**
 * A sentence as ids of word pieces, which a pre-trained encoder reads.
 *
 * @param windows what the encoder reads at once, one after another: one window for all but very
 *     long sentences; none if the network reads no pieces
 */
public record PieceIds(List<Window> windows) {

  /** Of a sentence whose network reads no pieces. */
  public static final PieceIds NONE = new PieceIds(List.of());

  /** Copies the list. */
  public PieceIds {
    windows = List.copyOf(windows);
  }

  /**
   * A stretch of a sentence.
   *
   * @param pieces ids of the pieces, with those that stand around a sequence
   * @param shapes for each piece the id of its token's shape
   * @param firsts where the first piece of each token stands in {@code pieces}; of the tokens that
   *     are taken from this window, which follow those of the window before
   */
  public record Window(int[] pieces, int[] shapes, int[] firsts) {}

  /** Pieces of the longest window. */
  public int longest() {
    int longest = 0;
    for (Window window : windows) {
      longest = Math.max(longest, window.pieces().length);
    }
    return longest;
  }
}
