package org.namespan.trainer.network.encoder;

import java.util.Map;
import java.util.TreeMap;

/**
 * One step of a cell with one unit, worked out by hand.
 *
 * @param x input
 * @param h state before the step
 * @param c cell state before the step; 0 but for the LSTM
 * @param weights of a layer named {@code layer0.forward}, gates in PyTorch's order
 * @param expectedH state after the step
 */
public record WorkedStep(
    Cell cell, float x, float h, float c, Map<String, float[]> weights, double expectedH) {

  /** The direction whose weights these are. */
  DirectionWeights direction() {
    return new DirectionWeights("layer0.forward", cell, 1, 1);
  }

  /**
   * A known lecture's example: x 1, h 1, c 2; the sums before the gates are forget 5.95, input
   * 4.27, candidate 2.03, output 4.78.
   */
  public static WorkedStep lstm() {
    float[] w = {1.65f, 1.63f, 0.94f, -0.19f};
    float[] r = {2.00f, 2.70f, 1.41f, 4.38f};
    float[] b = {0.62f, 1.62f, -0.32f, 0.59f};
    double expected = sigmoid(4.78) * Math.tanh(lstmExpectedC());
    return new WorkedStep(Cell.LSTM, 1, 1, 2, weights(w, r, b, new float[4]), expected);
  }

  /** {@code forget * c + input * candidate} of {@link #lstm}. */
  public static double lstmExpectedC() {
    return sigmoid(5.95) * 2 + sigmoid(4.27) * Math.tanh(2.03);
  }

  /**
   * x 2, h 0.5: reset 0.3*2 - 0.4*0.5 + 0.1 + 0.2 = 0.7, update -0.5*2 + 0.6*0.5 + 0.3 - 0.1 =
   * -0.5; the candidate is 0.7*2 - 0.2 + reset * (0.8*0.5 + 0.5), the recurrent bias being reset
   * too.
   */
  public static WorkedStep gru() {
    float[] w = {0.3f, -0.5f, 0.7f};
    float[] r = {-0.4f, 0.6f, 0.8f};
    float[] wb = {0.1f, 0.3f, -0.2f};
    float[] rb = {0.2f, -0.1f, 0.5f};
    double candidate = Math.tanh(1.2 + sigmoid(0.7) * 0.9);
    double update = sigmoid(-0.5);
    double expected = (1 - update) * candidate + update * 0.5;
    return new WorkedStep(Cell.GRU, 2, 0.5f, 0, weights(w, r, wb, rb), expected);
  }

  /** x 2, h 0.5: 0.4*2 - 0.6*0.5 + 0.1 + 0.15 = 0.75. */
  public static WorkedStep rnn(Cell cell) {
    Map<String, float[]> weights =
        weights(new float[] {0.4f}, new float[] {-0.6f}, new float[] {0.1f}, new float[] {0.15f});
    return new WorkedStep(
        cell, 2, 0.5f, 0, weights, cell == Cell.RNN_RELU ? 0.75 : Math.tanh(0.75));
  }

  /** {@link #rnn} with a negative input: -0.8 - 0.3 + 0.25 = -0.85. */
  public static WorkedStep reluBelowZero() {
    return new WorkedStep(Cell.RNN_RELU, -2, 0.5f, 0, rnn(Cell.RNN_RELU).weights(), 0);
  }

  public static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static Map<String, float[]> weights(float[] w, float[] r, float[] wb, float[] rb) {
    return new TreeMap<>(
        Map.of(
            "layer0.forward.W", w,
            "layer0.forward.R", r,
            "layer0.forward.Wb", wb,
            "layer0.forward.Rb", rb));
  }
}
