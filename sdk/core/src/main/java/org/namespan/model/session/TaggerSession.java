package org.namespan.model.session;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.namespan.ModelFormatException;
import org.namespan.model.MetadataCodec;
import org.namespan.model.ModelMetadata;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.text.TextSplitter;

/**
 * A loaded tagger: its metadata, and its graph in an ONNX Runtime session. That the graph has the
 * {@link org.namespan.model.GraphSignature} of the metadata has been checked. Owns the session;
 * safe for use by many threads until closed.
 */
public final class TaggerSession implements AutoCloseable {

  private final GraphSession graph;
  private final ModelMetadata metadata;
  private final TokenFeatures features;
  private final @Nullable String sha256;
  private final TextSplitter splitter;

  private TaggerSession(LoadedModel<ModelMetadata> model) {
    this.graph = model.graph();
    this.metadata = model.metadata();
    this.features = model.features();
    this.sha256 = model.sha256();
    this.splitter = model.splitter();
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
    return open(file, true);
  }

  /**
   * Loads a model file as {@link #open(Path)} does.
   *
   * @param verified whether its bytes are compared with the digest at its end
   */
  public static TaggerSession open(Path file, boolean verified) throws IOException {
    try (ModelSource source = ModelSource.of(file)) {
      return new TaggerSession(SessionOpener.open(source, new Reader(), verified));
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
    return open(model, source, true);
  }

  /**
   * Loads a model from memory as {@link #open(ByteBuffer, String)} does.
   *
   * @param verified whether its bytes are compared with the digest at its end
   */
  public static TaggerSession open(ByteBuffer model, String source, boolean verified)
      throws IOException {
    try (ModelSource memory = ModelSource.of(model, source)) {
      return new TaggerSession(SessionOpener.open(memory, new Reader(), verified));
    }
  }

  /**
   * Loads a model from a stream, which another thread may read, to its end; it is left open.
   *
   * @throws ModelFormatException if the bytes are not a model that this version can use
   * @throws IOException if the stream cannot be read, or ONNX Runtime's libraries cannot be loaded
   */
  public static TaggerSession open(InputStream model) throws IOException {
    return open(model, true);
  }

  /**
   * Loads a model from a stream as {@link #open(InputStream)} does.
   *
   * @param verified whether its bytes are compared with the digest at its end
   */
  public static TaggerSession open(InputStream model, boolean verified) throws IOException {
    try (ModelSource stream = new ModelSource.InStream(model)) {
      return new TaggerSession(SessionOpener.open(stream, new Reader(), verified));
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

  /** The graph, closed with this. */
  GraphSession graph() {
    return graph;
  }

  /** What the file says beside its graph. */
  public ModelMetadata metadata() {
    return metadata;
  }

  /** The digest that the file ends with, in hexadecimal; null if it has none. */
  public @Nullable String sha256() {
    return sha256;
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
    return graph.scores(size, time, ids, lengths);
  }

  @Override
  public void close() {
    graph.close();
  }

  /** Reads the metadata of a tagger. */
  static final class Reader implements MetadataReader<ModelMetadata> {
    @Override
    public ModelMetadata read(Map<String, byte[]> entries, String source)
        throws ModelFormatException {
      return MetadataCodec.fromBytes(entries, source);
    }

    @Override
    public TextSplitter splitter(ModelMetadata metadata, TokenFeatures features) {
      return TextSplitter.of(metadata.textModels(), features::holdsWord);
    }
  }
}
