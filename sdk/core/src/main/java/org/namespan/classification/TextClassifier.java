package org.namespan.classification;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.namespan.ModelFormatException;
import org.namespan.internal.pipeline.OpenCalls;
import org.namespan.internal.pipeline.Workers;
import org.namespan.model.session.ClassifierSession;

/**
 * Tells the class of a text, or its classes: whether it is positive or negative, which language it
 * is in, what it asks for.
 *
 * <pre>{@code
 * try (TextClassifier classifier = TextClassifier.load(model)) {
 *   classifier.classify("The soup was cold.").best().name(); // complaint
 * }
 * }</pre>
 *
 * <p>Its model is trained by {@code namespan classifier train} on texts of yours. A text is read as
 * a whole, in any length: what is longer than {@link ClassifierOptions#windowTokens} in windows
 * whose scores are averaged. A text without a word is classified too, by what the model makes of
 * nothing.
 *
 * <p>A classifier holds native memory until it is closed. It may be used by any number of threads
 * at once; {@link #close} waits for the calls that are running, and every later call throws {@link
 * IllegalStateException}.
 *
 * <p>A thread that is interrupted ends its call, whichever it is, with a {@link
 * CancellationException}, before the next batch of texts; one that is interrupted already begins
 * none. Its interrupt status stays set, threads that worked for the call have stopped, and the
 * classifier is as usable as before.
 */
public final class TextClassifier implements AutoCloseable {

  private final ClassifyingPipeline pipeline;
  private final Workers workers;
  private final ClassifierInfo info;
  private final OpenCalls calls = new OpenCalls("TextClassifier", this::release);

  private TextClassifier(ClassifierSession session, ClassifierOptions options) {
    pipeline = new ClassifyingPipeline(session, options);
    info = ClassifierInfo.of(session);
    workers = new Workers(options.threads(), calls);
  }

  /**
   * Loads a model file.
   *
   * @throws ModelFormatException if the file is not a model that this version can use
   * @throws IOException if it cannot be read
   */
  public static TextClassifier load(Path file) throws IOException {
    return load(file, ClassifierOptions.defaults());
  }

  /**
   * Loads a model file.
   *
   * @throws ModelFormatException if the file is not a model that this version can use
   * @throws IOException if it cannot be read
   */
  public static TextClassifier load(Path file, ClassifierOptions options) throws IOException {
    return over(ClassifierSession.open(file, options.verifyDigest()), options);
  }

  /**
   * Loads a model from a stream, which is read to its end, maybe by another thread, and left open.
   *
   * @throws ModelFormatException if the bytes are not a model that this version can use
   * @throws IOException if the stream cannot be read
   */
  public static TextClassifier load(InputStream stream) throws IOException {
    return load(stream, ClassifierOptions.defaults());
  }

  /**
   * Loads a model from a stream, which is read to its end, maybe by another thread, and left open.
   *
   * @throws ModelFormatException if the bytes are not a model that this version can use
   * @throws IOException if the stream cannot be read
   */
  public static TextClassifier load(InputStream stream, ClassifierOptions options)
      throws IOException {
    return over(ClassifierSession.open(stream, options.verifyDigest()), options);
  }

  /**
   * Loads a model from memory, from the buffer's position to its limit. A direct or mapped buffer
   * is not copied to the Java heap. The buffer is left as it is and not used after return.
   *
   * @throws ModelFormatException if the bytes are not a model that this version can use
   * @throws IOException never otherwise
   */
  public static TextClassifier load(ByteBuffer model) throws IOException {
    return load(model, ClassifierOptions.defaults());
  }

  /**
   * Loads a model from memory, from the buffer's position to its limit. A direct or mapped buffer
   * is not copied to the Java heap. The buffer is left as it is and not used after return.
   *
   * @throws ModelFormatException if the bytes are not a model that this version can use
   * @throws IOException never otherwise
   */
  public static TextClassifier load(ByteBuffer model, ClassifierOptions options)
      throws IOException {
    String source = "model of " + model.remaining() + " bytes";
    return over(ClassifierSession.open(model, source, options.verifyDigest()), options);
  }

  private static TextClassifier over(ClassifierSession session, ClassifierOptions options) {
    boolean usable = false;
    try {
      TextClassifier classifier = new TextClassifier(session, options);
      usable = true;
      return classifier;
    } finally {
      if (!usable) {
        session.close();
      }
    }
  }

  /** What is known of the model; usable after {@link #close}. */
  public ClassifierInfo info() {
    return info;
  }

  /**
   * Classifies a text of any length.
   *
   * @return every class with its score, and those that the text has
   * @throws CancellationException if this thread is interrupted
   * @throws IllegalStateException if the classifier is closed
   */
  public Classification classify(String text) {
    calls.enter();
    try {
      return pipeline.classify(Collections.singletonList(text)).get(0);
    } finally {
      calls.leave();
    }
  }

  /**
   * Classifies many texts. They share batches, which is faster than calling {@link #classify} for
   * each, and {@link ClassifierOptions#threads} work on them.
   *
   * @return for each text, in the order given, what {@link #classify} would give
   * @throws CancellationException if this thread is interrupted
   * @throws IllegalStateException if the classifier is closed
   */
  public List<Classification> classifyAll(Collection<String> texts) {
    calls.enter();
    try {
      return workers.map(new ArrayList<>(texts), pipeline::classify);
    } finally {
      calls.leave();
    }
  }

  /**
   * Tells what spoke for a class and what against it: by how much its score falls if a token is
   * left out. The text is scored once for each of its tokens, which takes so much longer.
   *
   * @param name of the class, one of {@link ClassifierInfo#classes}
   * @return the tokens in text order; empty if nothing is left of the text once it is cleaned
   * @throws CancellationException if this thread is interrupted
   * @throws IllegalArgumentException if the model has no such class
   * @throws IllegalStateException if the classifier is closed
   */
  public List<TokenInfluence> explain(String text, String name) {
    calls.enter();
    try {
      return pipeline.explain(text, name);
    } finally {
      calls.leave();
    }
  }

  /**
   * Refuses calls from now on, and frees the native memory when those that are running have ended.
   * Waits for that, unless this thread is interrupted, which leaves its interrupt status set; then
   * the last of the calls frees it as it ends. Closing again does no more than wait.
   */
  @Override
  public void close() {
    calls.close();
  }

  private void release() {
    workers.close();
    pipeline.close();
  }
}
