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
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.ModelFormatException;

/** Messages are written here by hand, field by field, after onnx.proto. */
class GraphInspectionTest {

  private static final Message BATCH = axis("batch");
  private static final Message TIME = axis("time");

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

    /** A number under a tag that may be of more bits than any. */
    Message tag(long tag, long value) {
      varint(tag);
      varint(value);
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

  private static Message node(String operator, String output, String... inputs) {
    Message node = new Message();
    for (String input : inputs) {
      node.text(1, input);
    }
    return node.text(2, output).text(4, operator);
  }

  private static Message attribute(String name, long value) {
    return new Message().text(1, name).number(3, value).number(20, 2);
  }

  private static Message attribute(String name, String value) {
    return new Message().text(1, name).text(4, value).number(20, 3);
  }

  private static Message attribute(String name, long[] values) {
    Message attribute = new Message().text(1, name).number(20, 7);
    for (long value : values) {
      attribute.number(8, value);
    }
    return attribute;
  }

  private static Message recurrent(String operator, int hidden, String... inputs) {
    return node(operator, "y", inputs)
        .message(5, attribute("direction", "forward"))
        .message(5, attribute("hidden_size", hidden));
  }

  private static Message floats(String name, int... shape) {
    return constant(1, Float.BYTES, name, shape);
  }

  private static Message int8s(String name, int... shape) {
    return constant(3, Byte.BYTES, name, shape);
  }

  /** A constant of zeros. */
  private static Message constant(int type, int width, String name, int... shape) {
    Message constant = new Message();
    int elements = 1;
    for (int axis : shape) {
      constant.number(1, axis);
      elements *= axis;
    }
    return constant.number(2, type).text(8, name).content(9, new byte[elements * width]);
  }

  private static Message axis(String name) {
    return new Message().text(2, name);
  }

  private static Message axis(int size) {
    return new Message().number(1, size);
  }

  private static Message shape(Message... axes) {
    Message shape = new Message();
    for (Message axis : axes) {
      shape.message(1, axis);
    }
    return shape;
  }

  private static Message tensor(int elementType, Message shape) {
    return new Message().number(1, elementType).message(2, shape);
  }

  private static Message declaration(String name, Message tensor) {
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  private static Message input(String name, Message... axes) {
    return declaration(name, tensor(6, shape(axes)));
  }

  /** A graph whose value {@code x} is the embeddings {@code [time, batch, 5]}, and its output. */
  private static Message embedded() {
    return embedded(declaration("x", tensor(1, shape(TIME, BATCH, axis(5)))));
  }

  private static Message embedded(Message output) {
    return new Message()
        .message(11, input("words", BATCH, TIME))
        .message(11, input("chars", BATCH, TIME, axis(7)))
        .message(11, input("lengths", BATCH))
        .message(12, output)
        .message(5, floats("table", 9, 5))
        .message(
            1, node("Transpose", "ids", "words").message(5, attribute("perm", new long[] {1, 0})))
        .message(1, node("Gather", "x", "table", "ids"));
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
    return new Message().number(1, 8).message(8, operatorSet("", 17)).message(7, graph);
  }

  private static Message operatorSet(String domain, long version) {
    return new Message().text(1, domain).number(2, version);
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
        "format-5.onnx",
        "format-5-several.onnx",
        "format-6.onnx",
        "format-6-classifier.onnx"
      })
  void modelsOfEveryFormatPass(String name) throws IOException {
    GraphInspection.inspect(new ModelSource.InMemory(ByteBuffer.wrap(fixture(name)), name));
  }

  private static void assertPasses(Message graph) {
    assertDoesNotThrow(() -> inspect(model(graph)));
  }

  private static void assertNodeRefused(int number, Message graph) {
    assertRefused("node " + number + " is of a kind that no model has", model(graph));
  }

  @Test
  void operatorsOfModelsPassAndOthersDoNot() {
    assertPasses(embedded().message(1, node("Add", "y", "x", "x")));
    for (String operator : new String[] {"Loop", "If", "Einsum", "add", "Ad", "Add :", ""}) {
      assertNodeRefused(3, embedded().message(1, node(operator, "y", "x", "x")));
    }
    assertNodeRefused(3, embedded().message(1, node("Add", "y", "x", "x").text(7, "org.example")));
  }

  /** Sizes that are as they should be, then one that is not. */
  @ParameterizedTest
  @CsvSource({
    "LSTM, 4, 5, 3, 24, true", "LSTM, 4, 6, 3, 24, false", "LSTM, 3, 5, 3, 24, false",
    "LSTM, 4, 5, 2, 24, false", "LSTM, 4, 5, 3, 23, false", "RNN, 1, 5, 3, 6, true",
    "RNN, 1, 5, 4, 6, false", "GRU, 3, 5, 3, 18, true", "GRU, 4, 5, 3, 18, false"
  })
  void weightsOfRecurrentNodesHaveTheirSizes(
      String operator, int gates, int in, int hidden, int biases, boolean right) {
    Message node = recurrent(operator, 3, "x", "w", "r", "b", "lengths");
    if (operator.equals("GRU")) {
      node.message(5, attribute("linear_before_reset", 1));
    } else if (operator.equals("RNN")) {
      node.message(5, new Message().text(1, "activations").text(9, "Tanh").number(20, 8));
    }
    Message graph =
        embedded()
            .message(1, node)
            .message(5, floats("w", 1, 3 * gates, in))
            .message(5, floats("r", 1, 3 * gates, hidden))
            .message(5, floats("b", 1, biases));
    if (right) {
      assertPasses(graph);
    } else {
      assertNodeRefused(3, graph);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 5, 3, 12, 24, 12, true", "1, 4, 3, 12, 24, 12, false", "1, 5, 2, 12, 24, 12, false",
    "1, 5, 3, 11, 24, 12, false", "1, 5, 3, 12, 23, 12, false", "1, 5, 3, 12, 24, 1, false",
    "2, 5, 3, 12, 24, 12, false"
  })
  void weightsOfQuantizedNodesHaveTheirSizes(
      int directions, int in, int hidden, int columns, int biases, int zeros, boolean right) {
    Message node =
        recurrent(
            "DynamicQuantizeLSTM",
            3,
            "x",
            "w",
            "r",
            "b",
            "lengths",
            "",
            "",
            "",
            "scales",
            "zeros",
            "scales",
            "zeros");
    Message graph =
        embedded()
            .message(1, node.text(7, "com.microsoft"))
            .message(5, int8s("w", directions, in, columns))
            .message(5, int8s("r", directions, hidden, columns))
            .message(5, floats("b", directions, biases))
            .message(5, floats("scales", directions, columns))
            .message(5, int8s("zeros", directions, zeros));
    Message model = model(graph).message(8, operatorSet("com.microsoft", 1));
    if (right) {
      assertDoesNotThrow(() -> inspect(model));
    } else {
      assertRefused("node 3 is of a kind that no model has", model);
    }
  }

  /** Each is a graph of allowed operators that ends the process, or fails or hangs in use. */
  @Test
  void graphsThatAreMadeToDoHarmAreRefused() {
    Message weights =
        embedded()
            .message(5, floats("w", 1, 12, 5))
            .message(5, floats("r", 1, 12, 3))
            .message(5, floats("b", 1, 24));
    Message squeezed = weights.message(1, node("Squeeze", "s", "x"));
    assertNodeRefused(3, squeezed.message(1, recurrent("LSTM", 3, "s", "w", "r", "b", "lengths")));
    Message noBatch =
        embedded()
            .message(5, int64s("zero", 0))
            .message(5, int64s("one", 1))
            .message(1, node("Slice", "none", "x", "zero", "zero", "one"));
    assertNodeRefused(3, noBatch);
    assertNodeRefused(3, embedded().message(1, node("Div", "y", "lengths", "lengths")));
    assertNodeRefused(3, embedded().message(1, node("Gather", "y", "table", "lengths")));
    assertNodeRefused(3, embedded().message(1, node("MatMul", "y", "x", "x")));
    assertNodeRefused(3, embedded().message(1, node("GatherND", "y", "x", "ids")));
    assertNodeRefused(
        3,
        embedded()
            .message(5, int64s("many", 1000, 1000, 5))
            .message(1, node("Expand", "y", "x", "many")));
    assertNodeRefused(3, embedded().message(1, node("Add", "y", "x", "x").text(2, "z")));
    assertNodeRefused(
        3, embedded().message(1, node("Add", "y", "x", "x").message(5, attribute("axis", 1))));
  }

  @Test
  void nodesComeAfterWhatTheyRead() {
    Message late = new Message().message(1, node("Relu", "y", "x"));
    assertRefused("node 1 reads what nothing before it gives", model(late));
    Message round = embedded().message(1, node("Relu", "y", "y"));
    assertRefused("node 3 reads what nothing before it gives", model(round));
    assertNodeRefused(3, embedded().message(1, node("Add", "y", "x", "")));
    Message twice = embedded().message(1, node("Relu", "x", "x"));
    assertRefused("two values of one name", model(twice));
    assertRefused("two values of one name", model(embedded().message(5, floats("words", 2, 2))));
    Message unnamed = embedded().message(1, node("Relu", "", "x"));
    assertRefused("two values of one name, or one without", model(unnamed));
  }

  @Test
  void inputsHaveShapesOfModels() {
    String shape = "an input of a shape";
    for (Message input :
        new Message[] {
          input("words", BATCH),
          input("words", TIME, BATCH),
          input("words", BATCH, axis(3)),
          input("words", BATCH, TIME, TIME),
          input("words", BATCH, TIME, axis(3), axis(3)),
          input("lengths", TIME),
          input("words")
        }) {
      assertRefused(shape, model(new Message().message(11, input)));
    }
    Message floats = declaration("words", tensor(1, shape(BATCH, TIME)));
    assertRefused("an input or output of the type 1", model(new Message().message(11, floats)));
  }

  /** What a protocol buffer merges or replaces, or others read otherwise. */
  @Test
  void inputsAndOutputsAreDeclaredOnce() {
    Message type = new Message().message(1, tensor(6, shape(BATCH)));
    for (Message input :
        new Message[] {
          input("words", BATCH, axis("other")),
          input("words", BATCH, TIME, axis(0)),
          input("words", BATCH, TIME, axis(1 << 20)),
          input("words", BATCH, TIME, axis("batch").number(1, 3)),
          input("words", BATCH, TIME, axis(3).number(1, 4)),
          input("lengths", BATCH).message(2, type),
          input("lengths", BATCH).text(1, "words"),
          input("lengths", BATCH).text(3, "doc"),
          declaration("lengths", tensor(6, shape(BATCH)).message(2, shape(BATCH))),
          declaration("lengths", tensor(6, shape(BATCH)).number(1, 6)),
          new Message().text(1, "lengths"),
          new Message()
              .text(1, "lengths")
              .message(2, new Message().message(1, tensor(6, shape())).message(4, new Message()))
        }) {
      assertRefused(
          "an input or output that is declared otherwise", model(new Message().message(11, input)));
    }
    Message hidden =
        input("words", BATCH, TIME, new Message().number(1, 1).tag((1L << 32) + (1 << 3), 64));
    assertRefused("a tag of more than 32 bits", model(new Message().message(11, hidden)));
    Message named = new Message().message(11, input("words\0x", BATCH, TIME));
    assertRefused("two values of one name", model(named));
  }

  @Test
  void theOutputIsWhatNodesGive() {
    String other = "an output of another shape";
    for (Message output :
        new Message[] {
          declaration("x", tensor(1, shape(BATCH, TIME, axis(5)))),
          declaration("x", tensor(1, shape(TIME, BATCH, axis(6)))),
          declaration("x", tensor(1, shape(TIME, BATCH))),
          declaration("ids", tensor(1, shape(TIME, BATCH))),
          declaration("table", tensor(1, shape(axis(9), axis(5)))),
          declaration("y", tensor(1, shape(TIME, BATCH, axis(5))))
        }) {
      assertRefused(other, model(embedded(output)));
    }
    Message right = declaration("x", tensor(1, shape(TIME, BATCH, axis(5))));
    assertRefused("two outputs", model(embedded(right).message(12, right)));
    assertRefused("no output", model(new Message()));
    Message integers = declaration("x", tensor(6, shape(TIME, BATCH, axis(5))));
    assertRefused("an input or output of the type 6", model(embedded(integers)));
  }

  @Test
  void aGraphComputesNoMoreThanItsConstantsAreFor() {
    Message often = embedded().message(5, floats("w", 5, 5));
    for (int i = 0; i < 300; i++) {
      often.message(1, node("MatMul", "x" + i, i == 0 ? "x" : "x" + (i - 1), "w"));
    }
    assertPasses(often);
    String reason = "a graph that computes more than any model does";
    assertPasses(repeated(18));
    assertRefused(reason, model(repeated(20)));
    Message wide = embedded().message(5, floats("w", 5, 50_000));
    for (int i = 0; i < 6; i++) {
      wide.message(1, node("MatMul", "y" + i, "x", "w"));
    }
    assertRefused(reason, model(wide));
    assertRefused(reason, model(product(5000, 1, 5000)));
    assertPasses(product(3000, 400, 3000));
    assertRefused(reason, model(product(3000, 500, 3000)));
  }

  /** A graph that multiplies with a matrix of 500 times 500 again and again. */
  private static Message repeated(int times) {
    Message graph =
        embedded().message(5, floats("first", 5, 500)).message(5, floats("w", 500, 500));
    graph.message(1, node("MatMul", "x0", "x", "first"));
    for (int i = 1; i <= times; i++) {
      graph.message(1, node("MatMul", "x" + i, "x" + (i - 1), "w"));
    }
    return graph;
  }

  private static Message product(int rows, int inner, int columns) {
    return embedded()
        .message(5, floats("w", rows, inner))
        .message(5, floats("v", inner, columns))
        .message(1, node("MatMul", "product", "w", "v"));
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
    Message node = node("Relu", "y", "x").content(1, noText);
    assertRefused("a text that is not UTF-8", model(new Message().message(1, node)));
    String reason = "an attribute of a node of two types or values";
    for (Message attribute :
        new Message[] {
          new Message().text(1, "axis").number(3, 2).number(20, 3),
          new Message().text(1, "axis").number(3, 2),
          new Message().text(1, "axis").number(3, 2).text(4, "2").number(20, 2)
        }) {
      Message graph = embedded().message(1, node("LogSoftmax", "y", "x").message(5, attribute));
      assertRefused(reason, model(graph));
    }
    String other = "an attribute of a node that is written otherwise";
    for (Message attribute :
        new Message[] {
          new Message().text(1, "axis").text(3, "12").number(20, 2),
          new Message().text(1, "axis").number(4, 2).number(20, 3),
          new Message().number(1, 2).number(3, 2).number(20, 2),
          new Message().text(1, "axis").number(3, 2).text(20, "12")
        }) {
      Message graph = embedded().message(1, node("LogSoftmax", "y", "x").message(5, attribute));
      assertRefused(other, model(graph));
    }
    Message axis = attribute("axis", 2);
    Message right = node("LogSoftmax", "y", "x").message(5, axis);
    assertPasses(embedded().message(1, right));
    assertRefused(reason, model(embedded().message(1, right.message(5, axis))));
  }

  @Test
  void functionsTrainingAndOtherDomainsAreRefused() {
    Message empty = new Message();
    assertRefused("field 25 of the model", model(empty).message(25, empty));
    assertRefused("field 20 of the model", model(empty).message(20, empty));
    String reason = "operators of another version or domain";
    assertRefused(reason, model(empty).message(8, operatorSet("ai.onnx.ml", 3)));
    assertRefused(reason, model(empty).message(8, operatorSet("com.microsoft", 2)));
    assertRefused(reason, new Message().message(8, operatorSet("", 18)).message(7, empty));
    assertRefused("no version of ONNX's operators", new Message().message(7, empty));
  }

  @Test
  void subgraphsAndTensorsInNodesAreRefused() {
    for (int field : new int[] {2, 5, 6, 7, 10, 11, 14, 21, 22}) {
      Message attribute = new Message().text(1, "body").message(field, new Message());
      Message graph = new Message().message(1, node("MatMul", "y").message(5, attribute));
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
    assertPasses(embedded().message(5, floats("w", 2, 3)));
    Message packed =
        new Message()
            .content(1, new byte[] {2, 3})
            .number(2, 1)
            .text(8, "w")
            .content(9, new byte[24]);
    assertPasses(embedded().message(5, packed));
    Message wrong =
        new Message().number(1, 2).number(1, 4).number(2, 1).content(9, new byte[2 * 3 * 4]);
    assertRefused("a constant of 24 bytes", model(new Message().message(5, wrong)));
    Message huge = new Message().number(1, 1L << 40).number(2, 1).content(9, new byte[4]);
    assertRefused("a constant of more than 2^31", model(new Message().message(5, huge)));
    Message negative = new Message().number(1, -1).number(2, 1).content(9, new byte[4]);
    assertRefused("a constant of more than 2^31", model(new Message().message(5, negative)));
    Message texts = new Message().number(1, 1).number(2, 8).content(9, new byte[4]);
    assertRefused("a constant of type 8", model(new Message().message(5, texts)));
    assertRefused(
        "a constant of 4 bytes", model(embedded().message(5, floats("v", 1, 1, 1, 1, 1))));
  }

  private static Message padded(long... places) {
    Message timeFirst =
        node("Transpose", "c", "chars").message(5, attribute("perm", new long[] {1, 0, 2}));
    return embedded()
        .message(5, int64s("places", places))
        .message(1, timeFirst)
        .message(1, node("Pad", "y", "c", "places"));
  }

  @Test
  void positionsAreThoseOfModels() {
    assertPasses(padded(0, 0, 1, 0, 0, -1));
    assertPasses(padded(0, 0, -1, 0, 0, 1));
    assertNodeRefused(4, padded(0, 0, 9, 0, 0, -1));
    assertNodeRefused(4, padded(0, 1, 0, 0, -1, 0));
    Message reshaped = embedded().message(1, node("Reshape", "y", "x", "places"));
    assertPasses(reshaped.message(5, int64s("places", -1, 5)));
    Message other = embedded().message(1, node("Reshape", "y", "x", "places"));
    assertNodeRefused(3, other.message(5, int64s("places", -1, 6)));
    for (long far : new long[] {1L << 20, -1L << 20, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertRefused(
          "positions and sizes larger", model(new Message().message(5, int64s("places", far))));
    }
    assertRefused(
        "17 positions or sizes", model(new Message().message(5, int64s("many", new long[17]))));
    assertRefused(
        "positions and sizes that are no vector",
        model(new Message().message(5, constant(7, Long.BYTES, "matrix", 1, 1))));
  }

  @Test
  void aLongChainIsRefused() {
    Message graph = new Message();
    for (int i = 0; i <= 1000; i++) {
      graph.message(1, node("Relu", "x"));
    }
    assertRefused("a graph of more than 1000 nodes", model(graph));
  }

  /** To a protocol buffer they are one. */
  @Test
  void aSecondGraphIsRefused() {
    assertRefused("two graphs", model(embedded()).message(7, new Message()));
  }

  @Test
  void aNodeHasFewInputs() {
    String[] inputs = new String[17];
    Arrays.fill(inputs, "x");
    Message node = node("Concat", "y", inputs).message(5, attribute("axis", 2));
    assertRefused("17 inputs of a node", model(embedded().message(1, node)));
    Message fewer = node("Concat", "y", Arrays.copyOf(inputs, 16));
    assertPasses(embedded().message(1, fewer.message(5, attribute("axis", 2))));
  }

  private static byte[] fixture(String name) throws IOException {
    try (InputStream model = GraphInspectionTest.class.getResourceAsStream("/fixtures/" + name)) {
      return model.readAllBytes();
    }
  }
}
