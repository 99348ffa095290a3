package org.namespan.examples.benchmarks.speed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.namespan.model.MetadataCodec;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.session.TaggerSession;

/**
 * A graph in ONNX Runtime with nothing around it, opened as the SDK opens its models: one thread
 * per run. Owns the session; safe for use by many threads until closed.
 */
final class BareSession implements AutoCloseable {

  private final OrtSession session;

  private BareSession(OrtSession session) {
    this.session = session;
  }

  /**
   * Opens a graph.
   *
   * @param graph a direct buffer, read from position to limit
   * @throws OrtException if it is no graph that ONNX Runtime can run
   */
  static BareSession open(ByteBuffer graph) throws OrtException {
    OrtEnvironment environment = environment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      TaggerSession.configure(options);
      return new BareSession(environment.createSession(graph, options));
    }
  }

  /** The environment of all sessions, without telemetry, as the SDK has it. */
  static OrtEnvironment environment() throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    environment.setTelemetry(false);
    return environment;
  }

  /** The bytes of a file, in memory that {@link #open} takes. */
  static ByteBuffer read(Path file) throws IOException {
    return direct(Files.readAllBytes(file));
  }

  /** A copy outside the Java heap, to be read from its start. */
  static ByteBuffer direct(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  /** The feature extraction of a NameSpan model. */
  TokenFeatures features() throws IOException, OrtException {
    return MetadataCodec.fromEntries(session.getMetadata().getCustomMetadata(), "the model")
        .tokenFeatures();
  }

  /** Runs the graph; the caller closes what comes out, and the inputs stay open. */
  OrtSession.Result run(Map<String, OnnxTensor> inputs) throws OrtException {
    return session.run(inputs);
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
