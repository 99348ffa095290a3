package org.namespan.trainer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.namespan.internal.model.ModelMetadata;
import org.namespan.internal.model.TaggerSession;
import org.namespan.trainer.network.Combiner;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.network.NetworkConfig;

/**
 * Writes a network as the graph that {@link TaggerSession} runs. Ids are turned time first before
 * the tables, where it costs least, since ONNX's recurrent nodes want {@code [time, batch, in]}.
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
        metadata.facts().getOrDefault("producer", ""), new TreeMap<>(metadata.toEntries()));
  }

  private void write() {
    String words = graph.input(TaggerSession.WORDS, "batch", "time");
    String hashes =
        config.hashCount() == 0
            ? null
            : graph.input(TaggerSession.HASHES, "batch", "time", config.hashCount());
    String chars =
        config.charFilters() == 0
            ? null
            : graph.input(TaggerSession.CHARS, "batch", "time", config.charLength());
    String lengths = graph.input(TaggerSession.LENGTHS, "batch");
    String x = embeddings(words, hashes, chars);
    int last = config.layers() - 1;
    for (int layer = 0; layer < last; layer++) {
      x = above(layer, x, recurrent(layer, x, lengths));
    }
    RecurrentNode.Output y = recurrent(last, x, lengths);
    String sum =
        config.skip() && last > 0
            ? product(above(last, x, y), 0, config.layerOutputDim(), config.layerOutputDim())
            : products(y);
    head(sum);
    graph.output(TaggerSession.EMISSIONS, "batch", "time", config.labels());
  }

  private RecurrentNode.Output recurrent(int layer, String x, String lengths) {
    return RecurrentNode.add(
        nodes,
        config.cell(),
        config.directionNames(),
        config.hidden(),
        "layer" + layer,
        x,
        config.layerInputDim(layer),
        lengths,
        InputRange.of(config, stored, layer),
        List.of(),
        weights);
  }

  private String embeddings(String words, String hashes, String chars) {
    List<String> parts = new ArrayList<>();
    String word =
        nodes.lookUp(
            "words.table",
            weights.get("words"),
            config.wordRows(),
            config.wordDim(),
            transpose(words, "words.time_first", 1, 0),
            "words.embedded");
    if (hashes == null) {
      parts.add(word);
    } else if (config.combiner() == Combiner.SUM) {
      parts.add(node("Add", "tokens.sum", List.of(word, added(hashed(hashes)))));
    } else {
      parts.add(word);
      parts.add(sideBySide(hashed(hashes)));
    }
    if (chars != null) {
      parts.add(
          CharacterNodes.add(
              graph, config, transpose(chars, "chars.time_first", 1, 0, 2), weights));
    }
    return concat("tokens.embedded", parts);
  }

  /** The rows of the hashed features {@code [time, batch, features, hashDim]}. */
  private String hashed(String hashes) {
    return nodes.lookUp(
        "hashes.table",
        weights.get("hashes"),
        config.hashRows(),
        config.hashDim(),
        transpose(hashes, "hashes.time_first", 1, 0, 2),
        "hashes.rows");
  }

  private String added(String hashed) {
    SortedMap<String, Object> gone = new TreeMap<>(Map.of("keepdims", 0L));
    String features = graph.shape("hashes.features", 2);
    graph.node("ReduceSum", "hashes.sum", List.of(hashed, features), gone);
    return "hashes.sum";
  }

  private String sideBySide(String hashed) {
    long width = (long) config.hashCount() * config.hashDim();
    String shape = graph.shape("hashes.shape", 0, 0, width);
    return node("Reshape", "hashes.embedded", List.of(hashed, shape));
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
    String joined = concat(name + ".output", directions);
    return config.skip() && layer > 0 ? node("Add", name + ".skip", List.of(joined, x)) : joined;
  }

  /** The units of the network alone. */
  private String cut(String output) {
    String starts = graph.shape(output + ".starts", 0);
    String ends = graph.shape(output + ".ends", config.hidden());
    String axis = graph.shape(output + ".axis", 3);
    return node("Slice", output + ".cut", List.of(output, starts, ends, axis));
  }

  /** What the directions give to the labels {@code [time, batch, labels]}, not turned for it. */
  private String products(RecurrentNode.Output y) {
    String sum = null;
    for (int i = 0; i < y.names().size(); i++) {
      String product = product(y.names().get(i), i * config.hidden(), config.hidden(), y.units());
      sum = sum == null ? product : node("Add", "dense.sum", List.of(sum, product));
    }
    String direction = graph.shape("dense.direction", 1);
    return node("Squeeze", "dense.products", List.of(sum, direction));
  }

  /**
   * The product of {@code x} with some columns of the dense layer's matrix.
   *
   * @param from the first column
   * @param count columns; the matrix is 0 for what {@code x} has beyond them
   * @param units width of {@code x}
   */
  private String product(String x, int from, int count, int units) {
    float[] rows = weights.get("dense.W");
    float[] columns = new float[units * config.labels()];
    for (int label = 0; label < config.labels(); label++) {
      for (int i = 0; i < count; i++) {
        columns[i * config.labels() + label] = rows[label * config.layerOutputDim() + from + i];
      }
    }
    String w = graph.constant("dense.W." + from, columns, units, config.labels());
    return node("MatMul", "dense.product." + from, List.of(x, w));
  }

  private void head(String sum) {
    String b = graph.constant("dense.b", weights.get("dense.b"), config.labels());
    String logits = node("Add", "logits", List.of(sum, b));
    if (config.head() == Head.SOFTMAX) {
      graph.node("LogSoftmax", "log_softmax", List.of(logits), new TreeMap<>(Map.of("axis", 2L)));
      logits = "log_softmax";
    }
    transpose(logits, TaggerSession.EMISSIONS, 1, 0, 2);
  }

  /** Joins at the third axis. */
  private String concat(String output, List<String> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    graph.node("Concat", output, parts, new TreeMap<>(Map.of("axis", 2L)));
    return output;
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
