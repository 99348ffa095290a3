package org.namespan.trainer.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.namespan.trainer.network.Cell;

/**
 * One recurrent layer as an ONNX node.
 *
 * <p>PyTorch stacks the gates of an LSTM as i, f, g, o and those of a GRU as r, z, n; ONNX wants i,
 * o, f, c and z, r, h. ONNX keeps both biases in one tensor, input bias then recurrent bias, and
 * puts the directions first: W {@code [directions, gates * hidden, in]}, R {@code [directions,
 * gates * hidden, hidden]}, B {@code [directions, 2 * gates * hidden]}. In {@link Precision#INT8}
 * an LSTM is a {@link QuantizedLstm}.
 */
final class RecurrentNode {

  private static final Map<Cell, int[]> GATES =
      Map.of(
          Cell.LSTM, new int[] {0, 3, 1, 2},
          Cell.GRU, new int[] {1, 0, 2},
          Cell.RNN_TANH, new int[] {0},
          Cell.RNN_RELU, new int[] {0});

  private static final Map<Cell, String> OPS =
      Map.of(Cell.LSTM, "LSTM", Cell.GRU, "GRU", Cell.RNN_TANH, "RNN", Cell.RNN_RELU, "RNN");

  private RecurrentNode() {}

  /**
   * Adds a layer.
   *
   * @param name prefix of its weights, {@code layer0} for example
   * @param x name of its input {@code [time, batch, in]}
   * @param in width of the input
   * @param range the largest magnitude that the input can have
   * @param state names of {@code initial_h} and, for an LSTM, {@code initial_c}; empty for zeros
   * @param weights by the names of {@link
   *     org.namespan.trainer.network.TaggerNetwork#denseParameters}
   * @return name of the output {@code [time, directions, batch, hidden]}
   */
  static String add(
      WeightNodes nodes,
      Cell cell,
      List<String> directions,
      int hidden,
      String name,
      String x,
      int in,
      String lengths,
      float range,
      List<String> state,
      Map<String, float[]> weights) {
    RecurrentWeights layer = weights(cell, directions, hidden, name, in, lengths, weights);
    // Without a state to begin with: only then is it known what no unit exceeds.
    if (cell == Cell.LSTM && nodes.precision() == Precision.INT8 && state.isEmpty()) {
      return QuantizedLstm.add(nodes.graph(), name, x, range, layer);
    }
    int count = directions.size();
    long gateRows = (long) cell.gates() * hidden;
    List<String> inputs =
        new ArrayList<>(
            List.of(
                x,
                nodes.matrix(name + ".W", layer.w(), count, gateRows, in),
                nodes.matrix(name + ".R", layer.r(), count, gateRows, hidden),
                nodes.graph().constant(name + ".B", layer.b(), count, 2 * gateRows),
                lengths));
    inputs.addAll(state);
    SortedMap<String, Object> attributes = new TreeMap<>();
    attributes.put("hidden_size", (long) hidden);
    attributes.put("direction", count == 2 ? "bidirectional" : "forward");
    if (cell == Cell.GRU) {
      attributes.put("linear_before_reset", 1L);
    }
    if (OPS.get(cell).equals("RNN")) {
      String activation = cell == Cell.RNN_RELU ? "Relu" : "Tanh";
      attributes.put("activations", Collections.nCopies(count, activation));
    }
    nodes.graph().node(OPS.get(cell), name + ".y", inputs, attributes);
    return name + ".y";
  }

  private static RecurrentWeights weights(
      Cell cell,
      List<String> directions,
      int hidden,
      String name,
      int in,
      String lengths,
      Map<String, float[]> weights) {
    List<float[]> w = new ArrayList<>();
    List<float[]> r = new ArrayList<>();
    List<float[]> b = new ArrayList<>();
    for (String direction : directions) {
      String prefix = name + "." + direction + ".";
      w.add(reorder(cell, weights.get(prefix + "W"), hidden * in));
      r.add(reorder(cell, weights.get(prefix + "R"), hidden * hidden));
      b.add(reorder(cell, weights.get(prefix + "Wb"), hidden));
      b.add(reorder(cell, weights.get(prefix + "Rb"), hidden));
    }
    return new RecurrentWeights(directions.size(), hidden, in, lengths, join(w), join(r), join(b));
  }

  private static float[] reorder(Cell cell, float[] values, int gateSize) {
    int[] gates = GATES.get(cell);
    float[] ordered = new float[values.length];
    for (int gate = 0; gate < gates.length; gate++) {
      System.arraycopy(values, gates[gate] * gateSize, ordered, gate * gateSize, gateSize);
    }
    return ordered;
  }

  private static float[] join(List<float[]> parts) {
    int length = parts.stream().mapToInt(part -> part.length).sum();
    float[] joined = new float[length];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }
}
