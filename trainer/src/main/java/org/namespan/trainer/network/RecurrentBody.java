package org.namespan.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.namespan.trainer.network.input.InputPart;
import org.namespan.trainer.network.part.PartBlock;

/**
 * Inputs side by side, dropout, and an encoder over them, in the engine. Takes the ids of all
 * inputs in their order (int32), {@code [batch, time]} or {@code [batch, time, ids of a token]},
 * and the reversal {@code [batch * time]}; gives {@code [batch, time, width]}. What stands in
 * padded positions changes nothing elsewhere.
 */
final class RecurrentBody extends AbstractBlock {

  private final RecurrentParts parts;
  private final List<PartBlock> inputs = new ArrayList<>();
  private final SequenceDropout dropout;
  private final PartBlock encoder;

  private RecurrentBody(RecurrentParts parts, SequenceDropout dropout) {
    this.parts = parts;
    for (InputPart input : parts.inputs()) {
      PartBlock part = input.block();
      addChildBlock("input" + inputs.size(), part.block());
      inputs.add(part);
    }
    this.dropout = addChildBlock("inputDropout", dropout);
    encoder = parts.encoder().block();
    addChildBlock("encoder", encoder.block());
  }

  static PartBlock of(RecurrentParts parts, SequenceDropout dropout) {
    RecurrentBody body = new RecurrentBody(parts, dropout);
    List<PartBlock> blocks = new ArrayList<>(body.inputs);
    blocks.add(body.encoder);
    return PartBlock.joined(body, blocks);
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList all, boolean training, PairList<String, Object> params) {
    Iterator<NDArray> next = all.iterator();
    NDArray x = embed(0, next, store, training);
    for (int i = 1; i < inputs.size(); i++) {
      x = x.concat(embed(i, next, store, training), 2);
    }
    NDArray reversal = next.next();
    x = dropout.apply(x, store, training);
    return encoder.block().forward(store, new NDList(x, reversal), training);
  }

  /** What one input gives for its ids, the next ones. */
  private NDArray embed(int input, Iterator<NDArray> next, ParameterStore store, boolean training) {
    NDList ids = new NDList();
    for (int k = parts.inputs().get(input).inputs().size(); k > 0; k--) {
      ids.add(next.next());
    }
    return inputs.get(input).block().forward(store, ids, training).head();
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
    Shape tokens = inputShapes[0];
    for (PartBlock input : inputs) {
      // No parameter's shape depends on how many ids a token has.
      input.block().initialize(manager, dataType, tokens);
    }
    encoder
        .block()
        .initialize(manager, dataType, tokens.add(parts.encoder().in()), new Shape(tokens.size()));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {inputShapes[0].add(parts.encoder().width())};
  }
}
