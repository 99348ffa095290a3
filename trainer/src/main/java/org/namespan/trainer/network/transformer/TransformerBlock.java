package org.namespan.trainer.network.transformer;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.namespan.trainer.network.part.LookupTable;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.network.transformer.LayerWeights.NormWeights;

/** A {@link TransformerEncoder} in the engine, which tells what it takes and gives. */
final class TransformerBlock extends AbstractBlock {

  private final TransformerEncoder encoder;
  private final TransformerSize size;
  private final LookupTable pieces;
  private final LookupTable positions;
  private final LookupTable types;
  private final LookupTable addedShapes;
  private final LookupTable shapes;
  private final Map<Weight, Parameter> byWeight = new LinkedHashMap<>();

  TransformerBlock(
      TransformerEncoder encoder,
      Map<Weight, LookupTable> frozen,
      Map<Weight, LookupTable> tables) {
    this.encoder = encoder;
    size = encoder.size();
    pieces = child(encoder.pieceTable(), frozen);
    positions = child(encoder.positionTable(), frozen);
    types = child(encoder.typeTable(), frozen);
    addedShapes = child(encoder.addedShapes(), tables);
    shapes = child(encoder.shapeTable(), tables);
    for (Weight weight : encoder.tuned()) {
      byWeight.put(
          weight,
          addParameter(
              Parameter.builder()
                  .setName(weight.name())
                  .setType(Parameter.Type.WEIGHT)
                  .optInitializer(Initializer.ZEROS)
                  .optShape(new Shape(weight.shape()))
                  .build()));
    }
  }

  private LookupTable child(Weight weight, Map<Weight, LookupTable> tables) {
    return addChildBlock(weight.name(), Objects.requireNonNull(tables.get(weight)));
  }

  /** The weights that the engine holds. */
  Map<Weight, Parameter> parameters() {
    return byWeight;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray tokenShapes = inputs.get(0);
    NDArray mask = inputs.get(3);
    NDArray firsts = inputs.get(4);
    Step step = new Step(store, training, mask.getDevice());
    NDArray x = embed(inputs.get(1), inputs.get(2), step);
    for (int i = 0; i < size.layers(); i++) {
      x = layer(encoder.layer(i), x, mask, step);
    }
    NDArray states = x.reshape(-1, size.width());
    NDArray ofTokens =
        firsts.getNDArrayInternal().embedding(firsts, states, SparseFormat.DENSE).head();
    NDArray shape = shapes.forward(store, new NDList(tokenShapes), training).head();
    return new NDList(ofTokens.concat(shape, 2));
  }

  private NDArray embed(NDArray pieceIds, NDArray shapeIds, Step step) {
    NDManager manager = pieceIds.getManager();
    int width = (int) pieceIds.getShape().get(1);
    NDArray places = manager.create(IntStream.range(0, width).toArray(), new Shape(1, width));
    NDArray type = manager.create(new int[1], new Shape(1, 1));
    NDArray sum =
        pieces
            .forward(step.store, new NDList(pieceIds), false)
            .head()
            .add(types.forward(step.store, new NDList(type), false).head())
            .add(positions.forward(step.store, new NDList(places), false).head())
            .add(addedShapes.forward(step.store, new NDList(shapeIds), step.training).head());
    return step.drop(step.norm(sum, encoder.norm()));
  }

  /** One layer. What it makes on the way is given back at once; autograd keeps what it needs. */
  private NDArray layer(LayerWeights weights, NDArray input, NDArray mask, Step step) {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray attended = attend(weights, input, mask, step);
      NDArray x = step.norm(input.add(step.drop(attended)), weights.attentionNorm());
      NDArray inner = Activation.gelu(step.linear(x, weights.denseIn(), weights.denseInBias()));
      NDArray outer = step.linear(inner, weights.denseOut(), weights.denseOutBias());
      NDArray output = step.norm(x.add(step.drop(outer)), weights.denseNorm());
      NDScope.unregister(output);
      return output;
    }
  }

  private NDArray attend(LayerWeights weights, NDArray x, NDArray mask, Step step) {
    Shape shape = x.getShape();
    long rows = shape.get(0);
    long time = shape.get(1);
    long dim = size.width() / size.heads();
    NDArray all =
        step.linear(x, weights.attentionIn(), weights.attentionInBias())
            .reshape(rows, time, 3, size.heads(), dim)
            .transpose(2, 0, 3, 1, 4);
    NDArray query = all.get(0).mul(1 / Math.sqrt((double) dim));
    NDArray key = all.get(1).transpose(0, 1, 3, 2);
    NDArray scores = query.matMul(key).add(mask);
    NDArray seen = step.drop(scores.softmax(-1)).matMul(all.get(2));
    return step.linear(
        seen.transpose(0, 2, 1, 3).reshape(rows, time, size.width()),
        weights.attentionOut(),
        weights.attentionOutBias());
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    for (LookupTable table : new LookupTable[] {pieces, positions, types, addedShapes, shapes}) {
      table.initialize(manager, type, inputShapes[0]);
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {inputShapes[0].add(encoder.width())};
  }

  /** What all layers of one forward have in common. */
  private final class Step {
    private final ParameterStore store;
    private final boolean training;
    private final Device device;

    Step(ParameterStore store, boolean training, Device device) {
      this.store = store;
      this.training = training;
      this.device = device;
    }

    NDArray linear(NDArray x, Weight matrix, Weight bias) {
      return Linear.linear(x, value(matrix), value(bias)).head();
    }

    NDArray norm(NDArray x, NormWeights weights) {
      return LayerNorm.layerNorm(
              x,
              new Shape(size.width()),
              value(weights.gain()),
              value(weights.bias()),
              size.epsilon())
          .head();
    }

    NDArray drop(NDArray x) {
      return training && encoder.dropout() > 0
          ? Dropout.dropout(x, encoder.dropout(), true).head()
          : x;
    }

    private NDArray value(Weight weight) {
      return store.getValue(
          Objects.requireNonNull(byWeight.get(weight), weight.name()), device, training);
    }
  }
}
