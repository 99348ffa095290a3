package org.namespan.trainer.network.input;

import ai.djl.nn.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.namespan.model.feature.CharacterInput;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.trainer.network.part.GraphInput;
import org.namespan.trainer.network.part.NetworkGraph;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.network.part.WeightReader;
import org.namespan.trainer.onnx.OnnxGraph;
import org.namespan.trainer.onnx.OnnxValue;

/**
 * What the spelling of a token says: a convolution of width {@value #WIDTH} over the embeddings of
 * its characters, the largest output of each filter over all positions, bias, and the positive part
 * (Ma and Hovy 2016; Chiu and Nichols 2016). A window may reach one place beyond the token's ends,
 * where the embedding is 0; it never stands there, however many places of padding follow.
 *
 * <p>A filter's output is the sum of what its {@value #WIDTH} parts give for the character under
 * each. There are few characters, so these products are made once for each, and looked up: in
 * training once a batch; in an ONNX graph they have only constants as their inputs, so that ONNX
 * Runtime makes them once, when it loads the file, and a run has no multiplication.
 *
 * @param rows rows of the character table, padding and unknown included
 * @param length characters read per token
 * @param dim width of a character's embedding
 * @param filters filters of the convolution
 */
public record CharacterConvolution(int rows, int length, int dim, int filters)
    implements InputPart {

  /** Characters under a filter. */
  public static final int WIDTH = 3;

  /** What padding gives under the middle of a filter: less than any character. */
  static final float OUTSIDE = -1e30f;

  /** The parts of a filter, by the place of their character: before, at and after the middle. */
  private static final List<String> PARTS = List.of("before", "at", "after");

  private static final int MIDDLE = WIDTH / 2;

  /** The embeddings of characters {@code [rows, dim]}. */
  public Weight table() {
    return Weight.matrix("chars", rows, dim);
  }

  /**
   * The filters {@code [dim, WIDTH * filters]}, the columns being those for the character before,
   * for the character itself, and for the one after.
   */
  public Weight filterWeights() {
    return Weight.matrix("char.W", dim, WIDTH * filters);
  }

  /** The filters' biases. */
  public Weight bias() {
    return Weight.vector("char.b", filters);
  }

  private GraphInput chars() {
    return GraphInput.of(CharacterInput.NAME, length);
  }

  @Override
  public List<Weight> weights() {
    return List.of(table(), filterWeights(), bias());
  }

  @Override
  public List<GraphInput> inputs() {
    return List.of(chars());
  }

  @Override
  public int width() {
    return filters;
  }

  @Override
  public void draw(Random random, Map<String, float[]> weights) {
    EmbeddingTable.draw(table(), random, weights);
    double bound = 1 / Math.sqrt(WIDTH * dim);
    weights.put(filterWeights().name(), filterWeights().uniform(bound, random));
    weights.put(bias().name(), bias().zeros());
  }

  @Override
  public void read(WeightReader file, Map<String, float[]> weights) {
    float[] w = filterWeights().zeros();
    for (int part = 0; part < WIDTH; part++) {
      float[] columns = file.numbers("chars." + PARTS.get(part) + ".W", dim * filters);
      for (int i = 0; i < dim; i++) {
        System.arraycopy(columns, i * filters, w, (i * WIDTH + part) * filters, filters);
      }
    }
    file.table(table(), weights);
    weights.put(filterWeights().name(), w);
    weights.put(bias().name(), file.numbers("chars.b", filters));
  }

  @Override
  public PartBlock block() {
    CharacterBlock block = new CharacterBlock(rows, dim, filters);
    Map<Weight, Parameter> parameters = new LinkedHashMap<>();
    parameters.put(filterWeights(), block.filterWeights());
    parameters.put(bias(), block.bias());
    return new PartBlock(block, Map.of(table(), block.table()), Map.of(), parameters);
  }

  @Override
  public OnnxValue write(NetworkGraph network, Map<String, float[]> weights) {
    OnnxGraph graph = network.graph();
    OnnxValue ids = network.ids(chars());
    float[] embeddings = table().in(weights).clone();
    EmbeddingTable.clearPadding(table(), embeddings);
    OnnxValue table = graph.floats("chars.table", embeddings, rows, dim);
    OnnxValue sum = ofPart(graph, 0, table, ids, weights);
    for (int part = 1; part < WIDTH; part++) {
      OnnxValue found = ofPart(graph, part, table, ids, weights);
      sum = graph.add("chars." + PARTS.get(part) + ".sum", sum, found);
    }
    OnnxValue largest = graph.reduceMax("chars.largest", sum, 2);
    OnnxValue b = graph.floats("chars.b", bias().in(weights), filters);
    return graph.relu("chars.read", graph.add("chars.biased", largest, b));
  }

  /** What a part of each filter gives, for each place of each token. */
  private OnnxValue ofPart(
      OnnxGraph graph, int part, OnnxValue table, OnnxValue ids, Map<String, float[]> weights) {
    String name = "chars." + PARTS.get(part);
    OnnxValue w = graph.floats(name + ".W", columns(part, weights), dim, filters);
    OnnxValue products = graph.matMul(name + ".products", table, w);
    OnnxValue under = ids;
    if (part == MIDDLE) {
      float[] outside = new float[rows];
      outside[TokenFeatures.PAD] = OUTSIDE;
      OnnxValue mask = graph.floats("chars.outside", outside, rows, 1);
      products = graph.add(name + ".masked", products, mask);
    } else {
      under = shifted(graph, ids, name, MIDDLE - part);
    }
    return graph.gather(name + ".found", products, under);
  }

  /** Ids moved by one place, towards the end if {@code by} is 1; padding moves in. */
  private static OnnxValue shifted(OnnxGraph graph, OnnxValue ids, String name, long by) {
    // A negative number of places is cut off.
    OnnxValue places = graph.int64s(name + ".places", 0, 0, by, 0, 0, -by);
    return graph.pad(name + ".ids", ids, places);
  }

  /** The columns of one part of all filters {@code [dim, filters]}. */
  private float[] columns(int part, Map<String, float[]> weights) {
    float[] w = filterWeights().in(weights);
    float[] columns = new float[dim * filters];
    for (int i = 0; i < dim; i++) {
      System.arraycopy(w, (i * WIDTH + part) * filters, columns, i * filters, filters);
    }
    return columns;
  }

  /** What a filter gives for the characters that each of its parts likes best. */
  @Override
  public float range(Map<String, float[]> weights) {
    float[] embeddings = table().in(weights);
    float[] w = filterWeights().in(weights);
    float largest = 0;
    for (int f = 0; f < filters; f++) {
      float sum = bias().in(weights)[f];
      for (int part = 0; part < WIDTH; part++) {
        float best = 0;
        for (int c = TokenFeatures.PAD + 1; c < rows; c++) {
          float product = 0;
          for (int d = 0; d < dim; d++) {
            product += embeddings[c * dim + d] * w[(d * WIDTH + part) * filters + f];
          }
          best = Math.max(best, product);
        }
        sum += best;
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  @Override
  public String describe() {
    return "characters " + dim + " to " + filters;
  }
}
