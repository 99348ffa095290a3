package org.namespan.trainer.network.encoder;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.network.part.Weight.Rounding;

/**
 * The weights of one direction of a recurrent layer, gates in PyTorch's order: of an LSTM i, f, g,
 * o, of a GRU r, z, n.
 *
 * @param name of the direction, {@code layer0.forward} for example
 * @param cell what it computes
 * @param in width of what it reads
 * @param hidden size of its state
 */
record DirectionWeights(String name, Cell cell, int in, int hidden) {

  /**
   * The values with the gates in ONNX's order.
   *
   * @param w {@code [gates * hidden, in]}
   * @param r {@code [gates * hidden, hidden]}
   * @param b {@code [2 * gates * hidden]}, input bias then recurrent bias
   */
  record OnnxOrder(float[] w, float[] r, float[] b) {}

  /** Rows of the matrices. */
  int gateRows() {
    return cell.gates() * hidden;
  }

  /** The input matrix {@code [gates * hidden, in]}. */
  Weight w() {
    return new Weight(name + ".W", gateRows(), in, rounding());
  }

  /** The recurrent matrix {@code [gates * hidden, hidden]}. */
  Weight r() {
    return new Weight(name + ".R", gateRows(), hidden, rounding());
  }

  /** The input bias {@code [gates * hidden]}. */
  Weight inputBias() {
    return Weight.vector(name + ".Wb", gateRows());
  }

  /** The recurrent bias {@code [gates * hidden]}. */
  Weight recurrentBias() {
    return Weight.vector(name + ".Rb", gateRows());
  }

  private Rounding rounding() {
    return cell == Cell.LSTM ? QuantizedLstm.ROUNDING : Rounding.FULL_RANGE;
  }

  /** All of them, in the order in which they are drawn. */
  List<Weight> all() {
    return List.of(w(), r(), inputBias(), recurrentBias());
  }

  /**
   * Draws matrices and biases uniformly in {@code ±1/sqrt(hidden)} as PyTorch does, and raises an
   * LSTM's forget bias by 1 (Jozefowicz et al. 2015). {@link Cell#RNN_RELU} begins with the
   * identity as recurrent matrix, a small input matrix and no bias.
   */
  void draw(Random random, Map<String, float[]> weights) {
    if (cell == Cell.RNN_RELU) {
      float[] identity = r().zeros();
      for (int i = 0; i < hidden; i++) {
        identity[i * hidden + i] = 1;
      }
      weights.put(w().name(), w().uniform(0.1 / Math.sqrt(in), random));
      weights.put(r().name(), identity);
      weights.put(inputBias().name(), inputBias().zeros());
      weights.put(recurrentBias().name(), recurrentBias().zeros());
      return;
    }
    double bound = 1 / Math.sqrt(hidden);
    for (Weight weight : all()) {
      weights.put(weight.name(), weight.uniform(bound, random));
    }
    if (cell == Cell.LSTM) {
      float[] bias = inputBias().in(weights);
      for (int i = hidden; i < 2 * hidden; i++) {
        bias[i] += 1;
      }
    }
  }

  /** The values as ONNX's operators take them. */
  OnnxOrder inOnnxOrder(Map<String, float[]> weights) {
    float[] inputBiases = cell.inOnnxOrder(inputBias().in(weights));
    float[] recurrentBiases = cell.inOnnxOrder(recurrentBias().in(weights));
    float[] biases = Arrays.copyOf(inputBiases, 2 * inputBiases.length);
    System.arraycopy(recurrentBiases, 0, biases, inputBiases.length, recurrentBiases.length);
    return new OnnxOrder(
        cell.inOnnxOrder(w().in(weights)), cell.inOnnxOrder(r().in(weights)), biases);
  }

  /** Puts values as ONNX's operators take them into a map by name, in PyTorch's order. */
  void putOnnxOrder(OnnxOrder values, Map<String, float[]> weights) {
    weights.put(w().name(), cell.fromOnnxOrder(values.w));
    weights.put(r().name(), cell.fromOnnxOrder(values.r));
    float[] inputBiases = Arrays.copyOf(values.b, gateRows());
    float[] recurrentBiases = Arrays.copyOfRange(values.b, gateRows(), 2 * gateRows());
    weights.put(inputBias().name(), cell.fromOnnxOrder(inputBiases));
    weights.put(recurrentBias().name(), cell.fromOnnxOrder(recurrentBiases));
  }
}
