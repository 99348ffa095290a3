package org.namespan.trainer.onnx;

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
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.namespan.model.GraphSignature;

/**
 * Writes an ONNX graph node by node. Each method that adds a value takes the name that the value
 * gets and gives a reference to it; nodes take such references, and refuse those of another graph
 * or of an element type that their operator does not take. The bytes depend only on the calls made,
 * in their order. ONNX opset 17, IR version 8. Not thread-safe.
 */
public final class OnnxGraph {

  private static final int IR_VERSION = 8;

  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final Set<String> names = new HashSet<>();
  private int nodes;
  private boolean microsoft;

  /** A graph without values. */
  public OnnxGraph(String name) {
    graph.setName(name);
  }

  /** Declares an input. */
  public OnnxValue input(String name, ElementType type, Dimension... shape) {
    graph.addInput(declaration(name, type, shape));
    return value(name, type);
  }

  /** Declares that a value is an output. */
  public void output(OnnxValue value, Dimension... shape) {
    graph.addOutput(declaration(require(value).name(), value.type(), shape));
  }

  private static ValueInfoProto declaration(String name, ElementType type, Dimension... shape) {
    TensorShapeProto.Builder dims = TensorShapeProto.newBuilder();
    for (Dimension dimension : shape) {
      TensorShapeProto.Dimension.Builder dim = TensorShapeProto.Dimension.newBuilder();
      dims.addDim(
          dimension.axis().isEmpty()
              ? dim.setDimValue(dimension.size())
              : dim.setDimParam(dimension.axis()));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.number()).setShape(dims)))
        .build();
  }

  /** Adds a constant of floats. */
  public OnnxValue floats(String name, float[] values, long... shape) {
    ByteBuffer bytes = littleEndian(values.length, Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return constant(name, ElementType.FLOAT, bytes, shape);
  }

  /** Adds a constant of 16-bit floats, each the nearest to the value given. */
  public OnnxValue float16s(String name, float[] values, long... shape) {
    ByteBuffer bytes = littleEndian(values.length, Short.BYTES);
    for (float value : values) {
      bytes.putShort(Fp16Conversions.floatToFp16(value));
    }
    return constant(name, ElementType.FLOAT16, bytes, shape);
  }

  /** Adds a constant of 8-bit integers. */
  public OnnxValue int8s(String name, byte[] values, long... shape) {
    return constant(name, ElementType.INT8, ByteBuffer.wrap(values), shape);
  }

  /** Adds a vector of 64-bit integers, as shapes, axes and positions are given. */
  public OnnxValue int64s(String name, long... values) {
    ByteBuffer bytes = littleEndian(values.length, Long.BYTES);
    bytes.asLongBuffer().put(values);
    return constant(name, ElementType.INT64, bytes, values.length);
  }

  private static ByteBuffer littleEndian(int count, int size) {
    return ByteBuffer.allocate(Math.multiplyExact(count, size)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private OnnxValue constant(String name, ElementType type, ByteBuffer bytes, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.number())
            .setRawData(ByteString.copyFrom(bytes.rewind()));
    for (long size : shape) {
      tensor.addDims(size);
    }
    graph.addInitializer(tensor);
    return value(name, type);
  }

  private OnnxValue value(String name, ElementType type) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("the graph has a value named '" + name + "' already");
    }
    return new OnnxValue(this, name, type);
  }

  private OnnxValue require(OnnxValue value, ElementType... types) {
    if (value.graph() != this) {
      throw new IllegalArgumentException("value " + value + " is not of this graph");
    }
    if (types.length > 0 && !Arrays.asList(types).contains(value.type())) {
      throw new IllegalArgumentException(
          "value " + value + ", expected one of " + Arrays.toString(types));
    }
    return value;
  }

  private OnnxValue requireFloats(OnnxValue value) {
    return require(value, ElementType.FLOAT);
  }

  private OnnxValue requirePositions(OnnxValue value) {
    return require(value, ElementType.INT64);
  }

  /**
   * Adds a node with one output.
   *
   * @param op an operator of ONNX
   * @param inputs {@link OnnxValue#ABSENT} for an optional one left out
   */
  public OnnxValue node(
      String op, String output, ElementType type, List<OnnxValue> inputs, Attributes attributes) {
    return node("", op, output, type, inputs, attributes);
  }

  /** Adds a node of an operator that ONNX Runtime has beside those of ONNX. */
  public OnnxValue microsoftNode(
      String op, String output, ElementType type, List<OnnxValue> inputs, Attributes attributes) {
    microsoft = true;
    return node(GraphSignature.MICROSOFT, op, output, type, inputs, attributes);
  }

  private OnnxValue node(
      String domain,
      String op,
      String output,
      ElementType type,
      List<OnnxValue> inputs,
      Attributes attributes) {
    NodeProto.Builder node =
        NodeProto.newBuilder()
            .setOpType(op)
            .setName(op.toLowerCase(Locale.ROOT) + "_" + nodes++)
            .addOutput(output)
            .addAllAttribute(attributes.toProto());
    for (OnnxValue input : inputs) {
      node.addInput(input == OnnxValue.ABSENT ? "" : require(input).name());
    }
    if (!domain.isEmpty()) {
      node.setDomain(domain);
    }
    graph.addNode(node);
    return value(output, type);
  }

  private OnnxValue node(String op, String output, ElementType type, OnnxValue... inputs) {
    return node(op, output, type, List.of(inputs), Attributes.none());
  }

  /** Rows of a table by their numbers, {@code [ids..., columns]}. */
  public OnnxValue gather(String output, OnnxValue table, OnnxValue ids) {
    require(ids, ElementType.INT32, ElementType.INT64);
    return node("Gather", output, table.type(), table, ids);
  }

  /** The same numbers in another shape, in which -1 stands for what is left. */
  public OnnxValue reshape(String output, OnnxValue x, OnnxValue shape) {
    return node("Reshape", output, x.type(), x, requirePositions(shape));
  }

  /** The same numbers with their axes in another order. */
  public OnnxValue transpose(String output, OnnxValue x, long... axes) {
    Attributes attributes = Attributes.none().with("perm", axes);
    return node("Transpose", output, x.type(), List.of(x), attributes);
  }

  /** The sizes of all axes. */
  public OnnxValue shape(String output, OnnxValue x) {
    return node("Shape", output, ElementType.INT64, x);
  }

  /** Values side by side at an axis; one alone is given back as it is. */
  public OnnxValue concat(String output, long axis, List<OnnxValue> parts) {
    if (parts.size() == 1) {
      return require(parts.get(0));
    }
    ElementType type = parts.get(0).type();
    parts.forEach(part -> require(part, type));
    return node("Concat", output, type, parts, Attributes.none().with("axis", axis));
  }

  /** {@code a + b}. */
  public OnnxValue add(String output, OnnxValue a, OnnxValue b) {
    return node("Add", output, a.type(), a, require(b, a.type()));
  }

  /** {@code a * b}, number by number. */
  public OnnxValue mul(String output, OnnxValue a, OnnxValue b) {
    return node("Mul", output, a.type(), a, require(b, a.type()));
  }

  /** {@code a - b}, number by number. */
  public OnnxValue sub(String output, OnnxValue a, OnnxValue b) {
    return node("Sub", output, a.type(), a, require(b, a.type()));
  }

  /** {@code a / b}, number by number. */
  public OnnxValue div(String output, OnnxValue a, OnnxValue b) {
    return node("Div", output, a.type(), a, require(b, a.type()));
  }

  /** The matrix product {@code a b}. */
  public OnnxValue matMul(String output, OnnxValue a, OnnxValue b) {
    return node("MatMul", output, ElementType.FLOAT, requireFloats(a), requireFloats(b));
  }

  /** {@code a b + c} of matrices. */
  public OnnxValue gemm(String output, OnnxValue a, OnnxValue b, OnnxValue c) {
    return node(
        "Gemm", output, ElementType.FLOAT, requireFloats(a), requireFloats(b), requireFloats(c));
  }

  /** {@code max(0, x)}. */
  public OnnxValue relu(String output, OnnxValue x) {
    return node("Relu", output, ElementType.FLOAT, requireFloats(x));
  }

  /** The logarithms of the softmax over an axis. */
  public OnnxValue logSoftmax(String output, OnnxValue x, long axis) {
    Attributes attributes = Attributes.none().with("axis", axis);
    return node("LogSoftmax", output, ElementType.FLOAT, List.of(requireFloats(x)), attributes);
  }

  /** The largest number over an axis, which goes. */
  public OnnxValue reduceMax(String output, OnnxValue x, long axis) {
    Attributes attributes = Attributes.none().with("axes", new long[] {axis}).with("keepdims", 0);
    return node("ReduceMax", output, x.type(), List.of(x), attributes);
  }

  /** The sum over axes, which go. */
  public OnnxValue reduceSum(String output, OnnxValue x, OnnxValue axes) {
    Attributes attributes = Attributes.none().with("keepdims", 0);
    return node("ReduceSum", output, x.type(), List.of(x, requirePositions(axes)), attributes);
  }

  /** The same numbers without axes of size 1. */
  public OnnxValue squeeze(String output, OnnxValue x, OnnxValue axes) {
    return node("Squeeze", output, x.type(), x, requirePositions(axes));
  }

  /** The same numbers with axes of size 1 more. */
  public OnnxValue unsqueeze(String output, OnnxValue x, OnnxValue axes) {
    return node("Unsqueeze", output, x.type(), x, requirePositions(axes));
  }

  /**
   * One row of each matrix.
   *
   * @param x {@code [batch, rows, columns]}
   * @param rows their numbers {@code [batch, 1]}
   * @return {@code [batch, columns]}
   */
  public OnnxValue gatherRows(String output, OnnxValue x, OnnxValue rows) {
    Attributes byMatrix = Attributes.none().with("batch_dims", 1);
    return node("GatherND", output, x.type(), List.of(x, requirePositions(rows)), byMatrix);
  }

  /** A part of each of some axes. */
  public OnnxValue slice(
      String output, OnnxValue x, OnnxValue starts, OnnxValue ends, OnnxValue axes) {
    requirePositions(starts);
    return node(
        "Slice", output, x.type(), x, starts, requirePositions(ends), requirePositions(axes));
  }

  /** Zeros before and after each axis; a negative count cuts off. */
  public OnnxValue pad(String output, OnnxValue x, OnnxValue counts) {
    return node("Pad", output, x.type(), x, requirePositions(counts));
  }

  /** The same numbers again and again, up to a shape. */
  public OnnxValue expand(String output, OnnxValue x, OnnxValue shape) {
    return node("Expand", output, x.type(), x, requirePositions(shape));
  }

  /** The same numbers as 32-bit floats. */
  public OnnxValue toFloat(String output, OnnxValue x) {
    Attributes attributes = Attributes.none().with("to", ElementType.FLOAT.number());
    return node("Cast", output, ElementType.FLOAT, List.of(require(x)), attributes);
  }

  /** The same numbers as 64-bit integers, what is behind their points cut off. */
  public OnnxValue toInt64(String output, OnnxValue x) {
    Attributes attributes = Attributes.none().with("to", ElementType.INT64.number());
    return node("Cast", output, ElementType.INT64, List.of(require(x)), attributes);
  }

  /** 8-bit integers times the scale of their row, as floats. */
  public OnnxValue dequantizeRows(String output, OnnxValue x, OnnxValue scales) {
    List<OnnxValue> inputs = List.of(require(x, ElementType.INT8), requireFloats(scales));
    Attributes rowByRow = Attributes.none().with("axis", 0);
    return node("DequantizeLinear", output, ElementType.FLOAT, inputs, rowByRow);
  }

  /** The finished model file. */
  public byte[] toBytes(String producerVersion, SortedMap<String, String> metadata) {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("NameSpan")
            .setProducerVersion(producerVersion)
            .setDomain("org.namespan")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(GraphSignature.OPERATOR_SET))
            .setGraph(graph);
    if (microsoft) {
      model.addOpsetImport(
          OperatorSetIdProto.newBuilder()
              .setDomain(GraphSignature.MICROSOFT)
              .setVersion(GraphSignature.MICROSOFT_OPERATOR_SET));
    }
    for (Map.Entry<String, String> entry : metadata.entrySet()) {
      model.addMetadataProps(
          StringStringEntryProto.newBuilder().setKey(entry.getKey()).setValue(entry.getValue()));
    }
    return model.build().toByteArray();
  }
}
