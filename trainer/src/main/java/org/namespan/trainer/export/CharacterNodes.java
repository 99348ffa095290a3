package org.namespan.trainer.export;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.trainer.network.NetworkConfig;

/**
 * The convolution over a token's characters as ONNX nodes. A filter's output is the sum of what its
 * parts give for the character under each. These products have only constants as their inputs, so
 * that ONNX Runtime makes them once, when it loads the file; a run looks them up and adds them,
 * with no multiplication. Padding gives 0 beside a token, and under the middle of a filter less
 * than any character.
 */
final class CharacterNodes {

  /** The parts of a filter, by the place of their character: before, at and after the middle. */
  private static final List<String> PARTS = List.of("before", "at", "after");

  private static final float OUTSIDE = -1e30f;

  private CharacterNodes() {}

  /**
   * Adds the nodes.
   *
   * @param ids name of the character ids {@code [time, batch, length]}
   * @param weights by the names of {@link org.namespan.trainer.network.TaggerNetwork#weights}
   * @return name of the output {@code [time, batch, charFilters]}
   */
  static String add(
      OnnxGraph graph, NetworkConfig config, String ids, Map<String, float[]> weights) {
    int dim = config.charDim();
    int filters = config.charFilters();
    float[] rows = weights.get("chars").clone();
    Arrays.fill(rows, TokenFeatures.PAD * dim, (TokenFeatures.PAD + 1) * dim, 0);
    String table = graph.constant("chars.table", rows, config.charRows(), dim);
    String sum = null;
    for (int part = 0; part < PARTS.size(); part++) {
      String name = "chars." + PARTS.get(part);
      float[] columns = columns(weights.get("char.W"), dim, part, filters);
      String w = graph.constant(name + ".W", columns, dim, filters);
      String products = node(graph, "MatMul", name + ".products", table, w);
      String under = ids;
      if (part == 1) {
        float[] outside = new float[config.charRows()];
        outside[TokenFeatures.PAD] = OUTSIDE;
        String mask = graph.constant("chars.outside", outside, config.charRows(), 1);
        products = node(graph, "Add", name + ".masked", products, mask);
      } else {
        under = shifted(graph, ids, name, part == 0 ? 1 : -1);
      }
      String found = node(graph, "Gather", name + ".found", products, under);
      sum = sum == null ? found : node(graph, "Add", name + ".sum", sum, found);
    }
    SortedMap<String, Object> overPlaces =
        new TreeMap<>(Map.of("axes", new long[] {2}, "keepdims", 0L));
    graph.node("ReduceMax", "chars.largest", List.of(sum), overPlaces);
    String bias = graph.constant("chars.b", weights.get("char.b"), filters);
    String biased = node(graph, "Add", "chars.biased", "chars.largest", bias);
    return node(graph, "Relu", "chars.read", biased);
  }

  /** Ids moved by one place, towards the end if {@code by} is 1; padding moves in. */
  private static String shifted(OnnxGraph graph, String ids, String name, long by) {
    // A negative number of places is cut off.
    String places = graph.shape(name + ".places", 0, 0, by, 0, 0, -by);
    return node(graph, "Pad", name + ".ids", ids, places);
  }

  /** The columns of one part of all filters {@code [dim, filters]}. */
  private static float[] columns(float[] w, int dim, int part, int filters) {
    float[] columns = new float[dim * filters];
    for (int i = 0; i < dim; i++) {
      int from = (i * PARTS.size() + part) * filters;
      System.arraycopy(w, from, columns, i * filters, filters);
    }
    return columns;
  }

  private static String node(OnnxGraph graph, String op, String output, String... inputs) {
    graph.node(op, output, List.of(inputs), new TreeMap<>());
    return output;
  }
}
