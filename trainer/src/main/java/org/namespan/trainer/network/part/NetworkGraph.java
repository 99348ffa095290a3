package org.namespan.trainer.network.part;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.namespan.model.GraphSignature;
import org.namespan.trainer.onnx.Dimension;
import org.namespan.trainer.onnx.ElementType;
import org.namespan.trainer.onnx.OnnxGraph;
import org.namespan.trainer.onnx.OnnxValue;

/**
 * The ONNX graph of one network, to which its parts add their nodes: the values that all of them
 * read. ONNX's recurrent nodes want {@code [time, batch, width]}; so ids are turned time first
 * before the tables, where it costs least. Not thread-safe.
 */
public final class NetworkGraph {

  private final OnnxGraph graph;
  private final WeightNodes weightNodes;
  private final Map<GraphInput, OnnxValue> declared = new HashMap<>();
  private final Map<GraphInput, OnnxValue> timeFirst = new HashMap<>();
  private final OnnxValue lengths;
  private final OnnxValue timeBatch;
  private final OnnxValue anyWidth;

  /**
   * Declares the inputs, and that of sentence lengths behind them.
   *
   * @param inputs at least one, the first with one id for each token
   */
  public NetworkGraph(OnnxGraph graph, Precision precision, List<GraphInput> inputs) {
    this.graph = graph;
    this.weightNodes = new WeightNodes(graph, precision);
    for (GraphInput input : inputs) {
      Dimension[] shape = input.shape().toArray(new Dimension[0]);
      declared.put(input, graph.input(input.name(), ElementType.INT32, shape));
    }
    lengths = graph.input(GraphSignature.LENGTHS, ElementType.INT32, GraphInput.BATCH);
    timeBatch = graph.shape("time_batch", ids(inputs.get(0)));
    OnnxValue width = graph.int64s("any_width", -1);
    anyWidth = graph.concat("tokens.shape", 0, List.of(timeBatch, width));
  }

  /** The graph itself. */
  public OnnxGraph graph() {
    return graph;
  }

  /** How weights are added to the graph. */
  public WeightNodes weightNodes() {
    return weightNodes;
  }

  /** The ids of an input {@code [time, batch]} or {@code [time, batch, ids of a token]}. */
  public OnnxValue ids(GraphInput input) {
    return timeFirst.computeIfAbsent(
        input,
        i -> {
          OnnxValue value = declared.get(i);
          if (value == null) {
            throw new IllegalArgumentException(
                "found input '" + i.name() + "', expected one that was declared");
          }
          long[] axes = LongStream.range(0, i.shape().size()).toArray();
          axes[0] = 1;
          axes[1] = 0;
          return graph.transpose(i.name() + ".time_first", value, axes);
        });
  }

  /** Tokens of each sentence {@code [batch]}. */
  public OnnxValue lengths() {
    return lengths;
  }

  /** The sizes of the axes of time and batch. */
  public OnnxValue timeBatch() {
    return timeBatch;
  }

  /** Rows of which each token has the same number, as {@code [time, batch, width]}. */
  public OnnxValue byToken(String output, OnnxValue rows) {
    return graph.reshape(output, rows, anyWidth);
  }
}
