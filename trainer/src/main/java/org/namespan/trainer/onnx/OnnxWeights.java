package org.namespan.trainer.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.platform.Fp16Conversions;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The constants of an ONNX graph, found by their names or by the nodes that use them. Whatever is
 * asked for and not there, or of another type, is told by an {@link IllegalArgumentException} that
 * names it. Immutable.
 */
public final class OnnxWeights {

  private final Map<String, TensorProto> constants = new HashMap<>();
  private final List<NodeProto> nodes = new ArrayList<>();
  private final Map<String, NodeProto> producers = new HashMap<>();

  /**
   * Numbers with their shape.
   *
   * @param values row after row
   */
  public record Floats(List<Long> shape, float[] values) {

    /** The transpose of a matrix. */
    public Floats transposed() {
      int rows = Math.toIntExact(shape.get(0));
      int columns = Math.toIntExact(shape.get(1));
      float[] turned = new float[values.length];
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          turned[j * rows + i] = values[i * columns + j];
        }
      }
      return new Floats(List.of((long) columns, (long) rows), turned);
    }
  }

  private OnnxWeights() {}

  /**
   * Reads a model.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static OnnxWeights read(InputStream in) throws IOException {
    ModelProto model;
    try {
      CodedInputStream coded = CodedInputStream.newInstance(in);
      coded.setSizeLimit(Integer.MAX_VALUE);
      model = ModelProto.parseFrom(coded);
    } catch (InvalidProtocolBufferException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalArgumentException("found no ONNX model", e);
    }
    OnnxWeights weights = new OnnxWeights();
    for (TensorProto tensor : model.getGraph().getInitializerList()) {
      weights.constants.put(tensor.getName(), tensor);
    }
    for (NodeProto node : model.getGraph().getNodeList()) {
      weights.nodes.add(node);
      for (String output : node.getOutputList()) {
        weights.producers.put(output, node);
      }
      if (node.getOpType().equals("Constant")) {
        for (AttributeProto attribute : node.getAttributeList()) {
          if (attribute.getName().equals("value")) {
            weights.constants.put(node.getOutput(0), attribute.getT());
          }
        }
      }
    }
    return weights;
  }

  /** The name of the one constant that ends so. */
  public String nameEndingWith(String end) {
    List<String> found =
        constants.keySet().stream().filter(name -> name.endsWith(end)).sorted().toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "found " + found.size() + " tensors named ..." + end + ", expected one");
    }
    return found.get(0);
  }

  /** Whether there is a constant of this name. */
  public boolean has(String name) {
    return constants.containsKey(name);
  }

  /** Whether a node has an output of this name. */
  public boolean hasValue(String name) {
    return producers.containsKey(name);
  }

  /** The first of the strings that an attribute of the node with some output holds. */
  public String firstString(String output, String attribute) {
    NodeProto node = producers.get(output);
    if (node != null) {
      for (AttributeProto found : node.getAttributeList()) {
        if (found.getName().equals(attribute) && found.getStringsCount() > 0) {
          return found.getStrings(0).toStringUtf8();
        }
      }
    }
    throw new IllegalArgumentException(
        "found no attribute '" + attribute + "' of the node of '" + output + "'");
  }

  /** The kind of the node that has an output of this name. */
  public String operator(String output) {
    NodeProto node = producers.get(output);
    if (node == null) {
      throw new IllegalArgumentException("found no value '" + output + "'");
    }
    return node.getOpType();
  }

  /** Whether a node of this kind is in the graph. */
  public boolean hasOperator(String operator) {
    return nodes.stream().anyMatch(node -> node.getOpType().equals(operator));
  }

  /** A constant of floats. */
  public Floats floats(String name) {
    TensorProto tensor = tensor(name);
    if (tensor.getDataType() != TensorProto.DataType.FLOAT.getNumber()) {
      throw new IllegalArgumentException(
          "tensor '"
              + name
              + "' has element type "
              + TensorProto.DataType.forNumber(tensor.getDataType())
              + ", expected FLOAT: the model as it was trained, not a quantised one");
    }
    return numbers(name);
  }

  /** A constant of 32-bit or 16-bit floats, or of 8-bit integers, each as the float that it is. */
  public Floats numbers(String name) {
    TensorProto tensor = tensor(name);
    float[] values = values(name, tensor);
    long size = tensor.getDimsList().stream().reduce(1L, Math::multiplyExact);
    if (size != values.length) {
      throw new IllegalArgumentException(
          "tensor '" + name + "' has " + values.length + " numbers, expected " + size);
    }
    return new Floats(tensor.getDimsList(), values);
  }

  private static float[] values(String name, TensorProto tensor) {
    ByteBuffer raw = littleEndian(tensor);
    TensorProto.DataType type = TensorProto.DataType.forNumber(tensor.getDataType());
    float[] values;
    if (type == TensorProto.DataType.FLOAT && tensor.getFloatDataCount() > 0) {
      values = new float[tensor.getFloatDataCount()];
      for (int i = 0; i < values.length; i++) {
        values[i] = tensor.getFloatData(i);
      }
    } else if (type == TensorProto.DataType.FLOAT) {
      values = new float[raw.remaining() / Float.BYTES];
      raw.asFloatBuffer().get(values);
    } else if (type == TensorProto.DataType.FLOAT16) {
      values = new float[raw.remaining() / Short.BYTES];
      for (int i = 0; i < values.length; i++) {
        values[i] = Fp16Conversions.fp16ToFloat(raw.getShort());
      }
    } else if (type == TensorProto.DataType.INT8) {
      values = new float[raw.remaining()];
      for (int i = 0; i < values.length; i++) {
        values[i] = raw.get();
      }
    } else {
      throw new IllegalArgumentException(
          "tensor '" + name + "' has element type " + type + ", expected FLOAT, FLOAT16 or INT8");
    }
    return values;
  }

  private static ByteBuffer littleEndian(TensorProto tensor) {
    return tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The last number of a constant of integers. */
  private long lastInteger(String name) {
    TensorProto tensor = tensor(name);
    if (tensor.getInt64DataCount() > 0) {
      return tensor.getInt64Data(tensor.getInt64DataCount() - 1);
    }
    int size = tensor.getRawData().size();
    if (tensor.getDataType() != TensorProto.DataType.INT64.getNumber() || size < Long.BYTES) {
      throw new IllegalArgumentException("tensor '" + name + "' has no 64-bit integers");
    }
    return littleEndian(tensor).getLong(size - Long.BYTES);
  }

  private TensorProto tensor(String name) {
    TensorProto tensor = constants.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("found no tensor '" + name + "'");
    }
    if (tensor.getExternalDataCount() > 0) {
      throw new IllegalArgumentException(
          "tensor '" + name + "' lies in another file, expected all in one");
    }
    return tensor;
  }

  /**
   * The matrix of a dense layer, which is found by its bias: it is multiplied to what the bias is
   * added to, and stands transposed in the graph.
   *
   * @param bias name of the bias
   * @return {@code [out, in]}
   */
  public Floats matrixBefore(String bias) {
    NodeProto product = producer(other(adding(bias), bias), "MatMul", bias);
    Floats matrix = floats(product.getInput(1));
    if (matrix.shape().size() != 2) {
      throw new IllegalArgumentException(
          "the matrix before '" + bias + "' has " + matrix.shape().size() + " axes, expected 2");
    }
    return matrix.transposed();
  }

  /** The last size of the shape that the sum with a bias is reshaped to. */
  public long reshapedSize(String bias) {
    String sum = adding(bias).getOutput(0);
    NodeProto reshape = consumer(sum, "Reshape", bias);
    String shape = reshape.getInput(1);
    NodeProto concat = producers.get(shape);
    return lastInteger(
        concat != null && concat.getOpType().equals("Concat")
            ? concat.getInput(concat.getInputCount() - 1)
            : shape);
  }

  /**
   * What a layer normalisation adds to the variance, which is found by the gain: that is multiplied
   * to a quotient whose divisor is the root of a sum with it.
   */
  public float epsilon(String gain) {
    NodeProto scaled = consumer(gain, "Mul", gain);
    NodeProto quotient = producer(other(scaled, gain), "Div", gain);
    NodeProto root = producer(quotient.getInput(1), "Sqrt", gain);
    NodeProto sum = producer(root.getInput(0), "Add", gain);
    for (String input : sum.getInputList()) {
      if (constants.containsKey(input)) {
        return floats(input).values()[0];
      }
    }
    throw new IllegalArgumentException(
        "found no constant in the sum under the root of '" + gain + "'");
  }

  private NodeProto adding(String bias) {
    return consumer(bias, "Add", bias);
  }

  /** The node of a kind that reads a value. */
  private NodeProto consumer(String value, String operator, String weight) {
    Predicate<NodeProto> reads =
        node -> node.getOpType().equals(operator) && node.getInputList().contains(value);
    Optional<NodeProto> found = nodes.stream().filter(reads).findFirst();
    return found.orElseThrow(() -> unlike(operator, weight));
  }

  private NodeProto producer(String value, String operator, String weight) {
    NodeProto node = producers.get(value);
    if (node == null || !node.getOpType().equals(operator)) {
      throw unlike(operator, weight);
    }
    return node;
  }

  private static IllegalArgumentException unlike(String operator, String weight) {
    return new IllegalArgumentException(
        "found no " + operator + " where the graph uses '" + weight + "'");
  }

  private static String other(NodeProto node, String input) {
    return node.getInput(node.getInput(0).equals(input) ? 1 : 0);
  }
}
