package org.namespan.trainer.network.input;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.namespan.trainer.network.part.GraphInput;
import org.namespan.trainer.network.part.LookupTable;
import org.namespan.trainer.network.part.NetworkGraph;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.network.part.WeightReader;
import org.namespan.trainer.onnx.OnnxGraph;
import org.namespan.trainer.onnx.OnnxValue;

/**
 * The sum of the embeddings of a token's word and of its hashed features, as fastText adds its
 * n-grams (Bojanowski et al. 2017).
 *
 * @param words the table of words
 * @param hashes the table of hashed features, as wide as that of words
 */
public record SummedEmbedding(WordEmbedding words, HashedEmbedding hashes) implements InputPart {

  /** Rejects embeddings of different widths. */
  public SummedEmbedding {
    if (hashes.dim() != words.dim()) {
      throw new IllegalArgumentException(
          "hashDim is "
              + hashes.dim()
              + ", expected the wordDim of "
              + words.dim()
              + " to add them up");
    }
  }

  @Override
  public List<Weight> weights() {
    return List.of(words.table(), hashes.table());
  }

  @Override
  public List<GraphInput> inputs() {
    return List.of(words.inputs().get(0), hashes.inputs().get(0));
  }

  @Override
  public int width() {
    return words.dim();
  }

  @Override
  public void draw(Random random, Map<String, float[]> weights) {
    words.draw(random, weights);
    hashes.draw(random, weights);
  }

  @Override
  public void read(WeightReader file, Map<String, float[]> weights) {
    words.read(file, weights);
    hashes.read(file, weights);
  }

  @Override
  public PartBlock block() {
    LookupTable wordTable = new LookupTable(words.rows(), words.dim());
    LookupTable hashTable = new LookupTable(hashes.rows(), hashes.dim());
    // In this order: it is that of the sum over all gradients.
    Map<Weight, LookupTable> tables = new LinkedHashMap<>();
    tables.put(words.table(), wordTable);
    tables.put(hashes.table(), hashTable);
    return new PartBlock(new Sum(wordTable, hashTable), tables, Map.of(), Map.of());
  }

  @Override
  public OnnxValue write(NetworkGraph network, Map<String, float[]> weights) {
    OnnxGraph graph = network.graph();
    OnnxValue wordRows = words.lookUp(network, weights);
    OnnxValue hashRows = hashes.lookUp(network, weights);
    OnnxValue shape = graph.int64s("hashes.shape", -1, hashes.features(), hashes.dim());
    OnnxValue byToken = graph.reshape("hashes.by_token", hashRows, shape);
    OnnxValue features = graph.int64s("hashes.features", 1);
    OnnxValue hashed = graph.reduceSum("hashes.sum", byToken, features);
    return network.byToken("tokens.embedded", graph.add("tokens.sum", wordRows, hashed));
  }

  @Override
  public float range(Map<String, float[]> weights) {
    float[] sums = words.ranges(weights);
    float[] hashed = hashes.ranges(weights);
    for (int i = 0; i < sums.length; i++) {
      sums[i] += hashes.features() * hashed[i];
    }
    return EmbeddingTable.largest(sums);
  }

  @Override
  public String describe() {
    return words.describe() + ", " + hashes.describe() + " added up";
  }

  /** Adds the rows of a token's features to the row of its word. */
  private static final class Sum extends AbstractBlock {
    private final LookupTable words;
    private final LookupTable hashes;

    Sum(LookupTable words, LookupTable hashes) {
      this.words = addChildBlock("words", words);
      this.hashes = addChildBlock("hashes", hashes);
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
      NDArray word = words.forward(store, new NDList(inputs.get(0)), training).head();
      NDArray hashed = hashes.forward(store, new NDList(inputs.get(1)), training).head();
      return new NDList(word.add(hashed.sum(new int[] {2})));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
      words.initialize(manager, type, inputShapes);
      hashes.initialize(manager, type, inputShapes);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      return words.getOutputShapes(inputShapes);
    }
  }
}
