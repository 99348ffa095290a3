package org.namespan.model.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.namespan.ModelFormatException;
import org.namespan.model.GraphOperators;

/**
 * Reads the graph of a model before ONNX Runtime does, and refuses what no export of NameSpan
 * writes: a graph is a program, and a foreign one may run for ever, take any amount of memory or
 * read other files. Weights are passed over; of constants that are positions and sizes the values
 * are looked at. Fields are those of onnx.proto, IR version 8.
 */
final class GraphInspection {

  private static final int MODEL_GRAPH = 7;
  private static final int MODEL_OPERATOR_SETS = 8;

  /** Fields of {@code ModelProto}; left out are training, functions and what came later. */
  private static final long MODEL_FIELDS = fields(1, 2, 3, 4, 5, 6, 7, 8, 14);

  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;

  /** Of {@code GraphProto}: nodes, name, initializers, doc, inputs, outputs, values. */
  private static final long GRAPH_FIELDS = fields(1, 2, 5, 10, 11, 12, 13);

  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_OPERATOR = 4;
  private static final int NODE_ATTRIBUTE = 5;
  private static final int NODE_DOMAIN = 7;

  /** Of {@code NodeProto}: inputs, outputs, name, operator, attributes, doc, domain. */
  private static final long NODE_FIELDS = fields(1, 2, 3, 4, 5, 6, 7);

  /** Of {@code AttributeProto}: name, numbers, texts, doc and type; no tensor and no graph. */
  private static final long ATTRIBUTE_FIELDS = fields(1, 2, 3, 4, 7, 8, 9, 13, 20);

  private static final int TENSOR_DIMENSIONS = 1;
  private static final int TENSOR_TYPE = 2;
  private static final int TENSOR_NAME = 8;
  private static final int TENSOR_BYTES = 9;

  /** Of {@code TensorProto}: dimensions, type, name and bytes, which are in the file. */
  private static final long TENSOR_FIELDS = fields(1, 2, 8, 9);

  private static final int OPERATOR_SET_DOMAIN = 1;

  private static final int FLOAT = 1;
  private static final int UINT8 = 2;
  private static final int INT8 = 3;
  private static final int INT32 = 6;
  private static final int INT64 = 7;
  private static final int FLOAT16 = 10;

  private static final int MOST_NODES = 1000;

  /** Of the model: its metadata and little else. Of the graph: nodes, constants and values. */
  private static final int MOST_FIELDS = 2 * OnnxMetadata.MOST_ENTRIES;

  /** Of a node, an attribute or a constant. */
  private static final int MOST_SMALL_FIELDS = 1000;

  /** Of what is neither a node, a constant nor metadata; ONNX Runtime unpacks it. */
  private static final int LONGEST_CONTENT = 1 << 14;

  private static final int MOST_POSITIONS = 16;
  private static final int LARGEST_POSITION = 100_000;
  private static final int MOST_PADDING = 16;

  private final ModelSource model;

  /** Inputs of nodes that pad. */
  private final Set<String> paddings = new HashSet<>();

  /** Constants that are positions and sizes, by their names. */
  private final Map<String, ByteBuffer> positions = new HashMap<>();

  private final RecurrentWeights recurrentWeights = new RecurrentWeights();

  private int nodes;

  private GraphInspection(ModelSource model) {
    this.model = model;
  }

  /**
   * Inspects a model.
   *
   * @throws ModelFormatException if something stands in it that no export writes
   * @throws IOException if it cannot be read
   */
  static void inspect(ModelSource model) throws IOException {
    try {
      new GraphInspection(model).model();
    } catch (IllegalArgumentException e) {
      throw SessionOpener.unusable(model, e.getMessage(), e);
    }
  }

  private void model() throws IOException {
    MessageFields fields = MessageFields.of(model);
    while (fields.next()) {
      require(fields, MODEL_FIELDS, MOST_FIELDS, "the model");
      if (fields.isContent(MODEL_GRAPH)) {
        graph(fields.message());
      } else if (fields.isContent(MODEL_OPERATOR_SETS)) {
        requireShort(fields, "the model");
        operatorSet(inMemory(fields));
      }
    }
    recurrentWeights.check();
    positions.forEach((name, bytes) -> requireSmall(bytes, paddings.contains(name)));
  }

  private void operatorSet(MessageFields fields) throws IOException {
    while (fields.next()) {
      if (fields.isContent(OPERATOR_SET_DOMAIN)) {
        String domain = fields.text();
        if (!domain.isEmpty() && !domain.equals(GraphOperators.MICROSOFT)) {
          throw new IllegalArgumentException("operators of another domain than ONNX's");
        }
      }
    }
  }

  private void graph(MessageFields fields) throws IOException {
    while (fields.next()) {
      require(fields, GRAPH_FIELDS, MOST_FIELDS, "the graph");
      if (fields.isContent(GRAPH_NODE)) {
        node(inMemory(fields));
      } else if (fields.isContent(GRAPH_INITIALIZER)) {
        tensor(fields.message());
      } else {
        requireShort(fields, "the graph");
      }
    }
  }

  private void node(MessageFields fields) throws IOException {
    nodes++;
    if (nodes > MOST_NODES) {
      throw new IllegalArgumentException("a graph of more than " + MOST_NODES + " nodes");
    }
    String operator = "";
    String domain = "";
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    while (fields.next()) {
      require(fields, NODE_FIELDS, MOST_SMALL_FIELDS, "a node");
      if (fields.isContent(NODE_INPUT)) {
        inputs.add(fields.text());
      } else if (fields.isContent(NODE_OUTPUT)) {
        outputs.add(fields.text());
      } else if (fields.isContent(NODE_OPERATOR)) {
        operator = fields.text();
      } else if (fields.isContent(NODE_DOMAIN)) {
        domain = fields.text();
      } else if (fields.isContent(NODE_ATTRIBUTE)) {
        MessageFields attribute = fields.message();
        while (attribute.next()) {
          require(attribute, ATTRIBUTE_FIELDS, MOST_SMALL_FIELDS, "an attribute of a node");
          requireShort(attribute, "an attribute of a node");
        }
      }
    }
    if (!GraphOperators.allow(domain, operator)) {
      throw new IllegalArgumentException("node " + nodes + " is of an operator that no model has");
    }
    recurrentWeights.node(operator, inputs, outputs);
    if (operator.equals("Pad")) {
      paddings.addAll(inputs);
    }
  }

  private void tensor(MessageFields fields) throws IOException {
    long elements = 1;
    int dimensions = 0;
    long type = 0;
    String name = "";
    long bytes = 0;
    ByteBuffer content = ByteBuffer.allocate(0);
    while (fields.next()) {
      require(fields, TENSOR_FIELDS, MOST_SMALL_FIELDS, "a constant");
      if (fields.isContent(TENSOR_NAME)) {
        requireShort(fields, "a constant");
        name = fields.text();
      } else if (fields.isContent(TENSOR_BYTES)) {
        bytes = fields.value();
        content = bytes <= MOST_POSITIONS * Long.BYTES ? fields.content() : content;
      } else if (fields.isContent(TENSOR_DIMENSIONS)) {
        // Several dimensions in one field, as newer writers have them.
        requireShort(fields, "a constant");
        for (ByteBuffer rest = fields.content(); rest.hasRemaining(); ) {
          elements = times(elements, MessageFields.varint(rest));
          dimensions++;
        }
      } else if (fields.number() == TENSOR_DIMENSIONS) {
        elements = times(elements, fields.value());
        dimensions++;
      } else if (fields.number() == TENSOR_TYPE && !fields.hasContent()) {
        type = fields.value();
      }
    }
    if (times(elements, width(type)) != bytes) {
      throw new IllegalArgumentException(
          "a constant of " + bytes + " bytes, which its shape and type are not of");
    }
    recurrentWeights.constant(name, elements == 0 ? 0 : dimensions);
    if (type == INT64) {
      if (elements > MOST_POSITIONS) {
        throw new IllegalArgumentException(elements + " positions or sizes in a constant");
      }
      positions.put(name, content);
    }
  }

  private static void requireSmall(ByteBuffer bytes, boolean paddings) {
    long largest = paddings ? MOST_PADDING : LARGEST_POSITION;
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      long position = bytes.getLong();
      if (position < -largest || position > largest) {
        throw new IllegalArgumentException("positions and sizes larger than any model has");
      }
    }
  }

  private static long times(long count, long size) {
    if (size < 0 || (size > 0 && count > Integer.MAX_VALUE / size)) {
      throw new IllegalArgumentException("a constant of more than 2^31 bytes");
    }
    return count * size;
  }

  private static int width(long type) {
    switch ((int) type) {
      case UINT8:
      case INT8:
        return Byte.BYTES;
      case FLOAT16:
        return Short.BYTES;
      case FLOAT:
      case INT32:
        return Integer.BYTES;
      case INT64:
        return Long.BYTES;
      default:
        throw new IllegalArgumentException("a constant of type " + type);
    }
  }

  private MessageFields inMemory(MessageFields field) throws IOException {
    return MessageFields.of(new ModelSource.InMemory(field.content(), model.name()));
  }

  /** Neither an unknown field nor more fields than some, for each costs memory of its own. */
  private static void require(MessageFields field, long known, int most, String message) {
    if (field.count() > most) {
      throw new IllegalArgumentException("more than " + most + " fields of " + message);
    }
    long number = field.number();
    boolean isFloat = field.isFixed() && known != ATTRIBUTE_FIELDS;
    if (isFloat || number <= 0 || number >= Long.SIZE || (known >> number & 1) == 0) {
      throw new IllegalArgumentException("field " + number + " of " + message);
    }
  }

  private static void requireShort(MessageFields field, String message) {
    if (field.hasContent() && field.value() > LONGEST_CONTENT) {
      throw new IllegalArgumentException(
          "field " + field.number() + " of " + message + " has " + field.value() + " bytes");
    }
  }

  private static long fields(int... numbers) {
    long bits = 0;
    for (int number : numbers) {
      bits |= 1L << number;
    }
    return bits;
  }
}
