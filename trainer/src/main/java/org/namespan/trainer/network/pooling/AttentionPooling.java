package org.namespan.trainer.network.pooling;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.network.part.WeightReader;
import org.namespan.trainer.onnx.Attributes;
import org.namespan.trainer.onnx.ElementType;
import org.namespan.trainer.onnx.OnnxGraph;
import org.namespan.trainer.onnx.OnnxValue;

/**
 * The mean of the vectors of a text's tokens by weights that are learned: with vectors {@code x}
 * these are the softmax over tokens of {@code v . tanh(W x + b)} (Yang et al. 2016).
 *
 * @param width of a vector
 */
public record AttentionPooling(int width) implements PoolingPart {

  private Weight matrix() {
    return Weight.matrix("attention.W", width, width);
  }

  private Weight bias() {
    return Weight.vector("attention.b", width);
  }

  private Weight query() {
    return Weight.matrix("attention.v", 1, width);
  }

  @Override
  public List<Weight> weights() {
    return List.of(matrix(), bias(), query());
  }

  /** Draws matrix and query uniformly in {@code ±1/sqrt(width)}; the bias is 0. */
  @Override
  public void draw(Random random, Map<String, float[]> weights) {
    double bound = 1 / Math.sqrt(width);
    weights.put(matrix().name(), matrix().uniform(bound, random));
    weights.put(bias().name(), bias().zeros());
    weights.put(query().name(), query().uniform(bound, random));
  }

  @Override
  public void read(WeightReader file, Map<String, float[]> weights) {
    weights.put(matrix().name(), transposed(file.numbers("attention.W", width * width)));
    weights.put(bias().name(), file.numbers("attention.b", width));
    weights.put(query().name(), file.numbers("attention.v", width));
  }

  @Override
  public PartBlock block() {
    Attention attention = new Attention(width);
    Map<Weight, Parameter> parameters = new LinkedHashMap<>();
    parameters.put(matrix(), attention.hidden.getDirectParameters().get("weight"));
    parameters.put(bias(), attention.hidden.getDirectParameters().get("bias"));
    parameters.put(query(), attention.query.getDirectParameters().get("weight"));
    return new PartBlock(attention, Map.of(), Map.of(), parameters);
  }

  @Override
  public OnnxValue write(TextMask.Nodes mask, OnnxValue states, Map<String, float[]> weights) {
    OnnxGraph graph = mask.graph();
    OnnxValue w = graph.floats("attention.W", transposed(matrix().in(weights)), width, width);
    OnnxValue b = graph.floats("attention.b", bias().in(weights), width);
    OnnxValue v = graph.floats("attention.v", query().in(weights), width, 1);
    OnnxValue sum = graph.add("attention.sum", graph.matMul("attention.Wx", states, w), b);
    OnnxValue hidden =
        graph.node("Tanh", "attention.hidden", ElementType.FLOAT, List.of(sum), Attributes.none());
    OnnxValue axis = graph.int64s("attention.axis", 2);
    OnnxValue scores =
        graph.squeeze("attention.scores", graph.matMul("attention.vh", hidden, v), axis);
    OnnxValue masked = graph.add("attention.masked", scores, mask.farFromPadding());
    OnnxValue shares =
        graph.node(
            "Softmax",
            "attention.shares",
            ElementType.FLOAT,
            List.of(masked),
            Attributes.none().with("axis", 1));
    OnnxValue tokens =
        graph.mul("attention.tokens", states, mask.perVector("attention.per_vector", shares));
    return mask.sumOverTime("pooled", tokens);
  }

  private float[] transposed(float[] matrix) {
    float[] transposed = new float[matrix.length];
    for (int row = 0; row < width; row++) {
      for (int column = 0; column < width; column++) {
        transposed[column * width + row] = matrix[row * width + column];
      }
    }
    return transposed;
  }

  @Override
  public String describe() {
    return "attention";
  }

  /** The attention in the engine. */
  private static final class Attention extends AbstractBlock {
    private final Block hidden;
    private final Block query;

    Attention(int width) {
      hidden = addChildBlock("hidden", Linear.builder().setUnits(width).build());
      query = addChildBlock("query", Linear.builder().setUnits(1).optBias(false).build());
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
      NDArray states = inputs.get(0);
      NDArray sum = hidden.forward(store, new NDList(states), training).head();
      NDArray scores =
          query.forward(store, new NDList(Activation.tanh(sum)), training).head().squeeze(2);
      NDArray shares = scores.add(TextMask.farFromPadding(inputs.get(1))).softmax(1);
      return new NDList(states.mul(shares.expandDims(2)).sum(new int[] {1}, true));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
      hidden.initialize(manager, type, inputShapes[0]);
      query.initialize(manager, type, inputShapes[0]);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      return PoolingBlock.pooled(inputShapes[0]);
    }
  }
}
