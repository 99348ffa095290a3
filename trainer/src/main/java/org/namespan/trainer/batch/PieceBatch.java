package org.namespan.trainer.batch;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * The word pieces of a batch, a row for each window, padded with 0 to the longest.
 *
 * @param rows windows of all sentences
 * @param width pieces of the longest window
 * @param lengths pieces of each window {@code [rows]}
 * @param pieces ids {@code [rows, width]}
 * @param shapes ids of the shapes of the pieces' tokens {@code [rows, width]}
 * @param firsts for each token the flat position of its first piece {@code [size, time]}; 0 in
 *     padding
 */
public record PieceBatch(
    int rows, int width, int[] lengths, int[] pieces, int[] shapes, int[] firsts) {

  /** Additive score that keeps attention from a position. */
  private static final float MASKED = -1e9f;

  /**
   * Pads the windows of sentences.
   *
   * @param time tokens of the longest sentence
   */
  static PieceBatch of(List<PieceIds> sentences, int time) {
    int rows = 0;
    int width = 0;
    for (PieceIds sentence : sentences) {
      rows += sentence.windows().size();
      width = Math.max(width, sentence.longest());
    }
    int[] lengths = new int[rows];
    int[] pieces = new int[rows * width];
    int[] shapes = new int[rows * width];
    int[] firsts = new int[sentences.size() * time];
    int row = 0;
    for (int i = 0; i < sentences.size(); i++) {
      int token = i * time;
      for (PieceIds.Window window : sentences.get(i).windows()) {
        int at = row * width;
        lengths[row++] = window.pieces().length;
        System.arraycopy(window.pieces(), 0, pieces, at, window.pieces().length);
        System.arraycopy(window.shapes(), 0, shapes, at, window.shapes().length);
        for (int first : window.firsts()) {
          firsts[token++] = at + first;
        }
      }
    }
    return new PieceBatch(rows, width, lengths, pieces, shapes, firsts);
  }

  /** What attention adds to its scores {@code [rows, 1, 1, width]}: 0, far below it in padding. */
  private float[] mask() {
    float[] mask = new float[rows * width];
    for (int row = 0; row < rows; row++) {
      for (int i = lengths[row]; i < width; i++) {
        mask[row * width + i] = MASKED;
      }
    }
    return mask;
  }

  /** Adds pieces, shapes, mask and first pieces to what a network takes. */
  void addTo(NDList arrays, NDManager manager, Shape tokens) {
    Shape shape = new Shape(rows, width);
    arrays.add(manager.create(pieces, shape));
    arrays.add(manager.create(shapes, shape));
    arrays.add(manager.create(mask(), new Shape(rows, 1, 1, width)));
    arrays.add(manager.create(firsts, tokens));
  }
}
