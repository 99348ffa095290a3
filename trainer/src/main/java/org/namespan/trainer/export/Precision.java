package org.namespan.trainer.export;

import java.util.Locale;

/** How a model file holds its weights. The arithmetic of the loaded model is float either way. */
public enum Precision {
  /** Every weight as a 32-bit float. */
  FP32,

  /**
   * Tables and the matrices of recurrent layers as 8-bit integers with a float scale per row, for
   * every cell; biases, the dense layer, and what characters are read by as floats. ONNX Runtime
   * keeps the tables as they are and turns the matrices into floats once, when it loads the file.
   * So the scores of a sentence depend neither on its batch nor on the integer instructions of a
   * processor, and the speed is that of {@link #FP32}.
   *
   * <p>Its quantised LSTM, {@code DynamicQuantizeLSTM}, is 1.4 to 1.7 times faster but scales its
   * inputs by the range of the whole batch: over 156,666 tokens, tagging sentences alone or 32 at
   * once gave 39 other tags, against none here, and 50 other tags than {@link #FP32}, against 16
   * here (116 with 8 bits rather than 7, on a processor without VNNI, whose 16-bit sums saturate).
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
