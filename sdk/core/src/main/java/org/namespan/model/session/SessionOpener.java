package org.namespan.model.session;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.namespan.ModelFormatException;
import org.namespan.model.GraphSignature;
import org.namespan.model.InputMetadata;

/**
 * Opens sessions: {@link GraphInspection} reads the graph, ONNX Runtime loads it while one thread
 * reads what stands beside it and another, {@link DigestCheck}, tells whether the bytes are whole;
 * then {@link GraphCheck} compares the graph with the rest. Closes whatever was opened where that
 * fails.
 */
final class SessionOpener {

  private SessionOpener() {}

  /**
   * Opens a session.
   *
   * @param model left open
   * @param reader of its metadata
   * @param verified whether the model's bytes are compared with its digest
   * @throws ModelFormatException if it is not a model that this version can use
   * @throws IOException if it cannot be read, or ONNX Runtime's libraries cannot be loaded
   */
  static <M extends InputMetadata> LoadedModel<M> open(
      ModelSource model, MetadataReader<M> reader, boolean verified) throws IOException {
    ModelParts<M> parts = new ModelParts<>(model, reader);
    DigestCheck digest = new DigestCheck(model, verified);
    try {
      parts.start();
      digest.start();
      return open(model, parts, digest);
    } catch (ModelFormatException e) {
      // Of a damaged file, whatever else was refused comes of that.
      digest.get();
      throw e;
    } finally {
      digest.await();
      parts.await();
    }
  }

  private static <M extends InputMetadata> LoadedModel<M> open(
      ModelSource model, ModelParts<M> parts, DigestCheck digest) throws IOException {
    @Nullable OrtSession session = null;
    boolean usable = false;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      // Off in 1.28, on in 1.29 and later, which an application may bring.
      environment.setTelemetry(false);
      TaggerSession.configure(options);
      GraphInspection.inspect(model);
      session = model.createSession(environment, options);
      ModelParts.Parts<M> read = parts.require();
      // Nothing is run before it.
      @Nullable String sha256 = digest.get();
      DigestCheck.requireAtEnd(sha256, read, model);
      GraphSignature signature =
          new GraphSignature(read.features().inputs(), read.metadata().output());
      GraphSession graph = new GraphSession(environment, session, signature);
      new GraphCheck(model.name(), graph).check(session);
      LoadedModel<M> loaded =
          new LoadedModel<>(read.metadata(), read.features(), read.splitter(), graph, sha256);
      usable = true;
      return loaded;
    } catch (OrtException e) {
      throw unusable(model, GraphSession.firstLine(e), e);
    } catch (LinkageError e) {
      throw new IOException(
          "ONNX Runtime could not be started ("
              + rootMessage(e)
              + "); expected its jar with the libraries for this system, and a folder"
              + " java.io.tmpdir that may be written to, or the libraries in the folder"
              + " onnxruntime.native.path",
          e);
    } finally {
      if (!usable && session != null) {
        closeQuietly(session);
      }
    }
  }

  /** Says that a graph is none that this version runs. */
  static ModelFormatException unusable(
      ModelSource model, @Nullable String reason, Throwable cause) {
    return new ModelFormatException(
        model.name()
            + ": not a usable ONNX model ("
            + reason
            + "); expected a model written by 'namespan train' or 'namespan export'",
        cause);
  }

  private static String rootMessage(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.toString();
  }

  private static void closeQuietly(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      // The reason for closing is already on its way to the caller.
    }
  }
}
