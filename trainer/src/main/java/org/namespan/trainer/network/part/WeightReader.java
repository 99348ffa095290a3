package org.namespan.trainer.network.part;

import java.util.Map;
import org.namespan.trainer.onnx.OnnxWeights;

/**
 * Finds weights in a graph that {@link WeightNodes} added them to, whatever its {@link Precision},
 * as the floats that they stand for. Whatever is not there is told by an {@link
 * IllegalArgumentException} that names it. Immutable.
 *
 * @param graph what a model file holds
 */
public record WeightReader(OnnxWeights graph) {

  /** Puts a table that rows were looked up in into a map by its name. */
  public void table(Weight table, Map<String, float[]> weights) {
    String name = table.name() + ".table";
    String scales = name + ".scales";
    float[] values = numbers(name, table.size());
    weights.put(
        table.name(), graph.has(scales) ? scaled(values, numbers(scales, table.rows())) : values);
  }

  /**
   * A matrix, or several of one shape.
   *
   * @param size how many numbers it has
   */
  public float[] matrix(String name, int size) {
    if (graph.has(name + ".fp16")) {
      return numbers(name + ".fp16", size);
    }
    if (graph.has(name + ".int8")) {
      return scaled(numbers(name + ".int8", size), graph.floats(name + ".scales").values());
    }
    return numbers(name, size);
  }

  /**
   * A constant.
   *
   * @param size how many numbers it has
   */
  public float[] numbers(String name, int size) {
    float[] values = graph.numbers(name).values();
    if (values.length != size) {
      throw new IllegalArgumentException(
          "tensor '" + name + "' has " + values.length + " numbers, expected " + size);
    }
    return values;
  }

  private static float[] scaled(float[] values, float[] scales) {
    if (scales.length == 0 || values.length % scales.length != 0) {
      throw new IllegalArgumentException(
          values.length + " numbers and " + scales.length + " scales, expected one for each row");
    }
    int columns = values.length / scales.length;
    for (int i = 0; i < values.length; i++) {
      values[i] *= scales[i / columns];
    }
    return values;
  }
}
