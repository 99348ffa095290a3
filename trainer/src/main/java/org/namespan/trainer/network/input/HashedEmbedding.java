package org.namespan.trainer.network.input;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.namespan.model.feature.HashedInput;
import org.namespan.trainer.network.part.GraphInput;
import org.namespan.trainer.network.part.LookupTable;
import org.namespan.trainer.network.part.NetworkGraph;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.network.part.WeightReader;
import org.namespan.trainer.onnx.OnnxValue;

/**
 * The embeddings of a token's hashed features, one after the other: rows of one table that they
 * share.
 *
 * @param features hashed features per token, at least 1
 * @param rows rows of the table, padding included
 * @param dim width of a row
 */
public record HashedEmbedding(int features, int rows, int dim) implements InputPart {

  /** The table {@code [rows, dim]}. */
  public Weight table() {
    return new Weight("hashes", rows, dim, Weight.Rounding.FULL_RANGE);
  }

  private GraphInput hashes() {
    return GraphInput.of(HashedInput.NAME, features);
  }

  @Override
  public List<Weight> weights() {
    return List.of(table());
  }

  @Override
  public List<GraphInput> inputs() {
    return List.of(hashes());
  }

  @Override
  public int width() {
    return features * dim;
  }

  @Override
  public void draw(Random random, Map<String, float[]> weights) {
    EmbeddingTable.draw(table(), random, weights);
  }

  @Override
  public void read(WeightReader file, Map<String, float[]> weights) {
    file.table(table(), weights);
  }

  @Override
  public PartBlock block() {
    LookupTable table = new LookupTable(rows, dim);
    return new PartBlock(new SideBySide(table), Map.of(table(), table), Map.of(), Map.of());
  }

  @Override
  public OnnxValue write(NetworkGraph network, Map<String, float[]> weights) {
    return network.byToken("hashes.embedded", lookUp(network, weights));
  }

  /** Adds the nodes that give the features' rows {@code [tokens * features, dim]}. */
  OnnxValue lookUp(NetworkGraph network, Map<String, float[]> weights) {
    return network.weightNodes().lookUp(table(), weights, network.ids(hashes()));
  }

  @Override
  public float range(Map<String, float[]> weights) {
    return EmbeddingTable.largest(ranges(weights));
  }

  /** The largest magnitude in each column of the table. */
  float[] ranges(Map<String, float[]> weights) {
    return EmbeddingTable.ranges(table(), weights);
  }

  @Override
  public String describe() {
    return "hashed " + features + "x" + dim;
  }

  /** Makes one vector of the rows of a token. */
  private static final class SideBySide extends AbstractBlock {
    private final LookupTable table;

    SideBySide(LookupTable table) {
      this.table = addChildBlock("hashes", table);
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
      Shape ids = inputs.head().getShape();
      NDArray rows = table.forward(store, inputs, training).head();
      return new NDList(rows.reshape(ids.get(0), ids.get(1), -1));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
      table.initialize(manager, type, inputShapes);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      Shape ids = inputShapes[0];
      return new Shape[] {new Shape(ids.get(0), ids.get(1), ids.get(2) * table.dim())};
    }
  }
}
