package org.namespan.trainer.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.platform.Fp16Conversions;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes an ONNX graph node by node. Values are known by name; the bytes depend only on the calls
 * made, in their order. ONNX opset 17, IR version 8.
 */
final class OnnxGraph {

  private static final int IR_VERSION = 8;
  private static final int OPSET = 17;
  private static final String MICROSOFT = "com.microsoft";
  private static final int MICROSOFT_OPSET = 1;

  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private int nodes;
  private boolean microsoft;

  OnnxGraph(String name) {
    graph.setName(name);
  }

  /** Declares an int32 input; a dimension is a number or the name of a dynamic axis. */
  String input(String name, Object... shape) {
    graph.addInput(value(name, TensorProto.DataType.INT32, shape));
    return name;
  }

  /** Declares a float input; a dimension is a number or the name of a dynamic axis. */
  String floatInput(String name, Object... shape) {
    graph.addInput(value(name, TensorProto.DataType.FLOAT, shape));
    return name;
  }

  /** Declares that the value {@code name} is a float output. */
  void output(String name, Object... shape) {
    graph.addOutput(value(name, TensorProto.DataType.FLOAT, shape));
  }

  /** Adds a float constant. */
  String constant(String name, float[] values, long... shape) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return constant(name, TensorProto.DataType.FLOAT, bytes, shape);
  }

  /** Adds a constant of 16-bit floats. */
  String half(String name, float[] values, long... shape) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putShort(Fp16Conversions.floatToFp16(value));
    }
    return constant(name, TensorProto.DataType.FLOAT16, bytes, shape);
  }

  /** Adds a constant of 8-bit integers. */
  String constant(String name, byte[] values, long... shape) {
    return constant(name, TensorProto.DataType.INT8, ByteBuffer.wrap(values), shape);
  }

  /** Adds a vector of int64, as shapes are given. */
  String shape(String name, long... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return constant(name, TensorProto.DataType.INT64, bytes, values.length);
  }

  private String constant(
      String name, TensorProto.DataType type, ByteBuffer littleEndian, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(littleEndian.array()));
    for (long size : shape) {
      tensor.addDims(size);
    }
    graph.addInitializer(tensor);
    return name;
  }

  /**
   * Adds a node with one output.
   *
   * @param inputs names of values; empty for an optional input left out
   * @param attributes {@code Long}, {@code String}, {@code long[]} or {@code List<String>}, by name
   */
  void node(String op, String output, List<String> inputs, SortedMap<String, Object> attributes) {
    node("", op, output, inputs, attributes);
  }

  /** Adds a node of an operator that ONNX Runtime has beside those of ONNX. */
  void microsoftNode(
      String op, String output, List<String> inputs, SortedMap<String, Object> attributes) {
    microsoft = true;
    node(MICROSOFT, op, output, inputs, attributes);
  }

  private void node(
      String domain,
      String op,
      String output,
      List<String> inputs,
      SortedMap<String, Object> attributes) {
    NodeProto.Builder node =
        NodeProto.newBuilder()
            .setOpType(op)
            .setName(op.toLowerCase(Locale.ROOT) + "_" + nodes++)
            .addAllInput(inputs)
            .addOutput(output);
    if (!domain.isEmpty()) {
      node.setDomain(domain);
    }
    attributes.forEach((name, value) -> node.addAttribute(attribute(name, value)));
    graph.addNode(node);
  }

  /** Adds the node that joins values at an axis; one alone is given back as it is. */
  String concat(String output, long axis, List<String> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    node("Concat", output, parts, new TreeMap<>(Map.of("axis", axis)));
    return output;
  }

  /** Adds the node that turns the value {@code input} into floats. */
  String toFloat(String input, String output) {
    long type = TensorProto.DataType.FLOAT.getNumber();
    node("Cast", output, List.of(input), new TreeMap<>(Map.of("to", type)));
    return output;
  }

  private static AttributeProto attribute(String name, Object value) {
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
    if (value instanceof Long number) {
      return attribute.setType(AttributeProto.AttributeType.INT).setI(number).build();
    }
    if (value instanceof String text) {
      return attribute.setType(AttributeProto.AttributeType.STRING).setS(utf8(text)).build();
    }
    if (value instanceof long[] numbers) {
      attribute.setType(AttributeProto.AttributeType.INTS);
      for (long number : numbers) {
        attribute.addInts(number);
      }
      return attribute.build();
    }
    if (value instanceof List<?> texts) {
      attribute.setType(AttributeProto.AttributeType.STRINGS);
      texts.forEach(text -> attribute.addStrings(utf8((String) text)));
      return attribute.build();
    }
    throw new IllegalArgumentException("attribute '" + name + "' is a " + value.getClass());
  }

  private static ByteString utf8(String text) {
    return ByteString.copyFrom(text, StandardCharsets.UTF_8);
  }

  private static ValueInfoProto value(String name, TensorProto.DataType type, Object... shape) {
    TensorShapeProto.Builder dims = TensorShapeProto.newBuilder();
    for (Object size : shape) {
      TensorShapeProto.Dimension.Builder dim = TensorShapeProto.Dimension.newBuilder();
      dims.addDim(
          size instanceof String axis
              ? dim.setDimParam(axis)
              : dim.setDimValue(((Number) size).longValue()));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(dims)))
        .build();
  }

  /** The finished model file. */
  byte[] toBytes(String producerVersion, SortedMap<String, String> metadata) {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("NameSpan")
            .setProducerVersion(producerVersion)
            .setDomain("org.namespan")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
            .setGraph(graph);
    if (microsoft) {
      model.addOpsetImport(
          OperatorSetIdProto.newBuilder().setDomain(MICROSOFT).setVersion(MICROSOFT_OPSET));
    }
    for (Map.Entry<String, String> entry : metadata.entrySet()) {
      model.addMetadataProps(
          StringStringEntryProto.newBuilder().setKey(entry.getKey()).setValue(entry.getValue()));
    }
    return model.build().toByteArray();
  }
}
