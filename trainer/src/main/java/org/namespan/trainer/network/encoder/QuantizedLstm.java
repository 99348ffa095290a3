package org.namespan.trainer.network.encoder;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.namespan.trainer.network.part.NetworkGraph;
import org.namespan.trainer.network.part.QuantizedRows;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.network.part.Weight.Rounding;
import org.namespan.trainer.network.part.WeightReader;
import org.namespan.trainer.onnx.Attributes;
import org.namespan.trainer.onnx.ElementType;
import org.namespan.trainer.onnx.OnnxGraph;
import org.namespan.trainer.onnx.OnnxValue;
import org.namespan.trainer.onnx.OnnxWeights;

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

  /** How its matrices are rounded. */
  static final Rounding ROUNDING = Rounding.HALF_RANGE;

  /** Far enough for a sigmoid and a hyperbolic tangent to be 1 in float. */
  private static final float OPEN = 20;

  private static final int GATES = 4;

  private QuantizedLstm() {}

  /**
   * Adds a direction.
   *
   * @param onnxDirection {@code forward} or {@code reverse}
   * @param x its input, its last columns {@link #anchors}
   * @param lengths the sentence lengths {@code [batch]}
   * @return {@code [time, 1, batch, hidden + ANCHORS]}
   */
  static OnnxValue add(
      OnnxGraph graph,
      DirectionWeights direction,
      String onnxDirection,
      OnnxValue x,
      OnnxValue lengths,
      Map<String, float[]> weights) {
    int in = direction.in();
    int hidden = direction.hidden();
    int units = hidden + ANCHORS;
    DirectionWeights.OnnxOrder ordered = direction.inOnnxOrder(weights);
    String w = direction.w().name();
    String r = direction.r().name();
    Columns input = columns(ordered.w(), in, in + ANCHORS, hidden);
    Columns recurrent = columns(ordered.r(), hidden, units, hidden);
    long columns = (long) GATES * units;
    byte[] zeros = new byte[GATES * units];
    List<OnnxValue> inputs =
        List.of(
            x,
            graph.int8s(w, input.values, 1, in + ANCHORS, columns),
            graph.int8s(r, recurrent.values, 1, units, columns),
            graph.floats(direction.name() + ".B", biases(ordered.b(), hidden), 1, 2 * columns),
            lengths,
            OnnxValue.ABSENT,
            OnnxValue.ABSENT,
            OnnxValue.ABSENT,
            graph.floats(w + ".scales", input.scales, 1, columns),
            graph.int8s(w + ".zeros", zeros, 1, columns),
            graph.floats(r + ".scales", recurrent.scales, 1, columns),
            graph.int8s(r + ".zeros", zeros, 1, columns));
    return graph.microsoftNode(
        "DynamicQuantizeLSTM",
        direction.name() + ".y",
        ElementType.FLOAT,
        inputs,
        Attributes.none().with("hidden_size", units).with("direction", onnxDirection));
  }

  /** Whether a direction of some name is one of these in a graph. */
  static boolean isIn(OnnxWeights graph, String direction) {
    return graph.has(direction + ".W.zeros");
  }

  /** Reads what {@link #add} wrote, without the anchors. */
  static void read(WeightReader file, DirectionWeights direction, Map<String, float[]> weights) {
    int hidden = direction.hidden();
    int units = hidden + ANCHORS;
    float[] all = file.numbers(direction.name() + ".B", 2 * GATES * units);
    float[] biases = new float[2 * GATES * hidden];
    for (int block = 0; block < 2 * GATES; block++) {
      System.arraycopy(all, block * units, biases, block * hidden, hidden);
    }
    DirectionWeights.OnnxOrder ordered =
        new DirectionWeights.OnnxOrder(
            rows(file, direction.w(), direction.in(), direction.in() + ANCHORS, hidden),
            rows(file, direction.r(), hidden, units, hidden),
            biases);
    direction.putOnnxOrder(ordered, weights);
  }

  /**
   * The matrix {@code [gates * hidden, in]} that {@link #columns} turned into integers.
   *
   * @param rows {@code in} with the anchors
   */
  private static float[] rows(WeightReader file, Weight weight, int in, int rows, int hidden) {
    int units = hidden + ANCHORS;
    int width = GATES * units;
    float[] values = file.numbers(weight.name(), rows * width);
    float[] scales = file.numbers(weight.name() + ".scales", width);
    float[] matrix = new float[GATES * hidden * in];
    for (int row = 0; row < GATES * hidden; row++) {
      int column = row / hidden * units + row % hidden;
      for (int i = 0; i < in; i++) {
        matrix[row * in + i] = values[i * width + column] * scales[column];
      }
    }
    return matrix;
  }

  /**
   * Two columns for a layer's input, {@code range} and {@code -range}.
   *
   * @param layer prefix of the names
   * @param range the largest magnitude that the input can have
   * @return the columns {@code [time, batch, ANCHORS]}
   */
  static OnnxValue anchors(NetworkGraph network, String layer, float range) {
    OnnxGraph graph = network.graph();
    String name = layer + ".anchors";
    OnnxValue one = graph.int64s(name + ".one", 1);
    OnnxValue shape = graph.concat(name + ".shape", 0, List.of(network.timeBatch(), one));
    OnnxValue ends = graph.floats(name + ".ends", new float[] {range, -range}, 1, 1, ANCHORS);
    return graph.expand(name, ends, shape);
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
    QuantizedRows quantized = QuantizedRows.of(matrix, in, ROUNDING);
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
  private static float[] biases(float[] inOnnxOrder, int hidden) {
    int units = hidden + ANCHORS;
    float[] biases = new float[2 * GATES * units];
    for (int block = 0; block < 2 * GATES; block++) {
      System.arraycopy(inOnnxOrder, block * hidden, biases, block * units, hidden);
      boolean ofInput = block < GATES;
      boolean candidate = block % GATES == GATES - 1;
      biases[block * units + hidden] = ofInput ? OPEN : 0;
      biases[block * units + hidden + 1] = ofInput ? (candidate ? -OPEN : OPEN) : 0;
    }
    return biases;
  }
}
