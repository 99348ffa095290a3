package org.namespan.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.pooling.TextMask;

/** A body whose vectors of tokens become one of each text, {@code [batch, 1, width]}. */
final class PooledBody extends AbstractBlock {

  private final PartBlock body;
  private final PartBlock pooling;

  private PooledBody(PartBlock body, PartBlock pooling) {
    this.body = body;
    this.pooling = pooling;
    addChildBlock("tokens", body.block());
    addChildBlock("pooling", pooling.block());
  }

  static PartBlock of(PartBlock body, PartBlock pooling) {
    return PartBlock.joined(new PooledBody(body, pooling), List.of(body, pooling));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray states = body.block().forward(store, inputs, training).head();
    int batch = (int) states.getShape().get(0);
    int time = (int) states.getShape().get(1);
    // The reversal is the last input, see Batch.toInputs.
    NDArray mask = TextMask.of(inputs.get(inputs.size() - 1), batch, time);
    return pooling.block().forward(store, new NDList(states, mask), training);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    body.block().initialize(manager, type, inputShapes);
    Shape states = body.block().getOutputShapes(inputShapes)[0];
    pooling.block().initialize(manager, type, states, inputShapes[0]);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return pooling.block().getOutputShapes(body.block().getOutputShapes(inputShapes));
  }
}
