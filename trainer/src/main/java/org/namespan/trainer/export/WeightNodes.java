package org.namespan.trainer.export;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes tables and matrices into a graph, in one {@link Precision}. */
final class WeightNodes {

  private final OnnxGraph graph;
  private final Precision precision;

  WeightNodes(OnnxGraph graph, Precision precision) {
    this.graph = graph;
    this.precision = precision;
  }

  /** The graph that is written to. */
  OnnxGraph graph() {
    return graph;
  }

  /** How weights are written. */
  Precision precision() {
    return precision;
  }

  /**
   * Looks up rows of a table {@code [rows, dim]}. They are looked up before they are turned into
   * floats: the other order would turn the whole table at each run.
   *
   * @param ids name of the rows' numbers, of any shape
   * @param output name to give to the rows
   * @return {@code output}, {@code [ids, dim]} without the shape of the ids: only so can one
   *     operator turn rows with a scale each
   */
  String lookUp(String name, float[] table, int rows, int dim, String ids, String output) {
    String flat = node("Reshape", output + ".ids", ids, graph.shape(output + ".all", -1));
    if (precision == Precision.FP32) {
      return node("Gather", output, graph.constant(name, table, rows, dim), flat);
    }
    if (precision == Precision.FP16) {
      String halves = graph.half(name, table, rows, dim);
      return graph.toFloat(node("Gather", output + ".fp16", halves, flat), output);
    }
    QuantizedRows quantized = QuantizedRows.of(table, dim);
    String values = graph.constant(name, quantized.values(), rows, dim);
    String scales = graph.constant(name + ".scales", quantized.scales(), rows);
    String found = node("Gather", output + ".int8", values, flat);
    String foundScales = node("Gather", output + ".scales", scales, flat);
    SortedMap<String, Object> rowByRow = new TreeMap<>(Map.of("axis", 0L));
    graph.node("DequantizeLinear", output, List.of(found, foundScales), rowByRow);
    return output;
  }

  /**
   * Adds a matrix, or several of one shape, {@code [..., rows, columns]}. On the way to floats
   * there are only constants, so that ONNX Runtime folds them at load. It would not fold {@code
   * DequantizeLinear}, which it keeps for operators on integers.
   */
  String matrix(String name, float[] values, long... shape) {
    if (precision == Precision.FP32) {
      return graph.constant(name, values, shape);
    }
    if (precision == Precision.FP16) {
      return graph.toFloat(graph.half(name + ".fp16", values, shape), name);
    }
    QuantizedRows quantized = QuantizedRows.of(values, (int) shape[shape.length - 1]);
    long[] scaleShape = Arrays.copyOf(shape, shape.length);
    scaleShape[shape.length - 1] = 1;
    String integers = graph.constant(name + ".int8", quantized.values(), shape);
    String scales = graph.constant(name + ".scales", quantized.scales(), scaleShape);
    return node("Mul", name, graph.toFloat(integers, name + ".unscaled"), scales);
  }

  private String node(String op, String output, String... inputs) {
    graph.node(op, output, List.of(inputs), new TreeMap<>());
    return output;
  }
}
