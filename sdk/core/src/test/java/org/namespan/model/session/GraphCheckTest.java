package org.namespan.model.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.ModelFormatException;
import org.namespan.model.ModelBytes;

class GraphCheckTest {

  /** The first number of a constant is replaced, where the model's bytes have it. */
  private static void set(byte[] model, String constant, float value) throws IOException {
    int changed = 0;
    MessageFields fields =
        MessageFields.of(new ModelSource.InMemory(ByteBuffer.wrap(model), "memory"));
    while (fields.next()) {
      MessageFields graph = fields.message();
      while (fields.isContent(7) && graph.next()) {
        MessageFields tensor = graph.message();
        boolean named = false;
        ByteBuffer bytes = null;
        while (graph.isContent(5) && tensor.next()) {
          named |= tensor.isContent(8) && tensor.text().equals(constant);
          bytes = tensor.isContent(9) ? tensor.content() : bytes;
        }
        if (named && bytes != null) {
          bytes.order(ByteOrder.LITTLE_ENDIAN).putFloat(0, value);
          changed++;
        }
      }
    }
    assertEquals(1, changed);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void scoresThatAreNoNumbersAreRefused(float value) throws IOException {
    for (int format : new int[] {1, 3, 4}) {
      byte[] model = ModelBytes.fixture(format);
      TaggerSession.open(ByteBuffer.wrap(model), "memory").close();
      set(model, "dense.b", value);
      ModelFormatException refusal =
          assertThrows(
              ModelFormatException.class,
              () -> TaggerSession.open(ByteBuffer.wrap(model), "memory").close());
      assertTrue(refusal.getMessage().contains("scores are not all numbers"), refusal.getMessage());
    }
  }
}
