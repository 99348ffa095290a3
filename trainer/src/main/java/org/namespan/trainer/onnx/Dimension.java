package org.namespan.trainer.onnx;

/**
 * One axis of a graph's input or output.
 *
 * @param axis the name of an axis whose size is known at a run only; empty for a fixed size
 * @param size the fixed size; 0 where the axis has a name
 */
public record Dimension(String axis, long size) {

  /** An axis of one size. */
  public static Dimension of(long size) {
    return new Dimension("", size);
  }

  /** An axis that each run gives a size. Axes of one name have one size. */
  public static Dimension named(String axis) {
    return new Dimension(axis, 0);
  }
}
