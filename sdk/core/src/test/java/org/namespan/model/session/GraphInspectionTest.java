package org.namespan.model.session;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.ModelFormatException;

/** Messages are written here by hand, field by field, after onnx.proto. */
class GraphInspectionTest {

  /** A protocol buffer message. */
  private static final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Message content(int field, byte[] content) {
      varint((long) field << 3 | 2);
      varint(content.length);
      bytes.writeBytes(content);
      return this;
    }

    Message text(int field, String text) {
      return content(field, text.getBytes(StandardCharsets.UTF_8));
    }

    /** 0 in 4 bytes. */
    Message fixed(int field) {
      varint((long) field << 3 | 5);
      bytes.writeBytes(new byte[4]);
      return this;
    }

    Message message(int field, Message message) {
      return content(field, message.bytes.toByteArray());
    }

    private void varint(long value) {
      for (; (value & ~0x7FL) != 0; value >>>= 7) {
        bytes.write((int) (value & 0x7F | 0x80));
      }
      bytes.write((int) value);
    }

    byte[] toBytes() {
      return bytes.toByteArray();
    }
  }

  private static Message node(String operator, String... inputs) {
    return made(operator, "out", inputs);
  }

  private static Message int64s(String name, long... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return new Message()
        .number(1, values.length)
        .number(2, 7)
        .text(8, name)
        .content(9, bytes.array());
  }

  private static Message model(Message graph) {
    return new Message().number(1, 8).message(8, new Message().number(2, 17)).message(7, graph);
  }

  private static void inspect(Message model) throws IOException {
    GraphInspection.inspect(new ModelSource.InMemory(ByteBuffer.wrap(model.toBytes()), "memory"));
  }

  private static void assertRefused(String reason, Message model) {
    ModelFormatException refusal = assertThrows(ModelFormatException.class, () -> inspect(model));
    assertTrue(
        refusal.getMessage().startsWith("memory: not a usable ONNX model (" + reason),
        refusal.getMessage());
    assertTrue(refusal.getMessage().contains("); expected "), refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "format-1.onnx",
        "format-2.onnx",
        "format-2-characters.onnx",
        "format-3.onnx",
        "format-4.onnx",
        "format-6.onnx"
      })
  void modelsOfEveryFormatPass(String name) throws IOException {
    GraphInspection.inspect(new ModelSource.InMemory(ByteBuffer.wrap(fixture(name)), name));
  }

  @Test
  void operatorsOfModelsPassAndOthersDoNot() {
    assertDoesNotThrow(() -> inspect(model(new Message().message(1, node("MatMul", "a", "b")))));
    for (String operator : new String[] {"Loop", "If", "Scan", "Einsum", "matmul", ""}) {
      assertRefused("node 1 is of an operator", model(new Message().message(1, node(operator))));
    }
    Message foreign = node("MatMul").text(7, "org.example");
    assertRefused("node 1 is of an operator", model(new Message().message(1, foreign)));
    Message quantized = node("DynamicQuantizeLSTM", "x", "w", "r", "b");
    assertRefused("node 1 is of an operator", model(new Message().message(1, quantized)));
    Message microsoft = node("DynamicQuantizeLSTM", "x", "w", "r", "b").text(7, "com.microsoft");
    assertDoesNotThrow(() -> inspect(model(withWeights(microsoft, 3, 3, 2))));
  }

  /** A constant of one number. */
  private static Message ones(String name, int dimensions) {
    Message constant = new Message();
    for (int i = 0; i < dimensions; i++) {
      constant.number(1, 1);
    }
    return constant.number(2, 1).text(8, name).content(9, new byte[4]);
  }

  private static Message withWeights(Message node, int w, int r, int b) {
    return new Message()
        .message(1, node)
        .message(5, ones("w", w))
        .message(5, ones("r", r))
        .message(5, ones("b", b));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LSTM", "GRU", "RNN"})
  void recurrentNodesHaveWeightsOfTheirDimensions(String operator) {
    Message node = node(operator, "x", "w", "r", "b");
    assertDoesNotThrow(() -> inspect(model(withWeights(node, 3, 3, 2))));
    String where = " dimensions (-1: unknown), not ";
    assertRefused("recurrent weights of 2" + where + "3", model(withWeights(node, 2, 3, 2)));
    assertRefused("recurrent weights of 1" + where + "3", model(withWeights(node, 3, 1, 2)));
    assertRefused("recurrent weights of 4" + where + "3", model(withWeights(node, 3, 4, 2)));
    assertRefused("recurrent weights of 0" + where + "2", model(withWeights(node, 3, 3, 0)));
    assertRefused(
        "recurrent weights of 2" + where + "3",
        model(withWeights(node(operator, "x", "b", "r", "w"), 3, 3, 2)));
    assertRefused(
        "recurrent weights of -1", model(withWeights(node(operator, "x", "w", "r"), 3, 3, 2)));
    assertRefused(
        "recurrent weights of -1", model(withWeights(node(operator, "x", "y", "r", "b"), 3, 3, 2)));
    Message made = withWeights(node, 3, 3, 2).message(1, made("Squeeze", "w", "x"));
    assertRefused("recurrent weights of -1", model(made));
    Message none = new Message().number(1, 1).number(1, 1).number(1, 0).number(2, 1);
    Message empty = withWeights(node(operator, "x", "none", "r", "b"), 3, 3, 2);
    assertRefused("recurrent weights of 0", model(empty.message(5, none.text(8, "none"))));
    Message twice = withWeights(node, 3, 3, 2).message(5, ones("w", 3));
    assertRefused("two constants of one name", model(twice));
  }

  @Test
  void fieldsThatOthersReadOtherwiseAreRefused() {
    Message fixed = new Message().number(1, 1).number(2, 1).text(8, "w");
    assertRefused("field 1 of a constant", model(new Message().message(5, fixed.fixed(1))));
    Message type = new Message().content(2, new byte[1]).text(8, "w");
    assertRefused("a constant of type 0", model(new Message().message(5, type)));
    byte[] noText = {'w', (byte) 0xFF};
    Message named = new Message().number(2, 1).content(8, noText).content(9, new byte[4]);
    assertRefused("a text that is not UTF-8", model(new Message().message(5, named)));
    Message node = made("Relu", "y", "x").content(1, noText);
    assertRefused("a text that is not UTF-8", model(new Message().message(1, node)));
  }

  @Test
  void recurrentWeightsMayBeMadeOfConstants() {
    Message node = node("LSTM", "x", "scaled", "cast", "b");
    Message graph =
        withWeights(node, 3, 3, 2)
            .message(1, made("Cast", "unscaled", "w"))
            .message(1, made("Mul", "scaled", "unscaled", "r"))
            .message(1, made("Cast", "cast", "r"));
    assertDoesNotThrow(() -> inspect(model(graph)));
    Message flat =
        withWeights(node, 2, 3, 2)
            .message(1, made("Cast", "unscaled", "w"))
            .message(1, made("Mul", "scaled", "unscaled", "r"))
            .message(1, made("Cast", "cast", "r"));
    assertRefused("recurrent weights of 2 dimensions", model(flat));
    Message round = withWeights(node, 3, 3, 2).message(1, made("Cast", "scaled", "scaled"));
    assertRefused("recurrent weights of -1", model(round));
  }

  private static Message made(String operator, String output, String... inputs) {
    Message node = new Message();
    for (String input : inputs) {
      node.text(1, input);
    }
    return node.text(2, output).text(4, operator);
  }

  @Test
  void functionsTrainingAndOtherDomainsAreRefused() {
    Message empty = new Message();
    assertRefused("field 25 of the model", model(empty).message(25, empty));
    assertRefused("field 20 of the model", model(empty).message(20, empty));
    Message domain = new Message().text(1, "ai.onnx.ml").number(2, 3);
    assertRefused("operators of another domain", model(empty).message(8, domain));
  }

  @Test
  void subgraphsAndTensorsInNodesAreRefused() {
    for (int field : new int[] {5, 6, 10, 11, 14, 21, 22}) {
      Message attribute = new Message().text(1, "body").message(field, new Message());
      Message graph = new Message().message(1, node("MatMul").message(5, attribute));
      assertRefused("field " + field + " of an attribute", model(graph));
    }
  }

  @Test
  void weightsInOtherFilesAreRefused() {
    Message external = int64s("a", 1).message(13, new Message().text(1, "location"));
    assertRefused("field 13 of a constant", model(new Message().message(5, external)));
    Message location = int64s("a", 1).number(14, 1);
    assertRefused("field 14 of a constant", model(new Message().message(5, location)));
    assertRefused("field 15 of the graph", model(new Message().message(15, new Message())));
  }

  @Test
  void shapesAreThoseOfTheBytes() {
    Message right =
        new Message().number(1, 2).number(1, 3).number(2, 1).content(9, new byte[2 * 3 * 4]);
    assertDoesNotThrow(() -> inspect(model(new Message().message(5, right))));
    Message packed =
        new Message().content(1, new byte[] {2, 3}).number(2, 1).content(9, new byte[24]);
    assertDoesNotThrow(() -> inspect(model(new Message().message(5, packed))));
    Message wrong =
        new Message().number(1, 2).number(1, 4).number(2, 1).content(9, new byte[2 * 3 * 4]);
    assertRefused("a constant of 24 bytes", model(new Message().message(5, wrong)));
    Message huge = new Message().number(1, 1L << 40).number(2, 1).content(9, new byte[4]);
    assertRefused("a constant of more than 2^31", model(new Message().message(5, huge)));
    Message negative = new Message().number(1, -1).number(2, 1).content(9, new byte[4]);
    assertRefused("a constant of more than 2^31", model(new Message().message(5, negative)));
    Message texts = new Message().number(1, 1).number(2, 8).content(9, new byte[4]);
    assertRefused("a constant of type 8", model(new Message().message(5, texts)));
  }

  @Test
  void positionsAreBoundedAndPaddingMoreSo() {
    Message graph = new Message().message(1, node("Pad", "x", "places"));
    assertDoesNotThrow(() -> inspect(model(graph.message(5, int64s("places", 0, 1, -1, 0)))));
    Message padded = new Message().message(1, node("Pad", "x", "places"));
    assertRefused(
        "positions and sizes larger", model(padded.message(5, int64s("places", 0, 1 << 10))));
    Message reshaped = new Message().message(1, node("Reshape", "x", "places"));
    assertDoesNotThrow(() -> inspect(model(reshaped.message(5, int64s("places", -1, 1 << 10)))));
    for (long far : new long[] {1L << 20, -1L << 20, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertRefused(
          "positions and sizes larger", model(new Message().message(5, int64s("places", far))));
    }
    assertRefused(
        "17 positions or sizes", model(new Message().message(5, int64s("many", new long[17]))));
  }

  @Test
  void aLongChainIsRefused() {
    Message graph = new Message();
    for (int i = 0; i <= 1000; i++) {
      graph.message(1, node("Relu", "x"));
    }
    assertRefused("a graph of more than 1000 nodes", model(graph));
  }

  @Test
  void severalGraphsAreOneToAProtocolBufferAndSoHere() {
    Message second = new Message().message(1, node("Loop"));
    assertRefused("node 1 is of an operator", model(new Message()).message(7, second));
  }

  private static byte[] fixture(String name) throws IOException {
    try (InputStream model = GraphInspectionTest.class.getResourceAsStream("/fixtures/" + name)) {
      return model.readAllBytes();
    }
  }
}
