package org.namespan.trainer.export;

import java.util.Map;
import org.namespan.model.MetadataCodec;
import org.namespan.model.ModelDigest;
import org.namespan.model.ModelMetadata;
import org.namespan.trainer.network.NetworkSpec;
import org.namespan.trainer.network.part.Precision;
import org.namespan.trainer.onnx.OnnxGraph;

/** A network and its metadata as one ONNX file. */
final class ModelFile {

  private ModelFile() {}

  /**
   * The bytes of the file; the same arguments give the same bytes.
   *
   * @param weights by name, as {@link NetworkSpec#draw} gives them
   */
  static byte[] toBytes(
      NetworkSpec network,
      Map<String, float[]> weights,
      Precision precision,
      ModelMetadata metadata) {
    OnnxGraph graph = new OnnxGraph("namespan-tagger");
    network.write(graph, weights, precision);
    return ModelDigest.append(
        graph.toBytes(
            metadata.facts().getOrDefault("producer", ""),
            ModelDigest.entriesWithVersion(MetadataCodec.toEntries(metadata))));
  }
}
