package org.namespan.trainer.export;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One LSTM layer as ONNX Runtime's {@code DynamicQuantizeLSTM}: matrices of 8-bit integers, which
 * are multiplied by 8-bit integers.
 *
 * <p>Each product rounds what it multiplies by to 255 steps between its smallest and its largest
 * number, whichever sentences of a batch these come from. So that a sentence has the same scores in
 * every batch, both are held fast: two columns of the input are the ends of its range, and two
 * units of each direction have all gates open and the candidate 1 or -1. Their cell state after
 * step {@code t} is {@code t} or {@code -t}, which no unit exceeds, and so is their hidden state.
 * The weights of both are 0 for all others.
 *
 * <p>W is {@code [directions, in, gates * hidden]} and R {@code [directions, hidden, gates *
 * hidden]}, turned against those of {@code LSTM}; gates are i, o, f, c; scales {@code [directions,
 * gates * hidden]}.
 */
final class QuantizedLstm {

  /** Columns of the input, and units of each direction, that hold a range fast. */
  static final int ANCHORS = 2;

  /**
   * The largest integer of a matrix. With 8 bits, processors without instructions for such products
   * would cut off sums of two (Jacob et al. 2018, appendix B).
   */
  static final int LARGEST = 64;

  /** Far enough for a sigmoid and a hyperbolic tangent to be 1 in float. */
  private static final float OPEN = 20;

  private static final int GATES = 4;

  private static final SortedMap<String, Object> NONE = new TreeMap<>();

  private QuantizedLstm() {}

  /**
   * Adds a layer.
   *
   * @param x name of its input {@code [time, batch, in]}
   * @param range the largest magnitude that the input can have
   * @param layer the matrices in the order that {@code LSTM} has them
   * @return name of the output {@code [time, directions, batch, hidden]}
   */
  static String add(OnnxGraph graph, String name, String x, float range, RecurrentWeights layer) {
    int directions = layer.directions();
    int units = layer.hidden() + ANCHORS;
    String w = name + ".W";
    String r = name + ".R";
    Columns input = columns(layer.w(), layer.in(), layer.in() + ANCHORS, layer);
    Columns recurrent = columns(layer.r(), layer.hidden(), units, layer);
    byte[] zeros = new byte[directions * GATES * units];
    long columns = (long) GATES * units;
    List<String> inputs =
        List.of(
            anchored(graph, name, x, range),
            graph.constant(w, input.values, directions, layer.in() + ANCHORS, columns),
            graph.constant(r, recurrent.values, directions, units, columns),
            graph.constant(name + ".B", biases(layer), directions, 2 * columns),
            layer.lengths(),
            "",
            "",
            "",
            graph.constant(w + ".scales", input.scales, directions, columns),
            graph.constant(w + ".zeros", zeros, directions, columns),
            graph.constant(r + ".scales", recurrent.scales, directions, columns),
            graph.constant(r + ".zeros", zeros, directions, columns));
    SortedMap<String, Object> attributes = new TreeMap<>();
    attributes.put("hidden_size", (long) units);
    attributes.put("direction", directions == 2 ? "bidirectional" : "forward");
    graph.microsoftNode("DynamicQuantizeLSTM", name + ".anchored.y", inputs, attributes);
    String starts = graph.shape(name + ".y.starts", 0);
    String ends = graph.shape(name + ".y.ends", layer.hidden());
    String axes = graph.shape(name + ".y.axes", 3);
    graph.node("Slice", name + ".y", List.of(name + ".anchored.y", starts, ends, axes), NONE);
    return name + ".y";
  }

  /** The input with two columns more, {@code range} and {@code -range}. */
  private static String anchored(OnnxGraph graph, String name, String x, float range) {
    String prefix = name + ".anchors";
    graph.node("Shape", prefix + ".time_batch", List.of(x), new TreeMap<>(Map.of("end", 2L)));
    String one = graph.shape(prefix + ".one", 1);
    SortedMap<String, Object> first = new TreeMap<>(Map.of("axis", 0L));
    graph.node("Concat", prefix + ".shape", List.of(prefix + ".time_batch", one), first);
    String ends = graph.constant(prefix + ".ends", new float[] {range, -range}, 1, 1, ANCHORS);
    graph.node("Expand", prefix, List.of(ends, prefix + ".shape"), NONE);
    SortedMap<String, Object> last = new TreeMap<>(Map.of("axis", 2L));
    graph.node("Concat", name + ".anchored.x", List.of(x, prefix), last);
    return name + ".anchored.x";
  }

  private record Columns(byte[] values, float[] scales) {}

  /**
   * Integers with a scale per column, of matrices that stand row by row for it.
   *
   * @param matrices {@code [directions, gates * hidden, in]}
   * @param rows {@code in} with the anchors
   */
  private static Columns columns(float[] matrices, int in, int rows, RecurrentWeights layer) {
    int hidden = layer.hidden();
    int units = hidden + ANCHORS;
    int width = GATES * units;
    byte[] values = new byte[layer.directions() * rows * width];
    float[] scales = new float[layer.directions() * width];
    Arrays.fill(scales, 1);
    QuantizedRows quantized = QuantizedRows.of(matrices, in, LARGEST);
    for (int row = 0; row < quantized.scales().length; row++) {
      int direction = row / (GATES * hidden);
      int gate = row / hidden % GATES;
      int column = gate * units + row % hidden;
      scales[direction * width + column] = quantized.scales()[row];
      for (int i = 0; i < in; i++) {
        values[(direction * rows + i) * width + column] = quantized.values()[row * in + i];
      }
    }
    return new Columns(values, scales);
  }

  /** {@code [directions, 2 * gates * units]}: those of the input, then the recurrent ones. */
  private static float[] biases(RecurrentWeights layer) {
    int hidden = layer.hidden();
    int units = hidden + ANCHORS;
    float[] biases = new float[layer.directions() * 2 * GATES * units];
    for (int block = 0; block < biases.length / units; block++) {
      System.arraycopy(layer.b(), block * hidden, biases, block * units, hidden);
      boolean ofInput = block / GATES % 2 == 0;
      boolean candidate = block % GATES == GATES - 1;
      biases[block * units + hidden] = ofInput ? OPEN : 0;
      biases[block * units + hidden + 1] = ofInput ? (candidate ? -OPEN : OPEN) : 0;
    }
    return biases;
  }
}
