package org.namespan.trainer.export;

import java.util.Locale;

/** How a model file holds its weights. */
public enum Precision {
  /** Every weight as a 32-bit float. */
  FP32,

  /**
   * Tables and the matrices of recurrent layers as 16-bit floats, for every cell; biases, the dense
   * layer, and what characters are read by as 32-bit floats. ONNX Runtime keeps the tables as they
   * are and turns the matrices into 32-bit floats once, when it loads the file; so the speed is
   * that of {@link #FP32}.
   */
  FP16,

  /**
   * Tables and the matrices of recurrent layers as 8-bit integers with a float scale per row; the
   * rest as {@link #FP16} has it. An LSTM multiplies integers, which is faster, and rounds what it
   * reads to 8 bits as well ({@link QuantizedLstm}); of other cells ONNX Runtime turns the matrices
   * into floats when it loads the file. The scores of a sentence do not depend on its batch.
   */
  INT8;

  /** Name of the fact that tells the precision of a model file. */
  static final String FACT = "precision";

  /** The name in options and files: {@code int8}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The next precision that rounds less.
   *
   * @throws IllegalStateException for {@link #FP32}, which does not round
   */
  Precision finer() {
    switch (this) {
      case INT8:
        return FP16;
      case FP16:
        return FP32;
      default:
        throw new IllegalStateException(this + " does not round");
    }
  }

  @Override
  public String toString() {
    return id();
  }
}
