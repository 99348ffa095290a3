package org.namespan.trainer.pretrained;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.namespan.ModelFormatException;
import org.namespan.model.ClassifierMetadata;
import org.namespan.model.decode.Activation;
import org.namespan.model.session.ClassifierSession;
import org.namespan.trainer.config.ClassifierConfig;
import org.namespan.trainer.config.ClassifierNetworkConfig;
import org.namespan.trainer.network.Pooling;
import org.namespan.trainer.network.part.WeightReader;
import org.namespan.trainer.onnx.OnnxWeights;

/**
 * The model file of a classifier that a training begins from, of any precision: 8-bit and 16-bit
 * weights are read as the floats that they stand for. Immutable.
 *
 * @param name of the file, without its folder
 * @param sha256 of the file, in hexadecimal
 * @param network choices and sizes of the network
 * @param weights by name
 * @param metadata what the file says beside its graph
 */
public record PretrainedClassifier(
    String name,
    String sha256,
    ClassifierNetworkConfig network,
    Map<String, float[]> weights,
    ClassifierMetadata metadata) {

  /** Makes the map unmodifiable. */
  public PretrainedClassifier {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
  }

  /**
   * Reads a model file.
   *
   * @throws ModelFormatException if it is no classifier, or its graph is none that this trainer
   *     writes
   * @throws IOException if there is no such file or it cannot be read
   */
  public static PretrainedClassifier read(Path file) throws IOException {
    ModelBytes model = ModelBytes.read(file);
    ClassifierMetadata metadata;
    // It checks that graph and metadata fit each other.
    try (ClassifierSession session = ClassifierSession.open(model.buffer(), model.source())) {
      metadata = session.metadata();
    }
    return model.read(
        graph -> {
          ClassifierNetworkConfig network = network(graph, metadata);
          return new PretrainedClassifier(
              file.getFileName().toString(),
              model.sha256(),
              network,
              network.spec().read(new WeightReader(graph)),
              metadata);
        });
  }

  private static ClassifierNetworkConfig network(OnnxWeights graph, ClassifierMetadata metadata) {
    return new ClassifierNetworkConfig(
        new NetworkReader(graph, metadata.tokenFeatures(), metadata.classes().size()).config(),
        pooling(graph),
        metadata.activation());
  }

  private static Pooling pooling(OnnxWeights graph) {
    if (graph.hasValue("attention.shares")) {
      return Pooling.ATTENTION;
    }
    if (graph.hasValue("max.tokens")) {
      return Pooling.MAX;
    }
    return graph.hasValue("mean.tokens") ? Pooling.MEAN : Pooling.LAST;
  }

  /** A configuration to learn on with, which a caller may change but for the network. */
  public ClassifierConfig.Builder fineTuning() {
    return ClassifierConfig.fineTuning(network, metadata.recipe(), metadata.cleaning());
  }

  /**
   * Requires that a configuration leaves the network as it is, and how texts are cleaned.
   *
   * @throws IllegalArgumentException naming the first setting that would be another
   */
  public void requireNetwork(ClassifierConfig config) {
    ClassifierConfig own = fineTuning().build();
    PretrainedTagger.requireNetwork(own.training(), config.training(), name);
    require("--pooling", own.pooling(), config.pooling());
    require("--several", own.severalClasses(), config.severalClasses());
    require("--clean", own.cleaning(), config.cleaning());
  }

  private void require(String option, Object expected, Object found) {
    if (!found.equals(expected)) {
      throw PretrainedTagger.otherNetwork(option, found, expected, name);
    }
  }

  /** Whether its texts may have any number of classes. */
  public boolean hasSeveralClasses() {
    return network.activation() == Activation.SIGMOID;
  }

  /** The code of the language that its texts are in. */
  public String language() {
    return metadata.facts().getOrDefault("language", "en");
  }

  /** What a model tells of it that begins from it. */
  public Origin origin() {
    return new Origin(name, sha256, metadata.facts());
  }
}
