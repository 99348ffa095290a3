package org.namespan.trainer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.namespan.model.GraphSignature;
import org.namespan.model.MetadataCodec;
import org.namespan.model.ModelMetadata;
import org.namespan.trainer.network.Combiner;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.network.NetworkConfig;

/**
 * Writes a network as the graph that {@link org.namespan.model.session.TaggerSession} runs. Ids are
 * turned time first before the tables, where it costs least, since ONNX's recurrent nodes want
 * {@code [time, batch, in]}.
 */
public final class TaggerGraph {

  private static final SortedMap<String, Object> NONE = new TreeMap<>();

  private final OnnxGraph graph = new OnnxGraph("namespan-tagger");
  private final NetworkConfig config;
  private final Map<String, float[]> weights;
  private final Map<String, float[]> stored;
  private final WeightNodes nodes;

  private TaggerGraph(NetworkConfig config, Map<String, float[]> weights, Precision precision) {
    this.config = config;
    this.weights = weights;
    this.stored = StoredWeights.of(config, weights, precision);
    this.nodes = new WeightNodes(graph, precision);
  }

  /**
   * The bytes of the model file; the same arguments give the same bytes.
   *
   * @param weights by the names of {@link org.namespan.trainer.network.TaggerNetwork#weights}
   */
  public static byte[] toBytes(
      NetworkConfig config,
      Map<String, float[]> weights,
      Precision precision,
      ModelMetadata metadata) {
    TaggerGraph writer = new TaggerGraph(config, weights, precision);
    writer.write();
    return writer.graph.toBytes(
        metadata.facts().getOrDefault("producer", ""),
        new TreeMap<>(MetadataCodec.toEntries(metadata)));
  }

  private void write() {
    String words = graph.input(GraphSignature.WORDS, "batch", "time");
    String hashes =
        config.hashCount() == 0
            ? null
            : graph.input(GraphSignature.HASHES, "batch", "time", config.hashCount());
    String chars =
        config.charFilters() == 0
            ? null
            : graph.input(GraphSignature.CHARS, "batch", "time", config.charLength());
    String lengths = graph.input(GraphSignature.LENGTHS, "batch");
    String timeFirst = transpose(words, "words.time_first", 1, 0);
    String timeBatch = node("Shape", "time_batch", List.of(timeFirst));
    String shape =
        graph.concat("tokens.shape", 0, List.of(timeBatch, graph.shape("any_width", -1)));
    List<String> x = embeddings(timeFirst, shape, hashes, chars);
    int last = config.layers() - 1;
    for (int layer = 0; layer < last; layer++) {
      x = List.of(above(layer, x.get(0), recurrent(layer, x, timeBatch, lengths)));
    }
    RecurrentNode.Output y = recurrent(last, x, timeBatch, lengths);
    boolean skip = config.skip() && last > 0;
    int width = config.layerOutputDim();
    emissions(
        skip
            ? dense(List.of(above(last, x.get(0), y)), width, width, shape)
            : dense(y.names(), config.hidden(), y.units(), shape));
    graph.output(GraphSignature.EMISSIONS, "batch", "time", config.labels());
  }

  private RecurrentNode.Output recurrent(
      int layer, List<String> x, String timeBatch, String lengths) {
    return RecurrentNode.add(
        nodes,
        config.cell(),
        config.directionNames(),
        config.hidden(),
        "layer" + layer,
        x,
        config.layerInputDim(layer),
        timeBatch,
        lengths,
        InputRange.of(config, stored, layer),
        List.of(),
        weights);
  }

  /** What tokens are made of, parts {@code [time, batch, dim]} to stand side by side. */
  private List<String> embeddings(String words, String shape, String hashes, String chars) {
    List<String> parts = new ArrayList<>();
    String word =
        nodes.lookUp(
            "words.table",
            weights.get("words"),
            config.wordRows(),
            config.wordDim(),
            words,
            "words.rows");
    if (hashes == null) {
      parts.add(reshape("words.embedded", word, shape));
    } else if (config.combiner() == Combiner.SUM) {
      String sum = node("Add", "tokens.sum", List.of(word, added(hashed(hashes))));
      parts.add(reshape("tokens.embedded", sum, shape));
    } else {
      parts.add(reshape("words.embedded", word, shape));
      parts.add(reshape("hashes.embedded", hashed(hashes), shape));
    }
    if (chars != null) {
      parts.add(
          CharacterNodes.add(
              graph, config, transpose(chars, "chars.time_first", 1, 0, 2), weights));
    }
    return parts;
  }

  /** The rows of the hashed features {@code [tokens * features, hashDim]}. */
  private String hashed(String hashes) {
    return nodes.lookUp(
        "hashes.table",
        weights.get("hashes"),
        config.hashRows(),
        config.hashDim(),
        transpose(hashes, "hashes.time_first", 1, 0, 2),
        "hashes.rows");
  }

  /** The sum of a token's rows {@code [tokens, hashDim]}. */
  private String added(String hashed) {
    String shape = graph.shape("hashes.shape", -1, config.hashCount(), config.hashDim());
    String byToken = reshape("hashes.by_token", hashed, shape);
    SortedMap<String, Object> gone = new TreeMap<>(Map.of("keepdims", 0L));
    String features = graph.shape("hashes.features", 1);
    graph.node("ReduceSum", "hashes.sum", List.of(byToken, features), gone);
    return "hashes.sum";
  }

  /** What the layer above reads, {@code [time, batch, directions * hidden]}. */
  private String above(int layer, String x, RecurrentNode.Output y) {
    String name = "layer" + layer;
    List<String> directions = new ArrayList<>();
    for (String output : y.names()) {
      String units = y.units() > config.hidden() ? cut(output) : output;
      String direction = graph.shape(output + ".direction", 1);
      directions.add(node("Squeeze", output + ".alone", List.of(units, direction)));
    }
    String joined = graph.concat(name + ".output", 2, directions);
    return config.skip() && layer > 0 ? node("Add", name + ".skip", List.of(joined, x)) : joined;
  }

  /** The units of the network alone. */
  private String cut(String output) {
    String starts = graph.shape(output + ".starts", 0);
    String ends = graph.shape(output + ".ends", config.hidden());
    String axis = graph.shape(output + ".axis", 3);
    return node("Slice", output + ".cut", List.of(output, starts, ends, axis));
  }

  /**
   * The logits {@code [time, batch, labels]} of what the dense layer reads: each part is multiplied
   * with its own columns of the matrix and added to those before, the first to the bias.
   *
   * @param parts names of what stands side by side, {@code [time, ..., batch, units]}
   * @param count columns of the matrix for each part, which is 0 for the units beyond them
   * @param units width of a part
   */
  private String dense(List<String> parts, int count, int units, String shape) {
    String flat = graph.shape("dense.flat", -1, units);
    String sum = graph.constant("dense.b", weights.get("dense.b"), config.labels());
    for (int i = 0; i < parts.size(); i++) {
      String x = reshape("dense.x." + i, parts.get(i), flat);
      String w = "dense.W." + i;
      graph.constant(w, columns(i * count, count, units), units, config.labels());
      sum = node("Gemm", "dense.sum." + i, List.of(x, w, sum));
    }
    return reshape("logits", sum, shape);
  }

  /** Some columns of the dense layer's matrix as rows {@code [units, labels]}. */
  private float[] columns(int from, int count, int units) {
    float[] rows = weights.get("dense.W");
    float[] columns = new float[units * config.labels()];
    for (int label = 0; label < config.labels(); label++) {
      for (int i = 0; i < count; i++) {
        columns[i * config.labels() + label] = rows[label * config.layerOutputDim() + from + i];
      }
    }
    return columns;
  }

  private void emissions(String logits) {
    String scores = logits;
    if (config.head() == Head.SOFTMAX) {
      scores = "log_softmax";
      graph.node("LogSoftmax", scores, List.of(logits), new TreeMap<>(Map.of("axis", 2L)));
    }
    transpose(scores, GraphSignature.EMISSIONS, 1, 0, 2);
  }

  private String reshape(String output, String input, String shape) {
    return node("Reshape", output, List.of(input, shape));
  }

  private String transpose(String input, String output, long... axes) {
    graph.node("Transpose", output, List.of(input), new TreeMap<>(Map.of("perm", axes)));
    return output;
  }

  private String node(String op, String output, List<String> inputs) {
    graph.node(op, output, inputs, NONE);
    return output;
  }
}
