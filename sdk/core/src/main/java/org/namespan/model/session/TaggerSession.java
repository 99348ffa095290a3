package org.namespan.model.session;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.namespan.ModelFormatException;
import org.namespan.model.GraphSignature;
import org.namespan.model.ModelMetadata;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.text.TextSplitter;

/**
 * A loaded model file: its metadata, and its graph in an ONNX Runtime session. That the graph has
 * the {@link GraphSignature} of the metadata has been checked. Owns the session; safe for use by
 * many threads until closed.
 */
public final class TaggerSession implements AutoCloseable {

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final ModelMetadata metadata;
  private final TokenFeatures features;
  private final TextSplitter splitter;
  private final GraphSignature signature;
  private final List<GraphSignature.Tensor> inputs;
  private final GraphSignature.Tensor output;

  /** As many as there were threads that ran at once. */
  private final Queue<BatchBuffers> idle = new ConcurrentLinkedQueue<>();

  TaggerSession(OrtEnvironment environment, OrtSession session, ModelParts.Parts parts) {
    this.environment = environment;
    this.session = session;
    this.metadata = parts.metadata();
    this.features = parts.features();
    this.splitter = parts.splitter();
    this.signature = new GraphSignature(features.inputs(), metadata.tagSet().size());
    this.inputs = signature.inputs();
    this.output = signature.output();
  }

  /**
   * Loads a model file. Nothing of it comes to the Java heap but the metadata, unless its name has
   * letters beyond ASCII or it is no plain file.
   *
   * @throws ModelFormatException if the file is not a model that this version can use
   * @throws IOException if there is no file or it cannot be read, or ONNX Runtime's libraries
   *     cannot be loaded
   */
  public static TaggerSession open(Path file) throws IOException {
    try (ModelSource source = ModelSource.of(file)) {
      return SessionOpener.open(source);
    }
  }

  /**
   * Loads a model from memory. The buffer is not used after return.
   *
   * @param model the bytes from position to limit; copied first unless the buffer is direct
   * @param source names the model in messages
   * @throws ModelFormatException if the bytes are not a model that this version can use
   * @throws IOException if ONNX Runtime's libraries cannot be loaded
   */
  public static TaggerSession open(ByteBuffer model, String source) throws IOException {
    try (ModelSource memory = ModelSource.of(model, source)) {
      return SessionOpener.open(memory);
    }
  }

  /**
   * Loads a model from a stream, which another thread may read, to its end; it is left open.
   *
   * @throws ModelFormatException if the bytes are not a model that this version can use
   * @throws IOException if the stream cannot be read, or ONNX Runtime's libraries cannot be loaded
   */
  public static TaggerSession open(InputStream model) throws IOException {
    try (ModelSource stream = new ModelSource.InStream(model)) {
      return SessionOpener.open(stream);
    }
  }

  /** Sets how all sessions run; for measuring a session without what is around it, too. */
  public static void configure(OrtSession.SessionOptions options) throws OrtException {
    // A failure is thrown with its reason; ONNX Runtime need not print it too.
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    // More of them make a sentence slower; sentences beside each other use more cores better.
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    // Every batch has a shape of its own.
    options.setMemoryPatternOptimization(false);
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

  /** What the file says beside its graph. */
  public ModelMetadata metadata() {
    return metadata;
  }

  /** The feature extraction that the metadata describes. */
  public TokenFeatures features() {
    return features;
  }

  /** The splitter that the metadata describes. */
  public TextSplitter splitter() {
    return splitter;
  }

  /**
   * Runs the graph on one padded batch.
   *
   * @param ids per input of {@link #features}, in their order, {@code [size, time, width]}
   * @param lengths {@code [size]}, each from 1 to {@code time}
   * @return log-scores {@code [size, time, labels]}; rows of padding mean nothing
   * @throws IllegalStateException if ONNX Runtime fails, out of memory for example
   */
  public float[] emissions(int size, int time, List<int[]> ids, int[] lengths) {
    BatchBuffers buffers = takeBuffers();
    try {
      buffers.require(size, time);
      for (int i = 0; i < ids.size(); i++) {
        System.arraycopy(ids.get(i), 0, buffers.ids(i).values, 0, ids.get(i).length);
      }
      System.arraycopy(lengths, 0, buffers.lengths().values, 0, size);
      run(buffers, size, time);
      float[] emissions = new float[size * time * signature.labels()];
      buffers.scores(0, emissions.length).get(emissions);
      return emissions;
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
      try (OnnxTensor emissions = OnnxTensor.createTensor(environment, scores, shape)) {
        session.run(tensors, Collections.singletonMap(output.name(), emissions)).close();
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
