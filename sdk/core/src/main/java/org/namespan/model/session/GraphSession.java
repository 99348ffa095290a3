package org.namespan.model.session;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.namespan.model.GraphSignature;

/**
 * A graph in an ONNX Runtime session, and the buffers of its batches. Owns the session; safe for
 * use by many threads until closed.
 */
final class GraphSession implements AutoCloseable {

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final GraphSignature signature;
  private final List<GraphSignature.Tensor> inputs;
  private final GraphSignature.Tensor output;

  /** As many as there were threads that ran at once. */
  private final Queue<BatchBuffers> idle = new ConcurrentLinkedQueue<>();

  /**
   * @param session closed with this
   * @param signature of its graph
   */
  GraphSession(OrtEnvironment environment, OrtSession session, GraphSignature signature) {
    this.environment = environment;
    this.session = session;
    this.signature = signature;
    this.inputs = signature.inputs();
    this.output = signature.output();
  }

  /** Of a message of ONNX Runtime, whose further lines say where in its sources it arose. */
  static String firstLine(OrtException failure) {
    String message = String.valueOf(failure.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  /** The inputs and the output of the graph. */
  GraphSignature signature() {
    return signature;
  }

  /**
   * Runs the graph on one padded batch.
   *
   * @param ids per input of tokens, in their order, {@code [size, time, width]}
   * @param lengths {@code [size]}, each from 1 to {@code time}
   * @return the output, row after row
   * @throws IllegalStateException if ONNX Runtime fails, out of memory for example
   */
  float[] scores(int size, int time, List<int[]> ids, int[] lengths) {
    BatchBuffers buffers = takeBuffers();
    try {
      buffers.require(size, time);
      for (int i = 0; i < ids.size(); i++) {
        System.arraycopy(ids.get(i), 0, buffers.ids(i).values, 0, ids.get(i).length);
      }
      System.arraycopy(lengths, 0, buffers.lengths().values, 0, size);
      run(buffers, size, time);
      float[] scores = new float[Math.multiplyExact(size, output.perSentence(time))];
      buffers.scores(0, scores.length).get(scores);
      return scores;
    } finally {
      giveBack(buffers);
    }
  }

  /** Buffers to be given back. */
  BatchBuffers takeBuffers() {
    BatchBuffers found = idle.poll();
    return found == null ? new BatchBuffers(signature) : found;
  }

  void giveBack(BatchBuffers buffers) {
    idle.add(buffers);
  }

  /**
   * Runs the graph on the batch in some buffers, which then hold its scores.
   *
   * @throws IllegalStateException if ONNX Runtime fails, out of memory for example
   */
  void run(BatchBuffers buffers, int size, int time) {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try {
      for (int i = 0; i < inputs.size(); i++) {
        GraphSignature.Tensor input = inputs.get(i);
        tensors.put(input.name(), tensor(input, buffers.ids(i), size, time));
      }
      long[] shape = output.shape(size, time);
      FloatBuffer scores = buffers.scores(0, count(shape));
      try (OnnxTensor result = OnnxTensor.createTensor(environment, scores, shape)) {
        session.run(tensors, Collections.singletonMap(output.name(), result)).close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed: " + firstLine(e), e);
    } finally {
      for (OnnxTensor tensor : tensors.values()) {
        tensor.close();
      }
    }
  }

  private OnnxTensor tensor(GraphSignature.Tensor input, BatchBuffers.Ids ids, int size, int time)
      throws OrtException {
    long[] shape = input.shape(size, time);
    return OnnxTensor.createTensor(environment, ids.direct(count(shape)), shape);
  }

  /** Elements of a tensor, which its buffer has room for. */
  private static int count(long[] shape) {
    int count = 1;
    for (long size : shape) {
      count *= (int) size;
    }
    return count;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed to close: " + firstLine(e), e);
    }
  }
}
