package org.namespan.trainer.network.pooling;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.onnx.OnnxGraph;
import org.namespan.trainer.onnx.OnnxValue;

/**
 * The largest number of each place over the vectors of a text's tokens (Collobert et al. 2011).
 *
 * @param width of a vector
 */
public record MaxPooling(int width) implements PoolingPart {

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
    return PoolingBlock.of(
        (states, mask) ->
            states.add(TextMask.farFromPadding(mask).expandDims(2)).max(new int[] {1}));
  }

  @Override
  public OnnxValue write(TextMask.Nodes mask, OnnxValue states, Map<String, float[]> weights) {
    OnnxGraph graph = mask.graph();
    OnnxValue far = mask.perVector("max.far", mask.farFromPadding());
    return graph.reduceMax("pooled", graph.add("max.tokens", states, far), 1);
  }

  @Override
  public String describe() {
    return "max pooling";
  }
}
