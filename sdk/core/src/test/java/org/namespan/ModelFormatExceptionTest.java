package org.namespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ModelFormatExceptionTest {

  @Test
  void controlCharactersAreShownAndNotObeyed() {
    assertEquals(
        "label \\u001b[2J\\u000a\\u2028 Ω 👍",
        new ModelFormatException("label \u001b[2J\n\u2028 Ω 👍").getMessage());
  }

  @Test
  void ofALongMessageBeginningAndEndAreKept() {
    String begin = "model.onnx: found " + "x".repeat(382);
    String end = "; expected " + "y".repeat(189);
    assertEquals(begin + end, new ModelFormatException(begin + end).getMessage());
    String message = new ModelFormatException(begin + "z".repeat(100_000) + end, null).getMessage();
    assertTrue(message.startsWith(begin + " ... "), message);
    assertTrue(message.endsWith(end), message);
    assertEquals(605, message.length());
  }
}
