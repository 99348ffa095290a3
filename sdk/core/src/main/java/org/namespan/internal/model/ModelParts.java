package org.namespan.internal.model;

import java.io.IOException;
import org.namespan.ModelFormatException;
import org.namespan.internal.feature.TokenFeatures;
import org.namespan.internal.text.TextSplitter;

/**
 * What a model file holds beside its graph, ready for use.
 *
 * @param metadata as the file says it
 * @param features the feature extraction that it describes
 * @param splitter how text becomes tokens
 */
record ModelParts(ModelMetadata metadata, TokenFeatures features, TextSplitter splitter) {

  private static ModelParts of(ModelSource model, String source) throws IOException {
    try {
      ModelMetadata metadata = ModelMetadata.fromEntries(OnnxMetadata.read(model), source);
      return new ModelParts(
          metadata, metadata.tokenFeatures(), TextSplitter.of(metadata.textModels()));
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException(source + ": " + e.getMessage(), e);
    }
  }

  /**
   * Parts that a thread of their own reads: in a fresh JVM that takes as long as ONNX Runtime needs
   * for the graph. What the thread runs is no lambda, for the first one of a JVM would cost 10 ms.
   */
  static final class Reading implements Runnable {
    private final ModelSource model;
    private final String source;
    private final Thread thread;
    private ModelParts parts;
    private Throwable failure;

    /**
     * Starts to read.
     *
     * @param model to be left open until {@link #await} returns
     * @param source names the file in messages
     */
    Reading(ModelSource model, String source) {
      this.model = model;
      this.source = source;
      thread = new Thread(this, "namespan-load");
      thread.setDaemon(true);
      thread.start();
    }

    @Override
    public void run() {
      try {
        parts = of(model, source);
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
     * The parts, once they are read.
     *
     * @throws ModelFormatException if the file has none that this version can use
     * @throws IOException if it cannot be read
     */
    ModelParts get() throws IOException {
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
      return parts;
    }
  }
}
