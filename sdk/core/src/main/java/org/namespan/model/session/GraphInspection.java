package org.namespan.model.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.namespan.ModelFormatException;
import org.namespan.model.GraphSignature;

/**
 * Reads the graph of a model before ONNX Runtime does, and refuses what no export of NameSpan
 * writes: a graph is a program, and a foreign one may run for ever, take any amount of memory or
 * read other files. Weights are passed over; of all else {@link ShapeInference} tells whether it is
 * a model's. Fields are those of onnx.proto, IR version 8.
 */
final class GraphInspection {

  private static final int MODEL_GRAPH = 7;
  private static final int MODEL_OPERATOR_SETS = 8;

  /** Fields of {@code ModelProto}; left out are training, functions and what came later. */
  private static final long MODEL_FIELDS = fields(1, 2, 3, 4, 5, 6, 7, 8, 14);

  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_INPUT = 11;
  private static final int GRAPH_OUTPUT = 12;

  /** Of {@code GraphProto}: nodes, name, initializers, doc, inputs, outputs. */
  private static final long GRAPH_FIELDS = fields(1, 2, 5, 10, 11, 12);

  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_OPERATOR = 4;
  private static final int NODE_ATTRIBUTE = 5;
  private static final int NODE_DOMAIN = 7;

  /** Of {@code NodeProto}: inputs, outputs, name, operator, attributes, doc, domain. */
  private static final long NODE_FIELDS = fields(1, 2, 3, 4, 5, 6, 7);

  private static final int ATTRIBUTE_NAME = 1;
  private static final int ATTRIBUTE_NUMBER = 3;
  private static final int ATTRIBUTE_TEXT = 4;
  private static final int ATTRIBUTE_NUMBERS = 8;
  private static final int ATTRIBUTE_TEXTS = 9;
  private static final int ATTRIBUTE_TYPE = 20;

  /** Of {@code AttributeProto}: name, numbers, texts and type; no float, tensor or graph. */
  private static final long ATTRIBUTE_FIELDS = fields(1, 3, 4, 8, 9, 20);

  private static final int TENSOR_DIMENSIONS = 1;
  private static final int TENSOR_TYPE = 2;
  private static final int TENSOR_NAME = 8;
  private static final int TENSOR_BYTES = 9;

  /** Of {@code TensorProto}: dimensions, type, name and bytes, which are in the file. */
  private static final long TENSOR_FIELDS = fields(1, 2, 8, 9);

  private static final int OPERATOR_SET_DOMAIN = 1;
  private static final int OPERATOR_SET_VERSION = 2;

  /** Of {@code OperatorSetIdProto}. */
  private static final long OPERATOR_SET_FIELDS = fields(1, 2);

  private static final int FLOAT = 1;
  private static final int INT8 = 3;
  private static final int INT64 = 7;
  private static final int FLOAT16 = 10;

  private static final int MOST_NODES = 1000;
  private static final int MOST_INPUTS = 16;

  /** Of the model: its metadata and little else. */
  private static final int MOST_FIELDS = 2 * OnnxMetadata.MOST_ENTRIES;

  /** Nodes, their constants, inputs and outputs. */
  private static final int MOST_GRAPH_FIELDS = 5 * MOST_NODES;

  /** Of a node, an attribute or a constant. */
  private static final int MOST_SMALL_FIELDS = 1000;

  /** Of what is neither a constant nor metadata; ONNX Runtime unpacks it. */
  private static final int LONGEST_CONTENT = 1 << 14;

  private static final int MOST_POSITIONS = 16;
  private static final int LARGEST_POSITION = 100_000;

  /** Of a constant. */
  private static final int MOST_AXES = 4;

  private final ModelSource model;
  private final List<GraphNode> nodes = new ArrayList<>();
  private @Nullable ValueDeclaration output;
  private final ShapeInference shapes = new ShapeInference();
  private boolean hasGraph;
  private boolean hasOperatorSet;

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
        if (hasGraph) {
          throw new IllegalArgumentException("two graphs");
        }
        hasGraph = true;
        graph(fields.message());
      } else if (fields.isContent(MODEL_OPERATOR_SETS)) {
        requireShort(fields, "the model");
        operatorSet(inMemory(fields));
      }
    }
    if (!hasOperatorSet) {
      throw new IllegalArgumentException("no version of ONNX's operators");
    }
    shapes.nodes(nodes);
    if (output == null) {
      throw new IllegalArgumentException("no output");
    }
    shapes.output(output);
  }

  private void operatorSet(MessageFields fields) throws IOException {
    String domain = "";
    long version = 0;
    while (fields.next()) {
      require(fields, OPERATOR_SET_FIELDS, 2, "an operator set");
      if (fields.isContent(OPERATOR_SET_DOMAIN)) {
        domain = fields.text();
      } else if (fields.isNumber(OPERATOR_SET_VERSION)) {
        version = fields.value();
      }
    }
    boolean onnx = domain.isEmpty() && version == GraphSignature.OPERATOR_SET;
    boolean microsoft =
        domain.equals(GraphSignature.MICROSOFT) && version == GraphSignature.MICROSOFT_OPERATOR_SET;
    if (!onnx && !microsoft) {
      throw new IllegalArgumentException("operators of another version or domain than a model's");
    }
    hasOperatorSet |= onnx;
  }

  private void graph(MessageFields fields) throws IOException {
    while (fields.next()) {
      require(fields, GRAPH_FIELDS, MOST_GRAPH_FIELDS, "the graph");
      if (fields.isContent(GRAPH_INITIALIZER)) {
        tensor(fields.message());
        continue;
      }
      requireShort(fields, "the graph");
      if (fields.isContent(GRAPH_NODE)) {
        node(inMemory(fields));
      } else if (fields.isContent(GRAPH_INPUT)) {
        shapes.input(ValueDeclaration.of(inMemory(fields)));
      } else if (fields.isContent(GRAPH_OUTPUT)) {
        if (output != null) {
          throw new IllegalArgumentException("two outputs");
        }
        output = ValueDeclaration.of(inMemory(fields));
      }
    }
  }

  private void node(MessageFields fields) throws IOException {
    String operator = "";
    String domain = "";
    SortedMap<String, String> attributes = new TreeMap<>();
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
        attribute(fields.message(), attributes);
      }
    }
    if (inputs.size() > MOST_INPUTS) {
      throw new IllegalArgumentException(inputs.size() + " inputs of a node");
    }
    if (nodes.size() == MOST_NODES) {
      throw new IllegalArgumentException("a graph of more than " + MOST_NODES + " nodes");
    }
    String name = domain.isEmpty() ? operator : domain + "." + operator;
    nodes.add(new GraphNode(name, attributes, inputs, outputs));
  }

  private static void attribute(MessageFields fields, Map<String, String> attributes)
      throws IOException {
    String name = "";
    long type = 0;
    long typeOfValue = 0;
    StringJoiner values = new StringJoiner(",");
    while (fields.next()) {
      require(fields, ATTRIBUTE_FIELDS, MOST_SMALL_FIELDS, "an attribute of a node");
      requireShort(fields, "an attribute of a node");
      if (fields.isContent(ATTRIBUTE_NAME)) {
        name = fields.text();
      } else if (fields.isNumber(ATTRIBUTE_TYPE)) {
        type = fields.value();
      } else {
        // The types INT, STRING, INTS and STRINGS have the numbers of their fields, less one.
        typeOfValue = fields.number() - 1;
        if (fields.isContent(ATTRIBUTE_TEXT) || fields.isContent(ATTRIBUTE_TEXTS)) {
          values.add(fields.text());
        } else if (fields.isContent(ATTRIBUTE_NUMBERS)) {
          for (ByteBuffer rest = fields.content(); rest.hasRemaining(); ) {
            values.add(String.valueOf(MessageFields.varint(rest)));
          }
        } else if (fields.isNumber(ATTRIBUTE_NUMBER) || fields.isNumber(ATTRIBUTE_NUMBERS)) {
          values.add(String.valueOf(fields.value()));
        } else {
          throw new IllegalArgumentException("an attribute of a node that is written otherwise");
        }
      }
    }
    if (type != typeOfValue || attributes.put(name, values.toString()) != null) {
      throw new IllegalArgumentException("an attribute of a node of two types or values");
    }
  }

  private void tensor(MessageFields fields) throws IOException {
    List<Long> axes = new ArrayList<>();
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
          axes.add(MessageFields.varint(rest));
        }
      } else if (fields.isNumber(TENSOR_DIMENSIONS)) {
        axes.add(fields.value());
      } else if (fields.isNumber(TENSOR_TYPE)) {
        type = fields.value();
      }
    }
    long elements = 1;
    for (long axis : axes) {
      elements = times(elements, axis);
    }
    if (axes.size() > MOST_AXES || times(elements, width(type)) != bytes) {
      throw new IllegalArgumentException(
          "a constant of " + bytes + " bytes, which its shape and type are not of");
    }
    content.order(ByteOrder.LITTLE_ENDIAN);
    shapes.constant(name, constant((int) type, axes, content));
  }

  private static GraphValue constant(int type, List<Long> axes, ByteBuffer content) {
    if (type == INT64 && axes.size() == 1) {
      if (axes.get(0) > MOST_POSITIONS) {
        throw new IllegalArgumentException(axes.get(0) + " positions or sizes in a constant");
      }
      List<Long> positions = new ArrayList<>();
      while (content.hasRemaining()) {
        long position = content.getLong();
        if (position < -LARGEST_POSITION || position > LARGEST_POSITION) {
          throw new IllegalArgumentException("positions and sizes larger than any model has");
        }
        positions.add(position);
      }
      return GraphValue.of("=", positions);
    }
    switch (type) {
      case FLOAT:
        return axes.isEmpty()
            ? new GraphValue("#" + content.getFloat())
            : GraphValue.of("#f", axes);
      case FLOAT16:
        return GraphValue.of("#h", axes);
      case INT8:
        return GraphValue.of("#b", axes);
      default:
        throw new IllegalArgumentException("positions and sizes that are no vector");
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
      case INT8:
        return Byte.BYTES;
      case FLOAT16:
        return Short.BYTES;
      case FLOAT:
        return Float.BYTES;
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
    if (field.isFixed() || number <= 0 || number >= Long.SIZE || (known >> number & 1) == 0) {
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
