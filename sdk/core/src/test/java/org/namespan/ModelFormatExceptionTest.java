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

  @Test
  void aMessageIsShortHoweverLongItsEscapes() {
    String controls = "\r".repeat(500);
    assertEquals(
        "\\u000d".repeat(66) + "\\u00 ... 0d" + "\\u000d".repeat(33),
        new ModelFormatException(controls).getMessage());
    assertEquals(605, new ModelFormatException(controls.repeat(1000)).getMessage().length());
    String cut = new ModelFormatException("b" + "👍".repeat(500)).getMessage();
    assertEquals("b" + "👍".repeat(199) + " ... " + "👍".repeat(100), cut);
  }
}
