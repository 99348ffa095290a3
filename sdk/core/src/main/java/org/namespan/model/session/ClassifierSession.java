package org.namespan.model.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.namespan.ModelFormatException;
import org.namespan.model.ClassifierCodec;
import org.namespan.model.ClassifierMetadata;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.text.TextCleaner;
import org.namespan.model.text.TextSplitter;
import org.namespan.model.text.TextTokenizer;

/**
 * A loaded text classifier: its metadata, and its graph in an ONNX Runtime session. That the graph
 * has the {@link org.namespan.model.GraphSignature} of the metadata has been checked. Owns the
 * session; safe for use by many threads until closed.
 */
public final class ClassifierSession implements AutoCloseable {

  private final GraphSession graph;
  private final ClassifierMetadata metadata;
  private final TokenFeatures features;
  private final @Nullable String sha256;
  private final TextTokenizer tokenizer;

  private ClassifierSession(LoadedModel<ClassifierMetadata> model) {
    this.graph = model.graph();
    this.metadata = model.metadata();
    this.features = model.features();
    this.sha256 = model.sha256();
    this.tokenizer = new TextTokenizer(new TextCleaner(metadata.cleaning()), model.splitter());
  }

  /**
   * Loads a model file. Nothing of it comes to the Java heap but the metadata, unless its name has
   * letters beyond ASCII or it is no plain file.
   *
   * @throws ModelFormatException if the file is not a model that this version can use
   * @throws IOException if there is no file or it cannot be read, or ONNX Runtime's libraries
   *     cannot be loaded
   */
  public static ClassifierSession open(Path file) throws IOException {
    return open(file, true);
  }

  /**
   * Loads a model file as {@link #open(Path)} does.
   *
   * @param verified whether its bytes are compared with the digest at its end
   */
  public static ClassifierSession open(Path file, boolean verified) throws IOException {
    try (ModelSource source = ModelSource.of(file)) {
      return new ClassifierSession(SessionOpener.open(source, new Reader(), verified));
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
  public static ClassifierSession open(ByteBuffer model, String source) throws IOException {
    return open(model, source, true);
  }

  /**
   * Loads a model from memory as {@link #open(ByteBuffer, String)} does.
   *
   * @param verified whether its bytes are compared with the digest at its end
   */
  public static ClassifierSession open(ByteBuffer model, String source, boolean verified)
      throws IOException {
    try (ModelSource memory = ModelSource.of(model, source)) {
      return new ClassifierSession(SessionOpener.open(memory, new Reader(), verified));
    }
  }

  /**
   * Loads a model from a stream, which another thread may read, to its end; it is left open.
   *
   * @throws ModelFormatException if the bytes are not a model that this version can use
   * @throws IOException if the stream cannot be read, or ONNX Runtime's libraries cannot be loaded
   */
  public static ClassifierSession open(InputStream model) throws IOException {
    return open(model, true);
  }

  /**
   * Loads a model from a stream as {@link #open(InputStream)} does.
   *
   * @param verified whether its bytes are compared with the digest at its end
   */
  public static ClassifierSession open(InputStream model, boolean verified) throws IOException {
    try (ModelSource stream = new ModelSource.InStream(model)) {
      return new ClassifierSession(SessionOpener.open(stream, new Reader(), verified));
    }
  }

  /** The graph, closed with this. */
  GraphSession graph() {
    return graph;
  }

  /** What the file says beside its graph. */
  public ClassifierMetadata metadata() {
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

  /** From a text to the tokens that the model reads. */
  public TextTokenizer tokenizer() {
    return tokenizer;
  }

  /**
   * Runs the graph on one padded batch.
   *
   * @param ids per input of {@link #features}, in their order, {@code [size, time, width]}
   * @param lengths {@code [size]}, each from 1 to {@code time}
   * @return logits {@code [size, classes]}
   * @throws IllegalStateException if ONNX Runtime fails, out of memory for example
   */
  public float[] logits(int size, int time, List<int[]> ids, int[] lengths) {
    return graph.scores(size, time, ids, lengths);
  }

  @Override
  public void close() {
    graph.close();
  }

  /** Reads the metadata of a text classifier. */
  private static final class Reader implements MetadataReader<ClassifierMetadata> {
    @Override
    public ClassifierMetadata read(Map<String, byte[]> entries, String source)
        throws ModelFormatException {
      return ClassifierCodec.fromBytes(entries, source);
    }

    /** Without the vocabulary, which is drawn from texts that are split so. */
    @Override
    public TextSplitter splitter(ClassifierMetadata metadata, TokenFeatures features) {
      return TextSplitter.of(metadata.textModels());
    }
  }
}
