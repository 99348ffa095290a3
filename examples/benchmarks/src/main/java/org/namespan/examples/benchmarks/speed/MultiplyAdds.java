package org.namespan.examples.benchmarks.speed;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts the multiplications, each with its addition, that a model's matrices cost for one token:
 * every weight of a recurrent layer or of a product is used once. Tables that are looked up,
 * products of constants, which ONNX Runtime makes when it loads the file, and element-wise work
 * count nothing.
 */
final class MultiplyAdds {

  private static final Set<String> RECURRENT = Set.of("LSTM", "GRU", "RNN", "DynamicQuantizeLSTM");
  private static final Set<String> PRODUCTS = Set.of("MatMul", "Gemm", "MatMulInteger");
  private static final long VARIABLE = -1;

  private final Map<String, Long> constants = new HashMap<>();
  private final Map<String, NodeProto> makers = new HashMap<>();

  private MultiplyAdds(GraphProto graph) {
    for (TensorProto constant : graph.getInitializerList()) {
      long numbers = constant.getDimsList().stream().reduce(1L, Math::multiplyExact);
      constants.put(constant.getName(), numbers);
    }
    for (NodeProto node : graph.getNodeList()) {
      node.getOutputList().forEach(output -> makers.put(output, node));
    }
  }

  /**
   * Those of one token.
   *
   * @throws IOException if the file cannot be read or is no ONNX model with matrices
   */
  static long perToken(Path model) throws IOException {
    GraphProto graph;
    try (InputStream stream = Files.newInputStream(model)) {
      graph = ModelProto.parseFrom(stream).getGraph();
    }
    MultiplyAdds counter = new MultiplyAdds(graph);
    long sum = graph.getNodeList().stream().mapToLong(counter::of).sum();
    if (sum == 0) {
      throw new IOException(model + ": found no recurrent layer and no matrix product");
    }
    return sum;
  }

  private long of(NodeProto node) {
    List<String> inputs = node.getInputList();
    if (RECURRENT.contains(node.getOpType())) {
      return constantSize(inputs.get(1)) + constantSize(inputs.get(2));
    }
    if (PRODUCTS.contains(node.getOpType()) && constantSize(inputs.get(0)) == VARIABLE) {
      return Math.max(0, constantSize(inputs.get(1)));
    }
    return 0;
  }

  /** Numbers in a value that depends on no input of the graph, else {@link #VARIABLE}. */
  private long constantSize(String value) {
    if (constants.containsKey(value)) {
      return constants.get(value);
    }
    NodeProto maker = makers.get(value);
    if (maker == null) {
      return VARIABLE;
    }
    // Weights are made of smaller parts by broadcasting: the largest one has their size.
    long largest = 0;
    for (String input : maker.getInputList()) {
      long size = constantSize(input);
      if (size == VARIABLE) {
        return VARIABLE;
      }
      largest = Math.max(largest, size);
    }
    return largest;
  }
}
