package org.namespan.trainer.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OnnxMetadataPropsTest {

  private static byte[] file(Map<String, String> metadata) {
    OnnxGraph graph = new OnnxGraph("g");
    OnnxValue x = graph.input("x", ElementType.FLOAT, Dimension.named("batch"));
    graph.output(graph.toFloat("y", x), Dimension.named("batch"));
    return graph.toBytes("1", new TreeMap<>(metadata));
  }

  /** What had been written with other metadata has the same bytes. */
  @Test
  void replacesWhatBeginsWithThePrefix() throws InvalidProtocolBufferException {
    byte[] before = file(Map.of("b.one", "1", "b.two", "2", "a.other", "x"));
    assertArrayEquals(
        file(Map.of("a.other", "x", "b.three", "3")),
        OnnxMetadataProps.replace(before, "b.", new TreeMap<>(Map.of("b.three", "3"))));
  }

  @Test
  void refusesWhatIsNoModel() {
    assertThrows(
        InvalidProtocolBufferException.class,
        () -> OnnxMetadataProps.replace(new byte[] {7}, "b.", new TreeMap<>()));
  }
}
