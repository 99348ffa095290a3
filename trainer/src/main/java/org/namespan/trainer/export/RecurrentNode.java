package org.namespan.trainer.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.namespan.trainer.network.Cell;

/**
 * The directions of one recurrent layer, each as an ONNX node: joined in one, their output would
 * have to be turned before anything could read both.
 *
 * <p>PyTorch stacks the gates of an LSTM as i, f, g, o and those of a GRU as r, z, n; ONNX wants i,
 * o, f, c and z, r, h. ONNX keeps both biases in one tensor, input bias then recurrent bias, and
 * puts the directions first: W {@code [1, gates * hidden, in]}, R {@code [1, gates * hidden,
 * hidden]}, B {@code [1, 2 * gates * hidden]}. In {@link Precision#INT8} an LSTM is a {@link
 * QuantizedLstm}.
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
   * What a layer gives.
   *
   * @param names of the outputs of its directions, each {@code [time, 1, batch, units]}
   * @param units at least {@code hidden}; those above mean nothing
   */
  record Output(List<String> names, int units) {}

  /**
   * Adds a layer.
   *
   * @param directions as weights are named, {@code forward} and {@code backward}
   * @param name prefix of its weights, {@code layer0} for example
   * @param x names of the parts of its input {@code [time, batch, width]}, to stand side by side
   * @param in width of the input
   * @param timeBatch name of the lengths of its first two axes
   * @param range the largest magnitude that the input can have
   * @param state names of {@code initial_h} and, for an LSTM, {@code initial_c}; empty for zeros
   * @param weights by the names of {@link
   *     org.namespan.trainer.network.TaggerNetwork#denseParameters}
   */
  static Output add(
      WeightNodes nodes,
      Cell cell,
      List<String> directions,
      int hidden,
      String name,
      List<String> x,
      int in,
      String timeBatch,
      String lengths,
      float range,
      List<String> state,
      Map<String, float[]> weights) {
    // Without a state to begin with: only then is it known what no unit exceeds.
    boolean quantized = cell == Cell.LSTM && nodes.precision() == Precision.INT8 && state.isEmpty();
    List<String> parts = new ArrayList<>(x);
    if (quantized) {
      parts.add(QuantizedLstm.anchors(nodes.graph(), name, timeBatch, range));
    }
    String read = nodes.graph().concat(name + ".x", 2, parts);
    List<String> outputs = new ArrayList<>();
    for (String direction : directions) {
      String prefix = name + "." + direction;
      String onnxDirection = direction.equals("backward") ? "reverse" : direction;
      RecurrentWeights layer = weights(cell, hidden, prefix, in, weights);
      outputs.add(
          quantized
              ? QuantizedLstm.add(nodes.graph(), prefix, onnxDirection, read, lengths, layer)
              : add(nodes, cell, prefix, onnxDirection, read, lengths, state, layer));
    }
    return new Output(outputs, quantized ? hidden + QuantizedLstm.ANCHORS : hidden);
  }

  private static String add(
      WeightNodes nodes,
      Cell cell,
      String name,
      String direction,
      String x,
      String lengths,
      List<String> state,
      RecurrentWeights layer) {
    long hidden = layer.hidden();
    long gateRows = cell.gates() * hidden;
    List<String> inputs =
        new ArrayList<>(
            List.of(
                x,
                nodes.matrix(name + ".W", layer.w(), 1, gateRows, layer.in()),
                nodes.matrix(name + ".R", layer.r(), 1, gateRows, hidden),
                nodes.graph().constant(name + ".B", layer.b(), 1, 2 * gateRows),
                lengths));
    inputs.addAll(state);
    SortedMap<String, Object> attributes = new TreeMap<>();
    attributes.put("hidden_size", hidden);
    attributes.put("direction", direction);
    if (cell == Cell.GRU) {
      attributes.put("linear_before_reset", 1L);
    }
    if (OPS.get(cell).equals("RNN")) {
      attributes.put("activations", List.of(cell == Cell.RNN_RELU ? "Relu" : "Tanh"));
    }
    nodes.graph().node(OPS.get(cell), name + ".y", inputs, attributes);
    return name + ".y";
  }

  private static RecurrentWeights weights(
      Cell cell, int hidden, String prefix, int in, Map<String, float[]> weights) {
    float[] inputBias = reorder(cell, weights.get(prefix + ".Wb"), hidden);
    float[] recurrentBias = reorder(cell, weights.get(prefix + ".Rb"), hidden);
    return new RecurrentWeights(
        hidden,
        in,
        reorder(cell, weights.get(prefix + ".W"), hidden * in),
        reorder(cell, weights.get(prefix + ".R"), hidden * hidden),
        join(inputBias, recurrentBias));
  }

  private static float[] reorder(Cell cell, float[] values, int gateSize) {
    int[] gates = GATES.get(cell);
    float[] ordered = new float[values.length];
    for (int gate = 0; gate < gates.length; gate++) {
      System.arraycopy(values, gates[gate] * gateSize, ordered, gate * gateSize, gateSize);
    }
    return ordered;
  }

  private static float[] join(float[] first, float[] second) {
    float[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
