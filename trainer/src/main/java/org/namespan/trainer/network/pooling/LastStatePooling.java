package org.namespan.trainer.network.pooling;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.onnx.OnnxGraph;
import org.namespan.trainer.onnx.OnnxValue;

/**
 * The state in which each direction of an encoder ends: the forward one at a text's last token, the
 * backward one at its first.
 *
 * @param directions 1, or 2 for forward and backward
 * @param hidden units of a direction
 */
public record LastStatePooling(int directions, int hidden) implements PoolingPart {

  @Override
  public int width() {
    return directions * hidden;
  }

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
    return PoolingBlock.of(this::ends);
  }

  private NDArray ends(NDArray states, NDArray mask) {
    Shape shape = states.getShape();
    int batch = (int) shape.get(0);
    int time = (int) shape.get(1);
    int[] lengths = mask.sum(new int[] {1}).toType(DataType.INT32, false).toIntArray();
    int[] last = new int[batch];
    int[] first = new int[batch];
    for (int i = 0; i < batch; i++) {
      first[i] = i * time;
      last[i] = first[i] + lengths[i] - 1;
    }
    NDArray rows = states.reshape(-1, shape.get(2));
    NDArray forward = pick(rows, last);
    if (directions == 1) {
      return forward;
    }
    long[] between = {hidden};
    NDList ofLast = forward.split(between, 1);
    NDList ofFirst = pick(rows, first).split(between, 1);
    return ofLast.get(0).concat(ofFirst.get(1), 1);
  }

  private static NDArray pick(NDArray rows, int[] indices) {
    NDArray index = rows.getManager().create(indices, new Shape(indices.length));
    return index.getNDArrayInternal().embedding(index, rows, SparseFormat.DENSE).head();
  }

  @Override
  public OnnxValue write(TextMask.Nodes mask, OnnxValue states, Map<String, float[]> weights) {
    OnnxGraph graph = mask.graph();
    OnnxValue one = graph.floats("last.one", new float[] {1});
    OnnxValue last = graph.toInt64("last.index", graph.sub("last.position", mask.lengths(), one));
    OnnxValue forward = graph.gatherRows("last.state", states, last);
    if (directions == 1) {
      return forward;
    }
    OnnxValue start = graph.int64s("last.start", 0);
    OnnxValue end = graph.int64s("last.end", hidden);
    OnnxValue all = graph.int64s("last.all", width());
    OnnxValue axis = graph.int64s("last.axis", 1);
    OnnxValue first = graph.slice("first.token", states, start, axis, axis);
    OnnxValue backward = graph.squeeze("first.state", first, axis);
    return graph.concat(
        "pooled",
        1,
        List.of(
            graph.slice("last.forward", forward, start, end, axis),
            graph.slice("first.backward", backward, end, all, axis)));
  }

  @Override
  public String describe() {
    return "last state";
  }
}
