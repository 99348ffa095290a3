package org.namespan.trainer.network.pooling;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Map;
import org.namespan.trainer.network.part.PartBlock;

/** A pooling without weights in the engine. */
final class PoolingBlock extends AbstractBlock {

  /** How vectors become one. */
  @FunctionalInterface
  interface Function {
    /**
     * Pools a batch.
     *
     * @param states {@code [batch, time, width]}
     * @param mask {@code [batch, time]}
     * @return {@code [batch, width]}
     */
    NDArray apply(NDArray states, NDArray mask);
  }

  private final Function function;

  private PoolingBlock(Function function) {
    this.function = function;
  }

  static PartBlock of(Function function) {
    return new PartBlock(new PoolingBlock(function), Map.of(), Map.of(), Map.of());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    return new NDList(function.apply(inputs.get(0), inputs.get(1)).expandDims(1));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return pooled(inputShapes[0]);
  }

  static Shape[] pooled(Shape states) {
    return new Shape[] {new Shape(states.get(0), 1, states.get(2))};
  }
}
