package org.namespan.trainer.network.part;

import ai.onnxruntime.platform.Fp16Conversions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
   * reads to 8 bits as well; of other cells ONNX Runtime turns the matrices into floats when it
   * loads the file. The scores of a sentence do not depend on its batch.
   */
  INT8;

  /** Name of the fact that tells the precision of a model file. */
  public static final String FACT = "precision";

  /** The name in options and files: {@code int8}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The next precision that rounds less.
   *
   * @throws IllegalStateException for {@link #FP32}, which does not round
   */
  public Precision finer() {
    return switch (this) {
      case INT8 -> FP16;
      case FP16 -> FP32;
      case FP32 -> throw new IllegalStateException(this + " does not round");
    };
  }

  /**
   * The weights of a network as a file of this precision stands for them.
   *
   * @param all the network's weights, of which {@code weights} holds the values by name
   */
  public Map<String, float[]> round(List<Weight> all, Map<String, float[]> weights) {
    Map<String, float[]> rounded = new LinkedHashMap<>();
    for (Weight weight : all) {
      float[] values = weight.in(weights);
      rounded.put(
          weight.name(),
          weight.rounding() == Weight.Rounding.NONE ? values : round(weight, values));
    }
    return rounded;
  }

  private float[] round(Weight weight, float[] values) {
    return switch (this) {
      case FP32 -> values;
      case FP16 -> toHalf(values);
      case INT8 -> QuantizedRows.of(values, weight.columns(), weight.rounding()).toFloats();
    };
  }

  private static float[] toHalf(float[] values) {
    float[] halves = new float[values.length];
    for (int i = 0; i < halves.length; i++) {
      halves[i] = Fp16Conversions.fp16ToFloat(Fp16Conversions.floatToFp16(values[i]));
    }
    return halves;
  }

  @Override
  public String toString() {
    return id();
  }
}
