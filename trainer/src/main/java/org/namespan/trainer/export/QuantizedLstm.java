package org.namespan.trainer.export;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One direction of an LSTM layer as ONNX Runtime's {@code DynamicQuantizeLSTM}: matrices of 8-bit
 * integers, which are multiplied by 8-bit integers.
 *
 * <p>Each product rounds what it multiplies by to 255 steps between its smallest and its largest
 * number, whichever sentences of a batch these come from. So that a sentence has the same scores in
 * every batch, both are held fast: two columns of the input are the ends of its range, and two
 * units have all gates open and the candidate 1 or -1. Their cell state after step {@code t} is
 * {@code t} or {@code -t}, which no unit exceeds, and so is their hidden state. The weights of both
 * are 0 for all others.
 *
 * <p>W is {@code [1, in, gates * hidden]} and R {@code [1, hidden, gates * hidden]}, turned against
 * those of {@code LSTM}; gates are i, o, f, c; scales {@code [1, gates * hidden]}.
 */
final class QuantizedLstm {

  /** Columns of the input, and units, that hold a range fast. */
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
   * Adds a direction.
   *
   * @param direction {@code forward} or {@code reverse}
   * @param x name of its input, its last columns {@link #anchors}
   * @param lengths name of the sentence lengths {@code [batch]}
   * @return name of the output {@code [time, 1, batch, hidden + ANCHORS]}
   */
  static String add(
      OnnxGraph graph,
      String name,
      String direction,
      String x,
      String lengths,
      RecurrentWeights layer) {
    int units = layer.hidden() + ANCHORS;
    String w = name + ".W";
    String r = name + ".R";
    Columns input = columns(layer.w(), layer.in(), layer.in() + ANCHORS, layer.hidden());
    Columns recurrent = columns(layer.r(), layer.hidden(), units, layer.hidden());
    long columns = (long) GATES * units;
    byte[] zeros = new byte[GATES * units];
    List<String> inputs =
        List.of(
            x,
            graph.constant(w, input.values, 1, layer.in() + ANCHORS, columns),
            graph.constant(r, recurrent.values, 1, units, columns),
            graph.constant(name + ".B", biases(layer), 1, 2 * columns),
            lengths,
            "",
            "",
            "",
            graph.constant(w + ".scales", input.scales, 1, columns),
            graph.constant(w + ".zeros", zeros, 1, columns),
            graph.constant(r + ".scales", recurrent.scales, 1, columns),
            graph.constant(r + ".zeros", zeros, 1, columns));
    SortedMap<String, Object> attributes = new TreeMap<>();
    attributes.put("hidden_size", (long) units);
    attributes.put("direction", direction);
    graph.microsoftNode("DynamicQuantizeLSTM", name + ".y", inputs, attributes);
    return name + ".y";
  }

  /**
   * Two columns for a layer's input, {@code range} and {@code -range}.
   *
   * @param timeBatch name of the lengths of its first two axes
   * @param range the largest magnitude that the input can have
   * @return name of the columns {@code [time, batch, ANCHORS]}
   */
  static String anchors(OnnxGraph graph, String name, String timeBatch, float range) {
    String anchors = name + ".anchors";
    String one = graph.shape(anchors + ".one", 1);
    String shape = graph.concat(anchors + ".shape", 0, List.of(timeBatch, one));
    String ends = graph.constant(anchors + ".ends", new float[] {range, -range}, 1, 1, ANCHORS);
    graph.node("Expand", anchors, List.of(ends, shape), NONE);
    return anchors;
  }

  private record Columns(byte[] values, float[] scales) {}

  /**
   * Integers with a scale per column, of a matrix that stands row by row for it.
   *
   * @param matrix {@code [gates * hidden, in]}
   * @param rows {@code in} with the anchors
   */
  private static Columns columns(float[] matrix, int in, int rows, int hidden) {
    int units = hidden + ANCHORS;
    int width = GATES * units;
    byte[] values = new byte[rows * width];
    float[] scales = new float[width];
    Arrays.fill(scales, 1);
    QuantizedRows quantized = QuantizedRows.of(matrix, in, LARGEST);
    for (int row = 0; row < quantized.scales().length; row++) {
      int column = row / hidden * units + row % hidden;
      scales[column] = quantized.scales()[row];
      for (int i = 0; i < in; i++) {
        values[i * width + column] = quantized.values()[row * in + i];
      }
    }
    return new Columns(values, scales);
  }

  /** {@code [2 * gates * units]}: those of the input, then the recurrent ones. */
  private static float[] biases(RecurrentWeights layer) {
    int hidden = layer.hidden();
    int units = hidden + ANCHORS;
    float[] biases = new float[2 * GATES * units];
    for (int block = 0; block < 2 * GATES; block++) {
      System.arraycopy(layer.b(), block * hidden, biases, block * units, hidden);
      boolean ofInput = block < GATES;
      boolean candidate = block % GATES == GATES - 1;
      biases[block * units + hidden] = ofInput ? OPEN : 0;
      biases[block * units + hidden + 1] = ofInput ? (candidate ? -OPEN : OPEN) : 0;
    }
    return biases;
  }
}
