package org.namespan.trainer.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class OnnxGraphTest {

  private static final Dimension IDS = Dimension.named("ids");
  private static final Dimension TWO = Dimension.of(2);

  private final OnnxGraph graph = new OnnxGraph("test");

  /** What ONNX Runtime makes of the graph for some ids. */
  private float[] run(int... ids) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    byte[] model = graph.toBytes("test", new TreeMap<>());
    long[] shape = {ids.length};
    try (OrtSession session = environment.createSession(model);
        OnnxTensor tensor = OnnxTensor.createTensor(environment, IntBuffer.wrap(ids), shape);
        OrtSession.Result result = session.run(Map.of("ids", tensor))) {
      FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] floats = new float[values.remaining()];
      values.get(floats);
      return floats;
    }
  }

  private OnnxValue ids() {
    return graph.input("ids", ElementType.INT32, IDS);
  }

  @Test
  void looksUpMultipliesAndAdds() throws OrtException {
    OnnxValue table = graph.floats("table", new float[] {1, 2, 3, 4, 5, 6}, 3, 2);
    OnnxValue rows = graph.gather("rows", table, ids());
    OnnxValue w = graph.floats("w", new float[] {1, 0, 10, -1}, 2, 2);
    OnnxValue b = graph.floats("b", new float[] {0.5f, 0}, 2);
    OnnxValue product = graph.gemm("product", rows, w, b);
    graph.output(graph.relu("positive", product), IDS, TWO);
    // [5, 6] w = [65, -6] and [1, 2] w = [21, -2].
    assertArrayEquals(new float[] {65.5f, 0, 21.5f, 0}, run(2, 0));
  }

  @Test
  void rowsOfEachElementTypeBecomeFloats() throws OrtException {
    OnnxValue ids = ids();
    OnnxValue halves = graph.float16s("halves", new float[] {0.5f, 1, -2, 0.1f}, 2, 2);
    OnnxValue half = graph.toFloat("half", graph.gather("half.rows", halves, ids));
    OnnxValue integers = graph.int8s("integers", new byte[] {100, -3, 7, 1}, 2, 2);
    OnnxValue scales = graph.floats("scales", new float[] {0.25f, 2}, 2);
    OnnxValue whole =
        graph.dequantizeRows(
            "whole",
            graph.gather("whole.rows", integers, ids),
            graph.gather("whole.scales", scales, ids));
    graph.output(graph.concat("both", 1, List.of(half, whole)), IDS, Dimension.of(4));
    // 0.1 is 0.0999755859375 in 16 bits.
    assertArrayEquals(new float[] {-2, 0.0999755859375f, 14, 2, 0.5f, 1, 25, -0.75f}, run(1, 0));
  }

  @Test
  void oneValueAloneNeedsNoConcatenation() {
    OnnxValue ids = ids();
    assertEquals(ids, graph.concat("joined", 0, List.of(ids)));
  }

  @Test
  void sameCallsSameBytes() {
    byte[][] bytes = new byte[2][];
    for (int i = 0; i < bytes.length; i++) {
      OnnxGraph again = new OnnxGraph("again");
      OnnxValue x = again.input("x", ElementType.FLOAT, IDS, TWO);
      again.output(again.logSoftmax("y", again.transpose("turned", x, 1, 0), 1), TWO, IDS);
      bytes[i] = again.toBytes("1", new TreeMap<>(Map.of("b", "2", "a", "1")));
    }
    assertArrayEquals(bytes[0], bytes[1]);
  }

  @Test
  void refusesWhatAnOperatorDoesNotTake() {
    OnnxValue ids = ids();
    OnnxValue floats = graph.floats("floats", new float[2], 2);
    OnnxValue integers = graph.int8s("integers", new byte[2], 2);
    assertRefused("floats (FLOAT), expected one of [INT64]", () -> graph.reshape("a", ids, floats));
    assertRefused(
        "floats (FLOAT), expected one of [INT32, INT64]", () -> graph.gather("a", ids, floats));
    assertRefused(
        "integers (INT8), expected one of [FLOAT]", () -> graph.add("a", floats, integers));
    assertRefused("ids (INT32), expected one of [FLOAT]", () -> graph.matMul("a", ids, floats));
    assertRefused(
        "ids (INT32), expected one of [FLOAT]", () -> graph.concat("a", 0, List.of(floats, ids)));
  }

  @Test
  void refusesValuesOfAnotherGraphAndNamesTakenBefore() {
    OnnxValue ids = ids();
    OnnxGraph other = new OnnxGraph("other");
    assertRefused("ids (INT32) is not of this graph", () -> other.shape("a", ids));
    assertRefused("ids (INT32) is not of this graph", () -> other.output(ids, IDS));
    assertRefused("has a value named 'ids' already", () -> graph.int64s("ids", 1));
    assertRefused("has a value named 'ids' already", () -> graph.shape("ids", ids));
  }

  private static void assertRefused(String message, Executable action) {
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, action);
    assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
  }
}
