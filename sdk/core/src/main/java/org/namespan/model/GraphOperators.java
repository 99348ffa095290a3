package org.namespan.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * The operators that the graph of a model may have, and no others: a graph is a program, and one
 * with loops or functions could run for ever.
 */
public final class GraphOperators {

  /** Domain of the operators that ONNX Runtime has beside those of ONNX. */
  public static final String MICROSOFT = "com.microsoft";

  private static final Set<String> ONNX =
      set(
          "Add",
          "Cast",
          "Clip",
          "Concat",
          "DequantizeLinear",
          "Div",
          "Expand",
          "GRU",
          "Gather",
          "GatherND",
          "Gemm",
          "LSTM",
          "LogSoftmax",
          "MatMul",
          "Mul",
          "Pad",
          "RNN",
          "Range",
          "ReduceMax",
          "ReduceSum",
          "Relu",
          "Reshape",
          "Shape",
          "Sigmoid",
          "Slice",
          "Softmax",
          "Squeeze",
          "Sub",
          "Tanh",
          "Transpose",
          "Unsqueeze");

  private static final Set<String> MICROSOFTS = set("DynamicQuantizeLSTM");

  private GraphOperators() {}

  /**
   * Whether a graph may have an operator.
   *
   * @param domain empty for the operators of ONNX, or {@link #MICROSOFT}
   * @param name such as {@code MatMul}
   */
  public static boolean allow(String domain, String name) {
    return domain.isEmpty()
        ? ONNX.contains(name)
        : domain.equals(MICROSOFT) && MICROSOFTS.contains(name);
  }

  private static Set<String> set(String... names) {
    return Collections.unmodifiableSet(new HashSet<>(Arrays.asList(names)));
  }
}
