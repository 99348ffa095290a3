package org.namespan.trainer.export;

import java.util.Locale;

/** How a model file holds its weights. The arithmetic of the loaded model is float either way. */
public enum Precision {
  /** Every weight as a 32-bit float. */
  FP32,

  /**
   * Tables and the matrices of recurrent layers as 8-bit integers with a float scale per row, for
   * every cell; biases and the dense layer as floats. About a quarter of the size of {@link #FP32}.
   * ONNX Runtime keeps the tables as they are and turns the matrices into floats once, when it
   * loads the file. So the scores of a sentence do not depend on its batch, nor on the integer
   * instructions of a processor, and the speed stays that of {@link #FP32}.
   */
  INT8;

  /** Name of the fact that tells the precision of a model file. */
  static final String FACT = "precision";

  /** The name in options and files: {@code int8}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return id();
  }
}
