package org.namespan.model.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxMetadataTest {

  private static final List<String> REFUSALS =
      List.of(
          "the file ends inside a field",
          "a field written as ",
          "a number of more than 10 bytes",
          "a tag of more than 32 bits");

  private static byte[] fixture(String name) throws IOException {
    try (InputStream model = OnnxMetadataTest.class.getResourceAsStream("/fixtures/" + name)) {
      return model.readAllBytes();
    }
  }

  private static Map<String, String> read(ByteBuffer model) throws IOException {
    Map<String, String> entries = new HashMap<>();
    OnnxMetadata.read(new ModelSource.InMemory(model, "model"))
        .forEach((key, value) -> entries.put(key, new String(value, StandardCharsets.UTF_8)));
    return entries;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "format-1.onnx",
        "format-2.onnx",
        "format-2-characters.onnx",
        "format-3.onnx",
        "format-4.onnx",
        "format-5.onnx",
        "format-5-several.onnx",
        "format-6.onnx",
        "format-6-classifier.onnx"
      })
  void readsWhatOnnxRuntimeReads(String name) throws IOException, OrtException {
    byte[] model = fixture(name);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        OrtSession session = OrtEnvironment.getEnvironment().createSession(model, options)) {
      assertEquals(session.getMetadata().getCustomMetadata(), read(ByteBuffer.wrap(model)));
    }
  }

  @Test
  void leavesTheBufferAsItIs() throws IOException {
    ByteBuffer model = ByteBuffer.wrap(fixture("format-2.onnx"));
    read(model);
    assertEquals(0, model.position());
    assertEquals(model.capacity(), model.limit());
  }

  @Test
  void byHand() throws IOException {
    byte[] model = {
      8, 8, 13, 1, 2, 3, 4, 9, 1, 2, 3, 4, 5, 6, 7, 8, 114, 6, 10, 1, 'k', 18, 1, 'v'
    };
    assertEquals(Map.of("k", "v"), read(ByteBuffer.wrap(model)));
    for (int length = 1; length < model.length; length++) {
      // Whole fields end after these many bytes.
      if (length != 2 && length != 7 && length != 16) {
        ByteBuffer cut = ByteBuffer.wrap(model, 0, length);
        assertThrows(IllegalArgumentException.class, () -> read(cut));
      }
    }
    byte[] group = {11};
    assertThrows(IllegalArgumentException.class, () -> read(ByteBuffer.wrap(group)));
  }

  /** Foreign bytes are read or refused for a reason. */
  @FuzzTest(maxDuration = "1m")
  void readsOrRefuses(byte[] bytes) throws IOException {
    try {
      assertTrue(read(ByteBuffer.wrap(bytes)).size() <= bytes.length);
    } catch (IllegalArgumentException e) {
      assertTrue(REFUSALS.stream().anyMatch(e.getMessage()::startsWith), e.getMessage());
    }
  }
}
