package org.namespan.trainer.network.pooling;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.onnx.OnnxGraph;
import org.namespan.trainer.onnx.OnnxValue;

/**
 * The mean of the vectors of a text's tokens.
 *
 * @param width of a vector
 */
public record MeanPooling(int width) implements PoolingPart {

  @Override
  public List<Weight> weights() {
    return List.of();
  }

  @Override
  public void draw(Random random, Map<String, float[]> weights) {
    // There is nothing to draw.
  }

  @Override
  public PartBlock block() {
    return PoolingBlock.of(MeanPooling::mean);
  }

  private static NDArray mean(NDArray states, NDArray mask) {
    NDArray sum = states.mul(mask.expandDims(2)).sum(new int[] {1});
    return sum.div(mask.sum(new int[] {1}, true));
  }

  @Override
  public OnnxValue write(TextMask.Nodes mask, OnnxValue states, Map<String, float[]> weights) {
    OnnxGraph graph = mask.graph();
    OnnxValue tokens = graph.mul("mean.tokens", states, mask.perVector("mean.mask", mask.mask()));
    return graph.div("pooled", mask.sumOverTime("mean.sum", tokens), mask.lengths());
  }

  @Override
  public String describe() {
    return "mean pooling";
  }
}
