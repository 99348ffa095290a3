package org.namespan.trainer.network.part;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An embedding table that lives in a Java array. Only the rows of the batch go to the engine, as a
 * leaf of the graph, and only their gradients come back: with DJL's own dense {@code Embedding} the
 * gradient and its optimizer step over the whole table cost 40 % of a training step.
 *
 * <p>Takes ids {@code [...]} (int32) and gives {@code [..., dim]}. Not thread-safe.
 */
public final class LookupTable extends AbstractBlock {

  private final int rows;
  private final int dim;
  private final float[] weights;
  private final int[] position;
  private int[] usedRows = new int[0];

  /** The rows that the last training forward looked up; null before the first. */
  private @Nullable NDArray leaf;

  /** By row; empty while all rows are trained. */
  private boolean[] frozen = new boolean[0];

  /** A table of zeros. */
  public LookupTable(int rows, int dim) {
    this.rows = rows;
    this.dim = dim;
    this.weights = new float[rows * dim];
    this.position = new int[rows];
  }

  /** The table itself {@code [rows, dim]}, row after row; writes are seen by the next forward. */
  public float[] weights() {
    return weights;
  }

  /**
   * Keeps rows from being trained: their gradient is 0.
   *
   * @param frozen by row
   */
  public void freeze(boolean[] frozen) {
    this.frozen = frozen;
  }

  /** Width of a row. */
  public int dim() {
    return dim;
  }

  /** The rows that the last training forward looked up, each once. */
  public int[] usedRows() {
    return usedRows;
  }

  /**
   * The gradient of the rows that the last training forward looked up {@code [used, dim]}.
   *
   * @throws IllegalStateException if there was none
   */
  public float[] usedGradient() {
    if (leaf == null) {
      throw new IllegalStateException("found no gradient, expected a training forward before");
    }
    try (NDArray gradient = leaf.getGradient()) {
      float[] values = gradient.toFloatArray();
      for (int i = 0; frozen.length > 0 && i < usedRows.length; i++) {
        if (frozen[usedRows[i]]) {
          Arrays.fill(values, i * dim, (i + 1) * dim, 0);
        }
      }
      return values;
    }
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameterStore,
      NDList inputs,
      boolean training,
      PairList<String, Object> params) {
    NDArray ids = inputs.head();
    NDManager manager = ids.getManager();
    int[] flat = ids.toIntArray();
    int[] used = new int[Math.min(flat.length, rows)];
    int count = 0;
    for (int i = 0; i < flat.length; i++) {
      int row = flat[i];
      if (position[row] == 0) {
        used[count++] = row;
        position[row] = count;
      }
      flat[i] = position[row] - 1;
    }
    float[] values = new float[count * dim];
    for (int i = 0; i < count; i++) {
      System.arraycopy(weights, used[i] * dim, values, i * dim, dim);
      position[used[i]] = 0;
    }
    NDArray looked = manager.create(values, new Shape(count, dim));
    if (training) {
      looked.setRequiresGradient(true);
      leaf = looked;
      usedRows = Arrays.copyOf(used, count);
    }
    NDArray index = manager.create(flat, ids.getShape());
    return index.getNDArrayInternal().embedding(index, looked, SparseFormat.DENSE);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {inputShapes[0].add(dim)};
  }
}
