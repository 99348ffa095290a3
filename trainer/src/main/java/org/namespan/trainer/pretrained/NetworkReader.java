package org.namespan.trainer.pretrained;

import java.util.List;
import org.namespan.model.feature.CharacterInput;
import org.namespan.model.feature.HashedInput;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.feature.WordInput;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.network.Combiner;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.network.encoder.Cell;
import org.namespan.trainer.network.encoder.RecurrentEncoder;
import org.namespan.trainer.onnx.OnnxWeights;

/** Tells the choices and sizes of a network by the graph that it was written as. */
final class NetworkReader {

  private static final String FIRST = "layer0.forward";

  private final OnnxWeights graph;
  private final TokenFeatures features;
  private final int labels;

  /**
   * @param graph of a model file
   * @param features that the same file describes
   * @param labels outputs per token or text
   */
  NetworkReader(OnnxWeights graph, TokenFeatures features, int labels) {
    this.graph = graph;
    this.features = features;
    this.labels = labels;
  }

  /**
   * The network.
   *
   * @throws IllegalArgumentException if the graph is none that this trainer writes
   */
  NetworkConfig config() {
    boolean hashed = features.width(HashedInput.NAME) > 0;
    boolean characters = features.width(CharacterInput.NAME) > 0;
    Cell cell = cell();
    int layers = 0;
    while (graph.has(bias(layers, "forward"))) {
      layers++;
    }
    return new NetworkConfig(
        cell,
        graph.has(bias(0, "backward")),
        layers,
        RecurrentEncoder.hidden(graph, FIRST, cell),
        graph.hasValue("layer" + (layers - 1) + ".skip"),
        features.rows(WordInput.NAME),
        size("words.table", 1),
        features.width(HashedInput.NAME),
        features.rows(HashedInput.NAME),
        hashed ? size("hashes.table", 1) : 0,
        graph.hasValue("hashes.sum") ? Combiner.SUM : Combiner.CONCAT,
        features.rows(CharacterInput.NAME),
        features.width(CharacterInput.NAME),
        characters ? size("chars.table", 1) : 0,
        characters ? size("chars.b", 0) : 0,
        labels,
        graph.hasValue("log_softmax") ? Head.SOFTMAX : Head.CRF);
  }

  private Cell cell() {
    String output = FIRST + ".y";
    return switch (graph.operator(output)) {
      case "LSTM", "DynamicQuantizeLSTM" -> Cell.LSTM;
      case "GRU" -> Cell.GRU;
      case "RNN" ->
          graph.firstString(output, "activations").equals("Relu") ? Cell.RNN_RELU : Cell.RNN_TANH;
      default ->
          throw new IllegalArgumentException(
              "found the operator " + graph.operator(output) + ", expected a recurrent one");
    };
  }

  private static String bias(int layer, String direction) {
    return "layer" + layer + "." + direction + ".B";
  }

  private int size(String tensor, int axis) {
    List<Long> shape = graph.numbers(tensor).shape();
    if (shape.size() <= axis) {
      throw new IllegalArgumentException(
          "tensor '" + tensor + "' has " + shape.size() + " axes, expected " + (axis + 1));
    }
    return Math.toIntExact(shape.get(axis));
  }
}
