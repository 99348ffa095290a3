package org.namespan.model.session;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
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
  private final boolean verified;
  private final CountDownLatch digestRead = new CountDownLatch(1);
  private final Thread thread;

  /** Whether the digest was read, and is that of the bytes where they are compared with it. */
  private volatile boolean digestHolds;

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
   * @param sha256 the digest that the model ends with, null if it has none
   */
  record Parts<M>(
      M metadata, TokenFeatures features, TextSplitter splitter, @Nullable String sha256) {}

  /**
   * Starts to read.
   *
   * @param model to be left open until {@link #await} returns
   * @param reader of its metadata
   * @param verified whether the model's bytes are compared with its digest
   */
  ModelParts(ModelSource model, MetadataReader<M> reader, boolean verified) {
    this.model = model;
    this.reader = reader;
    this.verified = verified;
    thread = new Thread(this, "namespan-load");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    try {
      @Nullable String digest = DigestCheck.check(model, verified);
      digestHolds = true;
      digestRead.countDown();
      Map<String, byte[]> entries = OnnxMetadata.read(model);
      DigestCheck.requireAtEnd(digest, entries, model);
      M metadata = reader.read(entries, model.name());
      TokenFeatures features = metadata.tokenFeatures();
      TextSplitter splitter = reader.splitter(metadata, features);
      parts = new Parts<>(metadata, features, splitter, digest);
    } catch (IllegalArgumentException e) {
      failure = new ModelFormatException(model.name() + ": " + e.getMessage(), e);
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    } finally {
      // Of a model that failed before, nothing is to be waited for.
      digestRead.countDown();
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
   * Waits until the bytes are known to be those that the digest is of, even if this thread is
   * interrupted meanwhile.
   *
   * @throws ModelFormatException if they are not
   * @throws IOException if they cannot be read
   */
  void requireDigest() throws IOException {
    boolean interrupted = false;
    while (digestRead.getCount() > 0) {
      try {
        digestRead.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!digestHolds) {
      require();
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
