package org.namespan.trainer.network.part;

import java.util.Arrays;
import java.util.Map;
import org.namespan.trainer.onnx.OnnxGraph;
import org.namespan.trainer.onnx.OnnxValue;

/** Adds tables and matrices to a graph, in one {@link Precision}. */
public final class WeightNodes {

  private final OnnxGraph graph;
  private final Precision precision;

  /** Weights of {@code graph}. */
  public WeightNodes(OnnxGraph graph, Precision precision) {
    this.graph = graph;
    this.precision = precision;
  }

  /** The graph that they are added to. */
  public OnnxGraph graph() {
    return graph;
  }

  /** How weights are written. */
  public Precision precision() {
    return precision;
  }

  /**
   * Looks up rows of a table. They are looked up before they are turned into floats: the other
   * order would turn the whole table at each run.
   *
   * @param ids the rows' numbers, of any shape
   * @return {@code [ids, columns]} without the shape of the ids: only so can one operator turn rows
   *     with a scale each
   */
  public OnnxValue lookUp(Weight table, Map<String, float[]> weights, OnnxValue ids) {
    String name = table.name() + ".table";
    String output = table.name() + ".rows";
    int rows = table.rows();
    int dim = table.columns();
    float[] values = table.in(weights);
    OnnxValue all = graph.int64s(output + ".all", -1);
    OnnxValue flat = graph.reshape(output + ".ids", ids, all);
    return switch (precision) {
      case FP32 -> graph.gather(output, graph.floats(name, values, rows, dim), flat);
      case FP16 -> {
        OnnxValue halves = graph.float16s(name, values, rows, dim);
        yield graph.toFloat(output, graph.gather(output + ".fp16", halves, flat));
      }
      case INT8 -> {
        QuantizedRows quantized = QuantizedRows.of(values, dim);
        OnnxValue integers = graph.int8s(name, quantized.values(), rows, dim);
        OnnxValue scales = graph.floats(name + ".scales", quantized.scales(), rows);
        OnnxValue found = graph.gather(output + ".int8", integers, flat);
        OnnxValue foundScales = graph.gather(output + ".scales", scales, flat);
        yield graph.dequantizeRows(output, found, foundScales);
      }
    };
  }

  /**
   * Adds a matrix, or several of one shape, {@code [..., rows, columns]}. On the way to floats
   * there are only constants, so that ONNX Runtime folds them at load. It would not fold {@code
   * DequantizeLinear}, which it keeps for operators on integers.
   */
  public OnnxValue matrix(String name, float[] values, long... shape) {
    return switch (precision) {
      case FP32 -> graph.floats(name, values, shape);
      case FP16 -> graph.toFloat(name, graph.float16s(name + ".fp16", values, shape));
      case INT8 -> {
        QuantizedRows quantized = QuantizedRows.of(values, (int) shape[shape.length - 1]);
        long[] scaleShape = Arrays.copyOf(shape, shape.length);
        scaleShape[shape.length - 1] = 1;
        OnnxValue integers = graph.int8s(name + ".int8", quantized.values(), shape);
        OnnxValue scales = graph.floats(name + ".scales", quantized.scales(), scaleShape);
        yield graph.mul(name, graph.toFloat(name + ".unscaled", integers), scales);
      }
    };
  }
}
