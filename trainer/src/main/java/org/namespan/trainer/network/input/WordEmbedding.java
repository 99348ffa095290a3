package org.namespan.trainer.network.input;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.namespan.model.feature.WordInput;
import org.namespan.trainer.network.part.GraphInput;
import org.namespan.trainer.network.part.LookupTable;
import org.namespan.trainer.network.part.NetworkGraph;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.network.part.WeightReader;
import org.namespan.trainer.onnx.OnnxValue;

/**
 * The embedding of a token's word: a row of a table.
 *
 * @param rows rows of the table, padding and unknown included
 * @param dim width of a row
 */
public record WordEmbedding(int rows, int dim) implements InputPart {

  private static final GraphInput WORDS = GraphInput.of(WordInput.NAME);

  /** The table {@code [rows, dim]}. */
  public Weight table() {
    return new Weight("words", rows, dim, Weight.Rounding.FULL_RANGE);
  }

  @Override
  public List<Weight> weights() {
    return List.of(table());
  }

  @Override
  public List<GraphInput> inputs() {
    return List.of(WORDS);
  }

  @Override
  public int width() {
    return dim;
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
    return PartBlock.of(table(), new LookupTable(rows, dim));
  }

  @Override
  public OnnxValue write(NetworkGraph network, Map<String, float[]> weights) {
    return network.byToken("words.embedded", lookUp(network, weights));
  }

  /** Adds the nodes that give the words' rows {@code [tokens, dim]}. */
  OnnxValue lookUp(NetworkGraph network, Map<String, float[]> weights) {
    return network.weightNodes().lookUp(table(), weights, network.ids(WORDS));
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
    return "words " + dim;
  }
}
