package org.namespan.model.session;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.namespan.ModelFormatException;
import org.namespan.model.InputMetadata;
import org.namespan.model.ModelDigest;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.text.TextSplitter;

/**
 * What a model holds beside its graph, read by a thread of its own: in a fresh JVM that takes as
 * long as ONNX Runtime needs for the graph.
 */
final class ModelParts<M extends InputMetadata> extends LoadThread<ModelParts.Parts<M>> {

  private final ModelSource model;
  private final MetadataReader<M> reader;

  /**
   * The parts of a model.
   *
   * @param metadata as the model says it
   * @param features the feature extraction that it describes
   * @param splitter how text becomes tokens
   * @param hasDigest whether some entry is the {@link ModelDigest}, wherever it stands
   */
  record Parts<M>(M metadata, TokenFeatures features, TextSplitter splitter, boolean hasDigest) {}

  /**
   * Reads nothing yet.
   *
   * @param model to be left open until {@link #await} returns
   * @param reader of its metadata
   */
  ModelParts(ModelSource model, MetadataReader<M> reader) {
    super("namespan-load");
    this.model = model;
    this.reader = reader;
  }

  @Override
  Parts<M> load() throws IOException {
    try {
      Map<String, byte[]> entries = OnnxMetadata.read(model);
      M metadata = reader.read(entries, model.name());
      TokenFeatures features = metadata.tokenFeatures();
      TextSplitter splitter = reader.splitter(metadata, features);
      return new Parts<>(metadata, features, splitter, entries.containsKey(ModelDigest.KEY));
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException(model.name() + ": " + e.getMessage(), e);
    }
  }

  /**
   * Waits for the parts.
   *
   * @throws ModelFormatException if the model has none that this version can use
   * @throws IOException if it cannot be read
   */
  Parts<M> require() throws IOException {
    // A thread that ended without a failure has read them.
    return Objects.requireNonNull(get());
  }
}
