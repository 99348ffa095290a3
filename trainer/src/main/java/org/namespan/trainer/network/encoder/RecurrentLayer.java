package org.namespan.trainer.network.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.recurrent.RNN;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.namespan.trainer.network.part.Weight;

/**
 * One recurrent layer in one or both directions.
 *
 * <p>Takes {@code [batch, time, in]} and the reversal {@code [batch * time]}: for each position the
 * flat position of the token that stands there when each row is reversed within its own length. The
 * backward direction reads the reversed rows and its output is reversed back, so padding never
 * comes before a token, exactly as in ONNX with {@code sequence_lens}. Gives {@code [batch, time,
 * hidden * directions]}, forward first.
 */
final class RecurrentLayer extends AbstractBlock {

  private final int outputDim;

  /** The forward one, and behind it the backward one if there is one. */
  private final List<Block> directions;

  /** A layer of {@code hidden} states per direction. */
  RecurrentLayer(Cell cell, int hidden, boolean bidirectional) {
    outputDim = bidirectional ? 2 * hidden : hidden;
    Block forward = addChildBlock("forward", block(cell, hidden));
    // DJL's own bidirectional LSTM mixes up parameters on PyTorch, and has no packed sequences.
    directions =
        bidirectional
            ? List.of(forward, addChildBlock("backward", block(cell, hidden)))
            : List.of(forward);
  }

  /** One layer in one direction, batch first. */
  static Block block(Cell cell, int hidden) {
    return switch (cell) {
      case LSTM -> LSTM.builder().setStateSize(hidden).setNumLayers(1).optBatchFirst(true).build();
      case GRU -> GRU.builder().setStateSize(hidden).setNumLayers(1).optBatchFirst(true).build();
      case RNN_TANH -> rnn(hidden, RNN.Activation.TANH);
      case RNN_RELU -> rnn(hidden, RNN.Activation.RELU);
    };
  }

  private static Block rnn(int hidden, RNN.Activation activation) {
    return RNN.builder()
        .setStateSize(hidden)
        .setNumLayers(1)
        .optBatchFirst(true)
        .setActivation(activation)
        .build();
  }

  /** The parameters of one direction, in the order that DJL has them. */
  Map<Weight, Parameter> parameters(DirectionWeights direction, boolean backwards) {
    Map<Weight, Parameter> parameters = new LinkedHashMap<>();
    for (var parameter : directions.get(backwards ? 1 : 0).getDirectParameters()) {
      parameters.put(weight(direction, parameter.getKey()), parameter.getValue());
    }
    return parameters;
  }

  /** What DJL's cells call {@code i2h} and {@code h2h}. */
  static Weight weight(DirectionWeights direction, String djlName) {
    boolean bias = djlName.endsWith("BIAS");
    if (djlName.contains("i2h")) {
      return bias ? direction.inputBias() : direction.w();
    }
    return bias ? direction.recurrentBias() : direction.r();
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray x = inputs.get(0);
    NDArray output = directions.get(0).forward(store, new NDList(x), training).head();
    if (directions.size() > 1) {
      NDArray reversal = inputs.get(1);
      NDList backwards = new NDList(reverse(x, reversal));
      NDArray reversed = directions.get(1).forward(store, backwards, training).head();
      output = output.concat(reverse(reversed, reversal), 2);
    }
    return new NDList(output);
  }

  private static NDArray reverse(NDArray x, NDArray reversal) {
    Shape shape = x.getShape();
    NDArray rows = x.reshape(-1, shape.get(2));
    return reversal
        .getNDArrayInternal()
        .embedding(reversal, rows, SparseFormat.DENSE)
        .head()
        .reshape(shape);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
    for (Block direction : directions) {
      direction.initialize(manager, dataType, inputShapes[0]);
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape x = inputShapes[0];
    return new Shape[] {new Shape(x.get(0), x.get(1), outputDim)};
  }
}
