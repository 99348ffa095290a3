package org.namespan.model.session;

import java.io.IOException;
import org.namespan.ModelFormatException;
import org.namespan.model.MetadataCodec;
import org.namespan.model.ModelMetadata;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.text.TextSplitter;

/**
 * What a model holds beside its graph, read by a thread of its own: in a fresh JVM that takes as
 * long as ONNX Runtime needs for the graph. What the thread runs is no lambda, for the first one of
 * a JVM would cost 10 ms.
 */
final class ModelParts implements Runnable {

  private final ModelSource model;
  private final Thread thread;
  private ModelMetadata metadata;
  private TokenFeatures features;
  private TextSplitter splitter;
  private Throwable failure;

  /**
   * Starts to read.
   *
   * @param model to be left open until {@link #await} returns
   */
  ModelParts(ModelSource model) {
    this.model = model;
    thread = new Thread(this, "namespan-load");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    try {
      metadata = MetadataCodec.fromBytes(OnnxMetadata.read(model), model.name());
      features = metadata.tokenFeatures();
      splitter = TextSplitter.of(metadata.textModels());
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
  void require() throws IOException {
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
  }

  /** As the model says it; this and what follows once they are there. */
  ModelMetadata metadata() {
    return metadata;
  }

  /** The feature extraction that it describes. */
  TokenFeatures features() {
    return features;
  }

  /** How text becomes tokens. */
  TextSplitter splitter() {
    return splitter;
  }
}
