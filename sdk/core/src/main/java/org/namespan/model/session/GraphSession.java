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
import org.jspecify.annotations.Nullable;
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

  /** A chain of as many as there were threads that ran at once. */
  private @Nullable BatchBuffers idle;

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
    synchronized (this) {
      BatchBuffers found = idle;
      if (found != null) {
        idle = found.next;
        return found;
      }
    }
    return new BatchBuffers(signature);
  }

  /** Takes no memory, so that none is lost where there is none left. */
  synchronized void giveBack(BatchBuffers buffers) {
    buffers.next = idle;
    idle = buffers;
  }

  /**
   * Runs the graph on the batch in some buffers, which then hold its scores.
   *
   * @throws IllegalStateException if ONNX Runtime fails, out of memory for example
   */
  void run(BatchBuffers buffers, int size, int time) {
    HeapReserve.require();
    Map<String, OnnxTensor> byName = new HashMap<>();
    OnnxTensor[] tensors = new OnnxTensor[inputs.size() + 1];
    try {
      for (int i = 0; i < inputs.size(); i++) {
        GraphSignature.Tensor input = inputs.get(i);
        tensors[i] = tensor(input, buffers.ids(i), size, time);
        byName.put(input.name(), tensors[i]);
      }
      long[] shape = output.shape(size, time);
      FloatBuffer scores = buffers.scores(0, count(shape));
      OnnxTensor result = OnnxTensor.createTensor(environment, scores, shape);
      tensors[inputs.size()] = result;
      session.run(byName, Collections.singletonMap(output.name(), result)).close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed: " + firstLine(e), e);
    } finally {
      // Nothing here needs memory, of which there may be none left.
      for (int i = 0; i < tensors.length && tensors[i] != null; i++) {
        tensors[i].close();
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
