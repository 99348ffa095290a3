package org.namespan.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.namespan.ModelFormatException;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.text.TextSplitter;

/**
 * A loaded model file: its metadata, and its graph in an ONNX Runtime session whose inputs and
 * outputs have been checked against them. Owns the session; safe for use by many threads until
 * closed.
 *
 * <p>The graph takes {@value #WORDS} {@code [batch, time]}, {@value #HASHES} {@code [batch, time,
 * features]} if the recipe has hashed features, {@value #CHARS} {@code [batch, time, length]} if it
 * has characters, and {@value #LENGTHS} {@code [batch]}, all int32, and gives {@value #EMISSIONS}
 * {@code [batch, time, labels]} as float: log-probabilities, or in a model with transition scores
 * whatever its paths score beside them.
 */
public final class TaggerSession implements AutoCloseable {

  /** Name of the input of word ids. */
  public static final String WORDS = "words";

  /** Name of the input of hashed-feature ids. */
  public static final String HASHES = "hashes";

  /** Name of the input of character ids. */
  public static final String CHARS = "chars";

  /** Name of the input of sentence lengths in tokens. */
  public static final String LENGTHS = "lengths";

  /** Name of the output. */
  public static final String EMISSIONS = "emissions";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final ModelMetadata metadata;
  private final TokenFeatures features;
  private final TextSplitter splitter;

  /** As many as there were threads that ran at once. */
  private final Queue<BatchBuffers> idle = new ConcurrentLinkedQueue<>();

  private TaggerSession(
      OrtEnvironment environment, OrtSession session, ModelParts parts, String source)
      throws ModelFormatException, OrtException {
    this.environment = environment;
    this.session = session;
    this.metadata = parts.metadata();
    this.features = parts.features();
    this.splitter = parts.splitter();
    checkInputs(source);
    checkOutput(source);
    checkTables(source);
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
    if (Files.isDirectory(file)) {
      throw new ModelFormatException(file + ": is a directory; expected a model file (.onnx)");
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "no such model file");
    }
    boolean regular = Files.isRegularFile(file);
    // Of a pipe nobody knows it.
    long size = regular ? Files.size(file) : 1;
    if (size == 0) {
      throw new ModelFormatException(file + ": is empty; expected a model file (.onnx)");
    }
    if (size > Integer.MAX_VALUE) {
      throw new ModelFormatException(
          file + ": has " + size + " bytes; expected a model file of less than 2^31");
    }
    if (!Files.isReadable(file)) {
      throw new AccessDeniedException(file.toString(), null, "the model file may not be read");
    }
    if (!regular || !ModelSource.InFile.canName(file)) {
      return open(ByteBuffer.wrap(Files.readAllBytes(file)), file.toString());
    }
    try (ModelSource.InFile source = new ModelSource.InFile(file)) {
      return open(source);
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
    ByteBuffer direct = model.slice();
    if (!direct.isDirect()) {
      direct = ByteBuffer.allocateDirect(model.remaining());
      direct.duplicate().put(model.duplicate());
    }
    return open(new ModelSource.InMemory(direct, source));
  }

  /**
   * Loads a model from a stream, which another thread may read, to its end; it is left open.
   *
   * @throws ModelFormatException if the bytes are not a model that this version can use
   * @throws IOException if the stream cannot be read, or ONNX Runtime's libraries cannot be loaded
   */
  public static TaggerSession open(InputStream model) throws IOException {
    return open(new ModelSource.InStream(model));
  }

  private static TaggerSession open(ModelSource model) throws IOException {
    ModelParts parts = new ModelParts(model);
    OrtSession session = null;
    boolean usable = false;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      // Off in 1.28, on in 1.29 and later, which an application may bring.
      environment.setTelemetry(false);
      configure(options);
      session = model.createSession(environment, options);
      parts.require();
      TaggerSession tagger = new TaggerSession(environment, session, parts, model.name());
      usable = true;
      return tagger;
    } catch (OrtException e) {
      throw new ModelFormatException(
          model.name()
              + ": not a usable ONNX model ("
              + firstLine(e.getMessage())
              + "); expected a model written by 'namespan train' or 'namespan export'",
          e);
    } catch (LinkageError e) {
      throw new IOException(
          "ONNX Runtime could not be started ("
              + rootMessage(e)
              + "); expected its jar with the libraries for this system, and a folder"
              + " java.io.tmpdir that may be written to, or the libraries in the folder"
              + " onnxruntime.native.path",
          e);
    } finally {
      parts.await();
      if (!usable && session != null) {
        closeQuietly(session);
      }
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

  private static String rootMessage(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.toString();
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private static void closeQuietly(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      // The reason for closing is already on its way to the caller.
    }
  }

  private void checkInputs(String source) throws OrtException, ModelFormatException {
    Map<String, long[]> expected = new HashMap<>();
    expected.put(WORDS, new long[] {-1, -1});
    expected.put(LENGTHS, new long[] {-1});
    if (features.hashedCount() > 0) {
      expected.put(HASHES, new long[] {-1, -1, features.hashedCount()});
    }
    if (features.charLength() > 0) {
      expected.put(CHARS, new long[] {-1, -1, features.charLength()});
    }
    if (!session.getInputNames().equals(expected.keySet())) {
      throw new ModelFormatException(
          source
              + ": the graph's inputs are "
              + session.getInputNames()
              + ", expected "
              + expected.keySet());
    }
    for (Map.Entry<String, NodeInfo> input : session.getInputInfo().entrySet()) {
      check(
          source,
          "input",
          input.getKey(),
          input.getValue().getInfo(),
          OnnxJavaType.INT32,
          expected.get(input.getKey()));
    }
  }

  private void checkOutput(String source) throws OrtException, ModelFormatException {
    if (!session.getOutputNames().equals(Collections.singleton(EMISSIONS))) {
      throw new ModelFormatException(
          source
              + ": the graph's outputs are "
              + session.getOutputNames()
              + ", expected ["
              + EMISSIONS
              + "]");
    }
    check(
        source,
        "output",
        EMISSIONS,
        session.getOutputInfo().get(EMISSIONS).getInfo(),
        OnnxJavaType.FLOAT,
        new long[] {-1, -1, metadata.tagSet().size()});
  }

  private static void check(
      String source, String kind, String name, ValueInfo found, OnnxJavaType type, long[] shape)
      throws ModelFormatException {
    boolean fits = found instanceof TensorInfo;
    if (fits) {
      TensorInfo tensor = (TensorInfo) found;
      fits = tensor.type == type && tensor.getShape().length == shape.length;
      for (int i = 0; fits && i < shape.length; i++) {
        fits = tensor.getShape()[i] == shape[i];
      }
    }
    if (!fits) {
      throw new ModelFormatException(
          source
              + ": "
              + kind
              + " '"
              + name
              + "' is "
              + found
              + ", expected "
              + type
              + " "
              + Arrays.toString(shape)
              + " (-1: any size)");
    }
  }

  /**
   * Looks up the last row of every table, and one more: a table of another size fails here, not in
   * use.
   */
  private void checkTables(String source) throws ModelFormatException {
    int[] hashes = new int[features.hashedCount()];
    int lastRow = 0;
    for (int i = 0; i < hashes.length; i++) {
      lastRow += metadata.recipe().hashed().get(i).rows();
      hashes[i] = lastRow;
    }
    int lastWord = features.wordTableRows() - 1;
    int[] chars = new int[features.charLength()];
    Arrays.fill(chars, features.charTableRows() - 1);
    IllegalStateException refused = lookUp(lastWord, hashes, chars);
    boolean longer = lookUp(lastWord + 1, hashes, chars) == null;
    if (chars.length > 0) {
      chars[0]++;
      longer |= lookUp(lastWord, hashes, chars) == null;
      chars[0]--;
    }
    if (hashes.length > 0) {
      hashes[0] = lastRow + 1;
      longer |= lookUp(lastWord, hashes, chars) == null;
    }
    if (refused != null || longer) {
      throw new ModelFormatException(
          source
              + ": the graph's tables have "
              + (longer ? "more" : "fewer")
              + " rows than its metadata says, expected "
              + features.wordTableRows()
              + " for words, "
              + metadata.recipe().hashTableRows()
              + " for hashed features and "
              + features.charTableRows()
              + " for characters",
          refused);
    }
  }

  /** Null if the graph has these rows, else how it failed. */
  private IllegalStateException lookUp(int word, int[] hashes, int[] chars) {
    try {
      emissions(1, 1, new int[] {word}, hashes, chars, new int[] {1});
      return null;
    } catch (IllegalStateException e) {
      return e;
    }
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
   * @param words {@code [size, time]}
   * @param hashes {@code [size, time, features]}; empty without hashed features
   * @param chars {@code [size, time, length]}; empty without characters
   * @param lengths {@code [size]}, each from 1 to {@code time}
   * @return log-scores {@code [size, time, labels]}; rows of padding mean nothing
   * @throws IllegalStateException if ONNX Runtime fails, out of memory for example
   */
  public float[] emissions(
      int size, int time, int[] words, int[] hashes, int[] chars, int[] lengths) {
    BatchBuffers buffers = takeBuffers(size, time);
    try {
      System.arraycopy(words, 0, buffers.words.values, 0, words.length);
      System.arraycopy(hashes, 0, buffers.hashes.values, 0, hashes.length);
      System.arraycopy(chars, 0, buffers.chars.values, 0, chars.length);
      System.arraycopy(lengths, 0, buffers.lengths.values, 0, size);
      run(buffers, size, time);
      float[] emissions = new float[size * time * labels()];
      buffers.scores(0, emissions.length).get(emissions);
      return emissions;
    } finally {
      giveBack(buffers);
    }
  }

  /** Buffers with room for a batch, to be given back. */
  BatchBuffers takeBuffers(int size, int time) {
    BatchBuffers found = idle.poll();
    BatchBuffers buffers = found == null ? new BatchBuffers() : found;
    buffers.require(size, time, features.hashedCount(), features.charLength(), labels());
    return buffers;
  }

  void giveBack(BatchBuffers buffers) {
    idle.add(buffers);
  }

  private int labels() {
    return metadata.tagSet().size();
  }

  /**
   * Runs the graph on the batch in some buffers, which then hold its scores.
   *
   * @throws IllegalStateException if ONNX Runtime fails, out of memory for example
   */
  void run(BatchBuffers buffers, int size, int time) {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try {
      for (String input : session.getInputNames()) {
        tensors.put(input, tensor(input, buffers, size, time));
      }
      FloatBuffer scores = buffers.scores(0, size * time * labels());
      long[] shape = {size, time, labels()};
      try (OnnxTensor output = OnnxTensor.createTensor(environment, scores, shape)) {
        session.run(tensors, Collections.singletonMap(EMISSIONS, output)).close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed: " + firstLine(e.getMessage()), e);
    } finally {
      for (OnnxTensor tensor : tensors.values()) {
        tensor.close();
      }
    }
  }

  private OnnxTensor tensor(String input, BatchBuffers buffers, int size, int time)
      throws OrtException {
    BatchBuffers.Ids ids = buffers.words;
    long[] shape = {size, time};
    int count = size * time;
    switch (input) {
      case LENGTHS:
        ids = buffers.lengths;
        shape = new long[] {size};
        count = size;
        break;
      case HASHES:
        ids = buffers.hashes;
        shape = new long[] {size, time, features.hashedCount()};
        count *= features.hashedCount();
        break;
      case CHARS:
        ids = buffers.chars;
        shape = new long[] {size, time, features.charLength()};
        count *= features.charLength();
        break;
      default:
    }
    return OnnxTensor.createTensor(environment, ids.direct(count), shape);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(
          "ONNX Runtime failed to close: " + firstLine(e.getMessage()), e);
    }
  }
}
