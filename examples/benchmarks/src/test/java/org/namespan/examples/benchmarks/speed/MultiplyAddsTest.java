package org.namespan.examples.benchmarks.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultiplyAddsTest {

  @TempDir private Path folder;

  @Test
  void countsTheWeightsOfANetwork() throws IOException {
    // Words 12, hashed 3 x 6; two directions of 4 gates of 12; 13 labels.
    long layer = 2 * 4 * 12 * (12 + 18 + 12);
    assertEquals(layer + 2 * 12 * 13, MultiplyAdds.perToken(Fixtures.WORDS));
    // 12 filters over characters more to read; the filters themselves are looked up.
    assertEquals(layer + 2 * 4 * 12 * 12 + 2 * 12 * 13, MultiplyAdds.perToken(Fixtures.CHARACTERS));
  }

  @Test
  void looksThroughRoundedWeightsAndLeavesConstantProductsOut() throws IOException {
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .addInitializer(constant("W.int8", 1, 8, 3))
            .addInitializer(constant("W.scales", 1, 8, 1))
            .addInitializer(constant("R", 1, 8, 2))
            .addInitializer(constant("table", 100, 4))
            .addInitializer(constant("filter", 4, 6))
            .addInitializer(constant("dense", 2, 5))
            .addNode(node("Cast", "W.unscaled", "W.int8"))
            .addNode(node("Mul", "W", "W.unscaled", "W.scales"))
            .addNode(node("MatMul", "products", "table", "filter"))
            .addNode(node("Gather", "x", "products", "ids"))
            .addNode(node("LSTM", "y", "x", "W", "R"))
            .addNode(node("MatMul", "logits", "y", "dense"));
    Path file = folder.resolve("model.onnx");
    Files.write(file, ModelProto.newBuilder().setGraph(graph).build().toByteArray());
    assertEquals(8 * 3 + 8 * 2 + 2 * 5, MultiplyAdds.perToken(file));
  }

  @Test
  void refusesAModelWithoutMatrices() throws IOException {
    Path file = Files.write(folder.resolve("empty.onnx"), new byte[0]);
    IOException failure = assertThrows(IOException.class, () -> MultiplyAdds.perToken(file));
    assertTrue(failure.getMessage().startsWith(file.toString()), failure.getMessage());
  }

  private static TensorProto constant(String name, long... shape) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setName(name);
    for (long size : shape) {
      tensor.addDims(size);
    }
    return tensor.build();
  }

  private static NodeProto node(String op, String output, String... inputs) {
    return NodeProto.newBuilder()
        .setOpType(op)
        .addOutput(output)
        .addAllInput(List.of(inputs))
        .build();
  }
}
