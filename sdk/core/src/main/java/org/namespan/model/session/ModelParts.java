package org.namespan.model.session;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.namespan.ModelFormatException;
import org.namespan.model.InputMetadata;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.text.TextSplitter;

/**
 * What a model holds beside its graph, read by a thread of its own: in a fresh JVM that takes as
 * long as ONNX Runtime needs for the graph. What the thread runs is no lambda, for the first one of
 * a JVM would cost 10 ms.
 */
final class ModelParts<M extends InputMetadata> implements Runnable {

  private final ModelSource model;
  private final MetadataReader<M> reader;
  private final Thread thread;

  /** Null until they are read, and where they could not be. */
  private @Nullable Parts<M> parts;

  /** Null unless they could not be read. */
  private @Nullable Throwable failure;

  /**
   * The parts of a model.
   *
   * @param metadata as the model says it
   * @param features the feature extraction that it describes
   * @param splitter how text becomes tokens
   */
  record Parts<M>(M metadata, TokenFeatures features, TextSplitter splitter) {}

  /**
   * Starts to read.
   *
   * @param model to be left open until {@link #await} returns
   * @param reader of its metadata
   */
  ModelParts(ModelSource model, MetadataReader<M> reader) {
    this.model = model;
    this.reader = reader;
    thread = new Thread(this, "namespan-load");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    try {
      M metadata = reader.read(OnnxMetadata.read(model), model.name());
      TokenFeatures features = metadata.tokenFeatures();
      TextSplitter splitter = reader.splitter(metadata, features);
      parts = new Parts<>(metadata, features, splitter);
    } catch (IllegalArgumentException e) {
      failure = new ModelFormatException(model.name() + ": " + e.getMessage(), e);
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
  }

  /** Waits until the bytes are no longer read, even if this thread is interrupted meanwhile. */
  void await() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Waits for the parts.
   *
   * @throws ModelFormatException if the model has none that this version can use
   * @throws IOException if it cannot be read
   */
  Parts<M> require() throws IOException {
    await();
    if (failure instanceof IOException) {
      throw (IOException) failure;
    }
    if (failure instanceof RuntimeException) {
      throw (RuntimeException) failure;
    }
    if (failure instanceof Error) {
      throw (Error) failure;
    }
    // A thread that ended without a failure has read them.
    return Objects.requireNonNull(parts);
  }
}
