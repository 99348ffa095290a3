package org.namespan.trainer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.namespan.internal.model.ModelMetadata;
import org.namespan.internal.model.TaggerSession;
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
    for (int layer = 0; layer < config.layers(); layer++) {
      String name = "layer" + layer;
      String y =
          RecurrentNode.add(
              nodes,
              config.cell(),
              config.directionNames(),
              config.hidden(),
              name,
              x,
              config.layerInputDim(layer),
              lengths,
              InputRange.of(config, stored, layer),
              List.of(),
              weights);
      y = joinDirections(y, name);
      x = config.skip() && layer > 0 ? node("Add", name + ".skip", List.of(y, x)) : y;
    }
    head(x);
    graph.output(TaggerSession.EMISSIONS, "batch", "time", config.labels());
  }

  private String embeddings(String words, String hashes, String chars) {
    String wordIds = transpose(words, "words.time_first", 1, 0);
    List<String> parts = new ArrayList<>();
    parts.add(
        nodes.lookUp(
            "words.table",
            weights.get("words"),
            config.wordRows(),
            config.wordDim(),
            wordIds,
            "words.embedded"));
    if (hashes != null) {
      parts.add(hashed(hashes));
    }
    if (chars != null) {
      parts.add(
          CharacterNodes.add(
              graph, config, transpose(chars, "chars.time_first", 1, 0, 2), weights));
    }
    if (parts.size() == 1) {
      return parts.get(0);
    }
    SortedMap<String, Object> axis = new TreeMap<>(Map.of("axis", 2L));
    graph.node("Concat", "tokens.embedded", parts, axis);
    return "tokens.embedded";
  }

  private String hashed(String hashes) {
    String hashIds = transpose(hashes, "hashes.time_first", 1, 0, 2);
    String hashed =
        nodes.lookUp(
            "hashes.table",
            weights.get("hashes"),
            config.hashRows(),
            config.hashDim(),
            hashIds,
            "hashes.rows");
    long width = (long) config.hashCount() * config.hashDim();
    String shape = graph.shape("hashes.shape", 0, 0, width);
    return node("Reshape", "hashes.embedded", List.of(hashed, shape));
  }

  /** {@code [time, directions, batch, hidden]} to {@code [time, batch, directions * hidden]}. */
  private String joinDirections(String y, String name) {
    String aside = transpose(y, name + ".directions_last", 0, 2, 1, 3);
    String shape = graph.shape(name + ".shape", 0, 0, config.layerOutputDim());
    return node("Reshape", name + ".output", List.of(aside, shape));
  }

  private void head(String x) {
    int in = config.layerOutputDim();
    float[] rows = weights.get("dense.W");
    float[] columns = new float[rows.length];
    for (int label = 0; label < config.labels(); label++) {
      for (int i = 0; i < in; i++) {
        columns[i * config.labels() + label] = rows[label * in + i];
      }
    }
    String w = graph.constant("dense.W", columns, in, config.labels());
    String b = graph.constant("dense.b", weights.get("dense.b"), config.labels());
    String product = node("MatMul", "dense.product", List.of(x, w));
    String logits = node("Add", "logits", List.of(product, b));
    if (config.head() == Head.SOFTMAX) {
      graph.node("LogSoftmax", "log_softmax", List.of(logits), new TreeMap<>(Map.of("axis", 2L)));
      logits = "log_softmax";
    }
    transpose(logits, TaggerSession.EMISSIONS, 1, 0, 2);
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
