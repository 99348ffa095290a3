package org.namespan.model.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is known of a value of a graph before it is run.
 *
 * @param type as {@link NodeSignatures} writes types
 * @param axes the sizes of the axes, each as {@link #axis} gives it; of a type that begins with
 *     {@code =} or {@code @} the numbers themselves, likewise
 */
record GraphValue(String type, long... axes) {

  /** In the lowest bits of an axis: it is as long as sentences are, in tokens. */
  static final int TIME = 1;

  /** In the lowest bits of an axis: it is as long as the batch has sentences. */
  static final int BATCH = 2;

  /** As long as sentences are, in tokens. */
  static final long TIME_AXIS = axis(1, TIME);

  /** As long as the batch has sentences. */
  static final long BATCH_AXIS = axis(1, BATCH);

  private static final int SYMBOLS = TIME | BATCH;
  private static final int SYMBOL_BITS = 2;

  /** A value whose axes, or numbers, are known numbers. */
  static GraphValue of(String type, List<Long> numbers) {
    List<Long> axes = new ArrayList<>();
    for (long number : numbers) {
      axes.add(axis(number, 0));
    }
    return ofAxes(type, axes);
  }

  /** A value whose axes are known, each as {@link #axis} gives it. */
  static GraphValue ofAxes(String type, List<Long> axes) {
    long[] array = new long[axes.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = axes.get(i);
    }
    return new GraphValue(type, array);
  }

  /** Whether another value has the same axes. */
  boolean hasAxesOf(GraphValue other) {
    return Arrays.equals(axes, other.axes);
  }

  /** The product of a number, and of time and batch where their bits are set in the symbols. */
  static long axis(long number, int symbols) {
    return number << SYMBOL_BITS | symbols;
  }

  /** Time and batch, as bits, by whose sizes an axis is multiplied. */
  static int symbols(long axis) {
    return (int) axis & SYMBOLS;
  }

  /** By what an axis is multiplied beside that. */
  static long number(long axis) {
    return axis >> SYMBOL_BITS;
  }

  /** Whether ONNX Runtime knows it when it has loaded the graph. */
  boolean isConstant() {
    return type.charAt(0) == '#';
  }

  /**
   * How many elements it has where time and batch are 1.
   *
   * @throws IllegalArgumentException if they are more than a constant may have
   */
  long elements() {
    long elements = 1;
    for (long axis : axes) {
      elements *= number(axis);
      if (elements > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("a value of more than 2^31 elements");
      }
    }
    return elements;
  }
}
