package org.namespan.trainer.network.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.namespan.trainer.network.part.WeightNodes;
import org.namespan.trainer.network.part.WeightReader;
import org.namespan.trainer.onnx.Attributes;
import org.namespan.trainer.onnx.ElementType;
import org.namespan.trainer.onnx.OnnxValue;

/**
 * One direction of a recurrent layer as ONNX's {@code LSTM}, {@code GRU} or {@code RNN}. ONNX keeps
 * both biases in one tensor, input bias then recurrent bias, and puts the directions first: W
 * {@code [1, gates * hidden, in]}, R {@code [1, gates * hidden, hidden]}, B {@code [1, 2 * gates *
 * hidden]}.
 */
final class RecurrentNode {

  private RecurrentNode() {}

  /** Reads what {@link #add} wrote. */
  static void read(WeightReader file, DirectionWeights direction, Map<String, float[]> weights) {
    int gateRows = direction.gateRows();
    DirectionWeights.OnnxOrder ordered =
        new DirectionWeights.OnnxOrder(
            file.matrix(direction.w().name(), direction.w().size()),
            file.matrix(direction.r().name(), direction.r().size()),
            file.numbers(direction.name() + ".B", 2 * gateRows));
    direction.putOnnxOrder(ordered, weights);
  }

  /**
   * Adds a direction.
   *
   * @param onnxDirection {@code forward} or {@code reverse}
   * @param x its input {@code [time, batch, in]}
   * @param lengths the sentence lengths {@code [batch]}
   * @param state {@code initial_h} and, for an LSTM, {@code initial_c}; empty for zeros
   * @return {@code [time, 1, batch, hidden]}
   */
  static OnnxValue add(
      WeightNodes nodes,
      DirectionWeights direction,
      String onnxDirection,
      OnnxValue x,
      OnnxValue lengths,
      List<OnnxValue> state,
      Map<String, float[]> weights) {
    Cell cell = direction.cell();
    int hidden = direction.hidden();
    int gateRows = direction.gateRows();
    DirectionWeights.OnnxOrder ordered = direction.inOnnxOrder(weights);
    List<OnnxValue> inputs = new ArrayList<>();
    inputs.add(x);
    inputs.add(nodes.matrix(direction.w().name(), ordered.w(), 1, gateRows, direction.in()));
    inputs.add(nodes.matrix(direction.r().name(), ordered.r(), 1, gateRows, hidden));
    inputs.add(nodes.graph().floats(direction.name() + ".B", ordered.b(), 1, 2L * gateRows));
    inputs.add(lengths);
    inputs.addAll(state);
    Attributes attributes =
        Attributes.none().with("hidden_size", hidden).with("direction", onnxDirection);
    if (cell == Cell.GRU) {
      attributes.with("linear_before_reset", 1);
    }
    if (cell == Cell.RNN_TANH || cell == Cell.RNN_RELU) {
      attributes.with("activations", List.of(cell == Cell.RNN_RELU ? "Relu" : "Tanh"));
    }
    return nodes
        .graph()
        .node(cell.onnxOperator(), direction.name() + ".y", ElementType.FLOAT, inputs, attributes);
  }
}
