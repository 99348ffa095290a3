package org.namespan.examples.benchmarks.speed;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * The arithmetic limit: one product of float32 matrices, by the same ONNX Runtime on one thread,
 * with as many multiply-adds per token as a network has. A recurrent network cannot reach it: it
 * takes token after token, so that only the sentences of a batch share a product, and it has
 * activations, look-ups and copies beside. Owns its session and tensors until closed.
 */
final class MatrixProduct implements AutoCloseable {

  /** So many that what one product costs beside its arithmetic is lost in it. */
  private static final int ROWS = 704;

  private static final int WIDTH = 256;

  private final BareSession session;
  private final OnnxTensor input;
  private final int tokens;

  /**
   * @param multiplyAddsPerToken at least 1
   */
  MatrixProduct(long multiplyAddsPerToken) throws OrtException {
    int width = (int) Math.min(WIDTH, multiplyAddsPerToken);
    int columns = Math.toIntExact(Math.round((double) multiplyAddsPerToken / width));
    tokens = Math.toIntExact(Math.round((double) ROWS * width * columns / multiplyAddsPerToken));
    FloatBuffer values = floats(ROWS * width).asFloatBuffer();
    input = OnnxTensor.createTensor(BareSession.environment(), values, new long[] {ROWS, width});
    try {
      session = BareSession.open(BareSession.direct(graph(width, columns)));
    } catch (OrtException e) {
      input.close();
      throw e;
    }
  }

  /** Multiplies once; returns how many tokens that stands for. */
  int run() throws OrtException {
    session.run(Map.of("x", input)).close();
    return tokens;
  }

  /** {@code y [rows, columns] = x [rows, width] * w [width, columns]}. */
  private static byte[] graph(int width, int columns) {
    ByteBuffer weights = floats(width * columns);
    TensorProto w =
        TensorProto.newBuilder()
            .setName("w")
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .addDims(width)
            .addDims(columns)
            .setRawData(ByteString.copyFrom(weights))
            .build();
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .setName("matrix-product")
            .addInput(value("x", ROWS, width))
            .addOutput(value("y", ROWS, columns))
            .addInitializer(w)
            .addNode(
                NodeProto.newBuilder()
                    .setOpType("MatMul")
                    .addInput("x")
                    .addInput("w")
                    .addOutput("y"));
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  private static ValueInfoProto value(String name, int rows, int columns) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDimBuilder().setDimValue(rows);
    shape.addDimBuilder().setDimValue(columns);
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder()
            .setElemType(TensorProto.DataType.FLOAT.getNumber())
            .setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  /** Numbers from -0.5 to 0.5: zeros or denormals might be multiplied at another speed. */
  private static ByteBuffer floats(int count) {
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(count * Float.BYTES).order(ByteOrder.nativeOrder());
    for (int i = 0; i < count; i++) {
      bytes.putFloat(i % 101 / 100f - 0.5f);
    }
    return bytes.flip();
  }

  @Override
  public void close() throws OrtException {
    input.close();
    session.close();
  }
}
