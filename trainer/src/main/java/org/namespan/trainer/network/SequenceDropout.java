package org.namespan.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Dropout over {@code [batch, time, width]}: each number by itself, or, where it is variational,
 * the same inputs at every token of a sentence (Gal and Ghahramani 2016).
 */
final class SequenceDropout extends AbstractBlock {

  private final Block dropout;
  private final boolean variational;

  SequenceDropout(float share, boolean variational) {
    this.variational = variational;
    dropout = addChildBlock("dropout", Dropout.builder().optRate(share).build());
  }

  NDArray apply(NDArray x, ParameterStore store, boolean training) {
    if (!variational || !training) {
      return dropout.forward(store, new NDList(x), training).head();
    }
    Shape shape = x.getShape();
    NDArray ones = x.getManager().ones(new Shape(shape.get(0), 1, shape.get(2)));
    return x.mul(dropout.forward(store, new NDList(ones), true).head());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    return new NDList(apply(inputs.head(), store, training));
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    dropout.initialize(manager, type, inputShapes);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return inputShapes;
  }
}
